/** The resource types asked for, in the groups in which a member thinks of them. */
import { partsOf, partToken, RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import type { AuthorizationBean } from "../KcContext";
import { type Words, wordFor } from "../words";
import type { RecordKind } from "./choice";

export interface RecordGroup {
  readonly group: string;
  readonly types: AuthorizationBean["types"];
}

export function groupsOf({ types }: Pick<AuthorizationBean, "types">): RecordGroup[] {
  return [...new Set(types.map(({ group }) => group))].map((group) => ({ group, types: types.filter((type) => type.group === group) }));
}

export const typeName = (words: Words, type: string): string => wordFor(words.types, type) ?? type;

/** A part of a kind of record in the member's language; its code when the theme has no words for it. */
export function partWords(words: Words, type: string, category: string): { readonly name: string; readonly body: string } {
  const texts = partsOf(type).find((part) => partToken(part) === category)?.texts;
  return (texts && (wordFor(texts, words.language) ?? texts.en)) ?? { name: category.slice(category.lastIndexOf("|") + 1), body: "" };
}

const partNames = (words: Words, { type, parts }: Pick<RecordKind, "type" | "parts">) =>
  parts.map(({ category }) => partWords(words, type, category).name);

/** The kind's name, or the names of its parts when only those are asked for. */
export const kindNames = (words: Words, kind: Pick<RecordKind, "type" | "whole" | "parts">): readonly string[] =>
  kind.whole ? [typeName(words, kind.type)] : partNames(words, kind);

/** Whether all of every type that the policy has in the group is asked for. */
const isWhole = ({ group, types }: RecordGroup) =>
  Object.values(RESOURCE_TYPES).filter((of) => of === group).length <= types.length && types.every(({ whole }) => whole);

/** The group's name, or the names of its parts when only some of them are asked for. */
export function groupName(words: Words, group: RecordGroup): string {
  const name = wordFor(words.groups, group.group)?.name;
  return name && isWhole(group) ? name : group.types.flatMap((kind) => kindNames(words, kind)).join("; ");
}

/** A sentence about the group, where it is asked for as a whole. */
export const groupBody = (words: Words, group: RecordGroup): string | undefined =>
  isWhole(group) ? wordFor(words.groups, group.group)?.body : undefined;
