/** What a connection shares and what it does not, in the groups and words of the authorization page. */
import { parseResourceScope, partsOf, partToken } from "@member-exchange/sharing-policy";
import { groupName, groupsOf, partWords } from "../login/authorization/groups";
import { allTopicNames } from "../login/authorization/names";
import { type Words, wordFor } from "../login/words";
import type { Connection } from "./connections";
import type { Policy, PolicyCategory } from "./environment";
import type { AccountWords } from "./words";

export const DEMOGRAPHICS = "DEMO";

/** A list of more kinds of records that stay private says no more than "all others". */
const LONGEST_LIST = 6;

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

export const neverShared = ({ policy }: Language) => policy.categories.filter((category) => category.default === "always-withheld");

/** Categories of the parts in which a type is shared; nothing for a type that is shared whole or not at all. */
function sharedParts(scope: string, type: string): readonly string[] {
  const own = scope.split(" ").flatMap((name) => {
    const parsed = parseResourceScope(name);
    return parsed && (parsed.type === type || parsed.type === "*") ? [parsed] : [];
  });
  if (own.some(({ criteria }) => criteria.length === 0)) return [];
  const tokens = own.flatMap(({ criteria }) => criteria.map(([, token]) => token));
  return partsOf(type)
    .map(partToken)
    .filter((token) => tokens.includes(token));
}

/** Names of the groups of these types, or of its parts where only some of a group are there. */
function groupNames({ words, policy }: Language, types: readonly string[], scope = ""): readonly string[] {
  const rows = policy.resourceTypes
    .filter(({ type }) => types.includes(type))
    .map((row) => {
      const parts = sharedParts(scope, row.type).map((category) => ({ category, scope: "", chosen: true, added: false }));
      return { ...row, scope: "", chosen: true, added: false, whole: parts.length === 0, parts };
    });
  return groupsOf({ types: rows }).map((group) => groupName(words, group));
}

/** Names of the parts that the member kept of types that were asked for to a wider extent. */
function partsKept({ words }: Language, { narrowedTypes, scope }: Connection): readonly string[] {
  return narrowedTypes.flatMap((type) => {
    const shared = sharedParts(scope, type);
    if (shared.length === 0) return [];
    return partsOf(type)
      .map(partToken)
      .filter((token) => !shared.includes(token))
      .map((token) => partWords(words, type, token).name);
  });
}

export interface Shares {
  readonly records: readonly string[];
  readonly isAll: boolean;
  readonly details: boolean;
  /** Names of the sensitive topics that are shared; one name for all of them. */
  readonly topics: readonly string[];
  /** Names of everything that could be shared and is not, and of what never is. */
  readonly kept: readonly string[];
}

export function sharesOf(language: Language, connection: Connection): Shares {
  const { resourceTypes, offeredTypes, sharedToday, scope } = connection;
  const isShared = ({ code }: PolicyCategory) => sharedToday.includes(code);
  const names = (categories: readonly PolicyCategory[]) => categories.map((category) => topicWords(language, category).name);
  const sensitive = sensitiveTopics(language);
  const withheld = sensitive.filter((category) => !isShared(category));
  const missing = offeredTypes.filter((type) => !resourceTypes.includes(type));
  const records = groupNames(language, missing);
  const never = names(neverShared(language));
  const noTopics = sensitive.length > 1 && withheld.length === sensitive.length;
  return {
    records: groupNames(language, resourceTypes, scope),
    isAll: missing.length === 0 && connection.narrowedTypes.length === 0,
    details: sharedToday.includes(DEMOGRAPHICS),
    topics: sensitive.length > 1 && withheld.length === 0 ? [language.words.allSensitive] : names(sensitive.filter(isShared)),
    kept: [
      ...(records.length > LONGEST_LIST ? [language.own.otherRecords] : records),
      ...partsKept(language, connection),
      ...names(plainTopics(language).filter((category) => !isShared(category))),
      ...(noTopics ? [allTopicNames(language.words, never)] : [...names(withheld), ...never]),
    ],
  };
}

/** Runs, or would run again by itself. */
export const stands = ({ state }: Connection): boolean => state === "current" || state === "app-suspended";
