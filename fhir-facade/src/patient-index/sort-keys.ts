/** The dates by which a resource sorts, as the index keeps them. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import type { Resource } from "../compartment/resource.ts";
import { sortKey } from "../definitions/values.ts";
import { sortableParameters } from "../pipeline/2-parse/search-parameters.ts";

/** By sortable parameter: epoch milliseconds at which the earliest date under it begins; absent where the resource has none. */
export type SortKeys = Readonly<Record<string, number>>;

/** Gives the same value for equal ones, so that each is kept once. */
export type OneOfSortKeys = (keys: SortKeys) => SortKeys;

export const UNSORTED: SortKeys = Object.freeze({});
const PARAMETERS = new Map<ResourceType, readonly string[]>();

export function sortKeysOf(resource: Resource, once: OneOfSortKeys): SortKeys {
  const type = resource.resourceType;
  const parameters = PARAMETERS.get(type) ?? sortableParameters(type);
  PARAMETERS.set(type, parameters);
  const found: Record<string, number> = {};
  for (const parameter of parameters) {
    const key = sortKey(resource, parameter);
    if (key !== undefined) found[parameter] = key;
  }
  return once(found);
}

/** Values that are equal are the same for as long as this function is in use. */
export function eachSortKeysOnce(): OneOfSortKeys {
  const known = new Map<string, SortKeys>([["", UNSORTED]]);
  return (keys) => {
    let text = "";
    for (const parameter in keys) text += `${parameter}=${keys[parameter]};`;
    const one = known.get(text) ?? keys;
    known.set(text, one);
    return one;
  };
}

export function areSameSortKeys(a: SortKeys, b: SortKeys): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
