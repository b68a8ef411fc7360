/** What is sensitive, as one value: the categories that a plan offers, and the lists by which they are recognised. */
import { CARE_LABELS } from "./categories/care-labels.ts";
import { CATEGORIES, CATEGORIES_VERSION } from "./categories/categories.ts";
import type { Category } from "./categories/category.ts";
import { CODE_LISTS, CODE_LISTS_VERSION, type CodeList } from "./code-lists/index.ts";
import { TERM_LISTS, type TermList } from "./terms/index.ts";

/** Categories that a representative cannot share, whatever the way; a member's own record has none. */
export interface Closing {
  readonly categories: readonly string[];
  /** The plan's words; absent: every representative. */
  readonly relationships?: readonly string[];
  /** Whole years, both ends included; absent: at every age. Somebody whose age is not known is of that age. */
  readonly ages?: { readonly from: number; readonly to: number };
}

/** A category that the plan no longer has. What was recognised by it goes on being withheld from whom did not share it before. */
export interface RemovedCategory {
  readonly code: string;
  readonly since: string;
}

export interface SharingPolicy {
  /** Version of the set of categories; a category that is newer than an authorization's version is withheld from it. */
  readonly version: string;
  /** Version of the lists; stands in the log beside each decision. */
  readonly listsVersion: string;
  /** In the order of the screen. */
  readonly categories: readonly Category[];
  readonly removed: readonly RemovedCategory[];
  /** Security labels that say "handle with care" and name none of the categories. */
  readonly careLabels: readonly string[];
  readonly closed: readonly Closing[];
  /** In use. */
  readonly codeLists: readonly CodeList[];
  /** Known, but not enabled: what stands in their code systems cannot be judged. */
  readonly codeListsOff: readonly CodeList[];
  readonly termLists: readonly TermList[];
}

/** The policy without a file of the plan's own. @param enabled names of the optional code lists in use; unknown names are not checked */
export function standardPolicy(enabled: readonly string[]): SharingPolicy {
  const isInUse = ({ name, optional }: CodeList): boolean => !optional || enabled.includes(name);
  return {
    version: CATEGORIES_VERSION,
    listsVersion: CODE_LISTS_VERSION,
    categories: CATEGORIES,
    removed: [],
    careLabels: CARE_LABELS,
    closed: [],
    codeLists: CODE_LISTS.filter(isInUse),
    codeListsOff: CODE_LISTS.filter((list) => !isInUse(list)),
    termLists: TERM_LISTS,
  };
}
