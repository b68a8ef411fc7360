/** What is sensitive, as one value: the categories that a plan offers, and the lists by which they are recognised. */
import { CATEGORIES, CATEGORIES_VERSION, type Category } from "./categories.ts";
import { CODE_LISTS, CODE_LISTS_VERSION, type CodeList } from "./code-lists/index.ts";
import { TERM_LISTS, type TermList } from "./terms/index.ts";

export interface SharingPolicy {
  /** Version of the set of categories; a category that is newer than an authorization's version is withheld from it. */
  readonly version: string;
  /** Version of the lists; stands in the log beside each decision. */
  readonly listsVersion: string;
  /** In the order of the screen. */
  readonly categories: readonly Category[];
  /** In use. */
  readonly codeLists: readonly CodeList[];
  /** Known, but not enabled: what stands in their code systems cannot be judged. */
  readonly codeListsOff: readonly CodeList[];
  readonly termLists: readonly TermList[];
}

/** @param enabled names of the optional code lists in use; unknown names are not checked */
export function standardPolicy(enabled: readonly string[]): SharingPolicy {
  const isInUse = ({ name, optional }: CodeList): boolean => !optional || enabled.includes(name);
  return {
    version: CATEGORIES_VERSION,
    listsVersion: CODE_LISTS_VERSION,
    categories: CATEGORIES,
    codeLists: CODE_LISTS.filter(isInUse),
    codeListsOff: CODE_LISTS.filter((list) => !isInUse(list)),
    termLists: TERM_LISTS,
  };
}
