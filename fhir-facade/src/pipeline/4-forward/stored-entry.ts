/** One resource of the store's answer, with what the granted scopes must allow for it to leave. */
import type { Resource } from "../../compartment/resource.ts";
import { criteriaBits } from "../3-authz/criteria.ts";
import { covers, type Permission, type Sight } from "../3-authz/sight.ts";

export interface StoredEntry {
  readonly resource: Resource;
  readonly mode: "match" | "include";
  readonly needs: readonly Permission[];
}

export const READ: readonly Permission[] = ["read"];
export const SEARCH: readonly Permission[] = ["search"];
export const BOTH: readonly Permission[] = ["read", "search"];

export const entriesOf = (resources: readonly Resource[], mode: StoredEntry["mode"], needs: readonly Permission[]): StoredEntry[] =>
  resources.map((resource) => ({ resource, mode, needs }));

/** Whether the granted scopes cover this very resource, granular ones included. */
export function isCovered(resource: Resource, sight: Sight, needs: readonly Permission[]): boolean {
  const criteria = sight.criteria.length === 0 ? 0 : criteriaBits(resource, sight.criteria);
  return needs.every((permission) => covers(sight, permission, resource.resourceType, criteria));
}
