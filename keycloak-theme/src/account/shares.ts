/** What a connection shares and what it does not, in the groups and words of the authorization page. */
import { groupName, groupsOf } from "../login/authorization/groups";
import { type Words, wordFor } from "../login/words";
import type { Connection } from "./connections";
import type { Policy, PolicyCategory } from "./environment";
import type { AccountWords } from "./words";

export const DEMOGRAPHICS = "DEMO";

export interface Language {
  readonly words: Words;
  readonly own: AccountWords;
  readonly policy: Policy;
}

/** A category in the plan's words; English when it has no other. */
export function topicWords({ words }: Language, { code, texts }: PolicyCategory): { readonly name: string; readonly body: string } {
  return wordFor(texts, words.language) ?? texts.en ?? { name: code, body: "" };
}

/** Private until the member says otherwise, in the policy's order. */
export const sensitiveTopics = ({ policy }: Language) => policy.categories.filter((category) => category.default === "withheld");

/** Shared unless the member says otherwise: personal details, and what the plan has beside them. */
export const plainTopics = ({ policy }: Language) => policy.categories.filter((category) => category.default === "shared");

const neverShared = ({ policy }: Language) => policy.categories.filter((category) => category.default === "always-withheld");

/** Names of the groups of these types, or of its parts where only some of a group are there. */
function groupNames({ words, policy }: Language, types: readonly string[]): readonly string[] {
  const rows = policy.resourceTypes.filter(({ type }) => types.includes(type)).map((row) => ({ ...row, scope: "", chosen: true }));
  return groupsOf({ types: rows } as Parameters<typeof groupsOf>[0]).map((group) => groupName(words, group));
}

export interface Shares {
  readonly records: readonly string[];
  readonly isAll: boolean;
  readonly details: boolean;
  /** Names of the sensitive topics that are shared. */
  readonly topics: readonly string[];
  readonly allTopics: boolean;
  /** Names of everything that could be shared and is not, and of what never is. */
  readonly kept: readonly string[];
}

export function sharesOf(language: Language, { resourceTypes, offeredTypes, sharedToday }: Connection): Shares {
  const isShared = ({ code }: PolicyCategory) => sharedToday.includes(code);
  const names = (categories: readonly PolicyCategory[]) => categories.map((category) => topicWords(language, category).name);
  const sensitive = sensitiveTopics(language);
  const withheld = sensitive.filter((category) => !isShared(category));
  const missing = offeredTypes.filter((type) => !resourceTypes.includes(type));
  const noTopics = sensitive.length > 1 && withheld.length === sensitive.length;
  return {
    records: groupNames(language, resourceTypes),
    isAll: missing.length === 0,
    details: sharedToday.includes(DEMOGRAPHICS),
    topics: names(sensitive.filter(isShared)),
    allTopics: withheld.length === 0,
    kept: [
      ...groupNames(language, missing),
      ...names(plainTopics(language).filter((category) => !isShared(category))),
      ...(noTopics ? [language.own.allTopics] : names(withheld)),
      ...names(neverShared(language)),
    ],
  };
}

/** Runs, or would run again by itself. */
export const stands = ({ state }: Connection): boolean => state === "current" || state === "app-suspended";
