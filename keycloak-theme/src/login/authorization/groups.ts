/** The resource types asked for, in the groups in which a member thinks of them. */
import { RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import type { AuthorizationBean } from "../KcContext";
import { type Words, wordFor } from "../words";

export interface RecordGroup {
  readonly group: string;
  readonly types: AuthorizationBean["types"];
}

export function groupsOf({ types }: AuthorizationBean): RecordGroup[] {
  return [...new Set(types.map(({ group }) => group))].map((group) => ({ group, types: types.filter((type) => type.group === group) }));
}

export const typeName = (words: Words, type: string): string => wordFor(words.types, type) ?? type;

/** Whether every type that the policy has in the group is asked for. */
const isWhole = ({ group, types }: RecordGroup) => Object.values(RESOURCE_TYPES).filter((of) => of === group).length <= types.length;

/** The group's name, or the names of its parts when only some of them are asked for. */
export function groupName(words: Words, group: RecordGroup): string {
  const name = wordFor(words.groups, group.group)?.name;
  return name && isWhole(group) ? name : group.types.map(({ type }) => typeName(words, type)).join("; ");
}

/** A sentence about the group, where it is asked for as a whole. */
export const groupBody = (words: Words, group: RecordGroup): string | undefined =>
  isWhole(group) ? wordFor(words.groups, group.group)?.body : undefined;
