/** Several resources of one type by their ids, in the order of the ids; what the store does not have is left out. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import type { Resource } from "../../compartment/resource.ts";
import type { Pair } from "../2-parse/raw-query.ts";
import { portions } from "./portions.ts";
import type { Store } from "./store.ts";

/** @param filters what else must hold of them. Does not check whose they are. */
export async function readByIds(
  store: Store,
  type: ResourceType,
  ids: readonly string[],
  filters: readonly Pair[] = [],
): Promise<readonly Resource[]> {
  const found = new Map<string, Resource>();
  for (const some of portions(ids)) {
    const { resources } = await store.search(type, [["_id", some.join(",")], ...filters, ["_count", String(some.length)]]);
    for (const resource of resources) found.set(resource.id, resource);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
