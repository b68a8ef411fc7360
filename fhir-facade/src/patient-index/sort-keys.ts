/** The dates by which a resource sorts, as the index keeps them: numbers side by side, in the order of its type's parameters. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import type { Resource } from "../compartment/resource.ts";
import { sortKey } from "../definitions/values.ts";
import { sortableParameters } from "../pipeline/2-parse/search-parameters.ts";
import type { IndexEntry } from "./patient-index.ts";

/** Epoch milliseconds, one for each sortable parameter of the type; not a number where the resource has no such date. */
export type SortKeys = readonly number[];

/** Gives the same list for equal lists, so that each is kept once. */
export type OneList = (keys: SortKeys) => SortKeys;

const NONE: SortKeys = Object.freeze([]);
const PARAMETERS = new Map<ResourceType, readonly string[]>();

function parametersOf(type: ResourceType): readonly string[] {
  const known = PARAMETERS.get(type) ?? sortableParameters(type);
  PARAMETERS.set(type, known);
  return known;
}

export function sortKeysOf(resource: Resource, oneList: OneList): SortKeys {
  const parameters = parametersOf(resource.resourceType);
  return parameters.length === 0 ? NONE : oneList(parameters.map((parameter) => sortKey(resource, parameter) ?? Number.NaN));
}

/** Lists that are equal are the same for as long as this function is in use. */
export function eachListOnce(): OneList {
  const lists = new Map<string, SortKeys>();
  return (keys) => {
    const text = keys.join();
    const list = lists.get(text) ?? keys;
    lists.set(text, list);
    return list;
  };
}

/** Epoch milliseconds at which the earliest date under the parameter begins; `null` without one. @throws RangeError when the type does not sort by it */
export function sortKeyOf(entry: IndexEntry, parameter: string): number | null {
  const place = parametersOf(entry.type).indexOf(parameter);
  if (place < 0) throw new RangeError(`${entry.type} does not sort by ${parameter}`);
  const key = entry.sort[place] ?? Number.NaN;
  return Number.isNaN(key) ? null : key;
}
