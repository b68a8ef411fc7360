/** Several resources of one type by their ids, in the order of the ids; what the store does not have is left out. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import type { Resource } from "../../compartment/resource.ts";
import type { Pair } from "../2-parse/raw-query.ts";
import type { Store } from "./store.ts";

/** Keeps the address of a request short of the length that servers take. */
const IDS_PER_REQUEST = 50;

/** @param filters what else must hold of them. Does not check whose they are. */
export async function readByIds(
  store: Store,
  type: ResourceType,
  ids: readonly string[],
  filters: readonly Pair[] = [],
): Promise<readonly Resource[]> {
  const found = new Map<string, Resource>();
  for (let from = 0; from < ids.length; from += IDS_PER_REQUEST) {
    const some = ids.slice(from, from + IDS_PER_REQUEST);
    const { resources } = await store.search(type, [["_id", some.join(",")], ...filters, ["_count", String(some.length)]]);
    for (const resource of resources) found.set(resource.id, resource);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
