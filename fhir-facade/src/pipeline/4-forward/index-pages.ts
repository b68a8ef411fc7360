/** Pages cut from the index: of the visible resources, sorted by what the index keeps, the ones after the cursor's. */
import { keyOf, type Resource, type ResourceKey } from "../../compartment/resource.ts";
import type { Position } from "../../cursor/cursor.ts";
import { invalidRequest } from "../../outcome/refusals.ts";
import { idOf, type PatientIndex, typeOf } from "../../patient-index/patient-index.ts";
import type { SortKey } from "../2-parse/result-parameters.ts";
import { readByIds } from "./read-by-ids.ts";
import type { Store } from "./store.ts";

export interface Page {
  readonly resources: readonly Resource[];
  /** Where the listing goes on; absent at its end. */
  readonly next: Position | undefined;
}

interface Place {
  readonly key: ResourceKey;
  /** One value per sort key; `null` sorts last whichever the direction. */
  readonly by: readonly (number | null)[];
}

/**
 * One page of these keys, which are in the order of keys.
 * @throws InvalidRequest for a position of another kind of listing
 */
export async function indexPage(
  store: Store,
  index: PatientIndex,
  keys: readonly ResourceKey[],
  { count, sort }: { readonly count: number; readonly sort: readonly SortKey[] },
  from: Position | undefined,
): Promise<Page> {
  if (from && (!("after" in from) || from.by.length !== dates(sort).length)) throw invalidRequest("cursor-outdated");
  const byPlace = (a: Place, b: Place): number => compare(a, b, sort);
  const places = keys.map(
    (key): Place => ({ key, by: dates(sort).map(({ parameter }) => index.entries.get(key)?.sort[parameter] ?? null) }),
  );
  const ordered = sort.length === 0 ? places : places.sort(byPlace);
  const after: Place | undefined = from && { key: from.after as ResourceKey, by: from.by };
  const rest = after ? ordered.filter((place) => byPlace(place, after) > 0) : ordered;
  const chosen = rest.slice(0, count);
  const last = chosen.at(-1);
  return {
    resources: await readKeys(
      store,
      chosen.map(({ key }) => key),
    ),
    next: last && rest.length > count ? { after: last.key, by: last.by } : undefined,
  };
}

const dates = (sort: readonly SortKey[]): readonly SortKey[] => sort.filter(({ parameter }) => parameter !== "_id");

function compare(a: Place, b: Place, sort: readonly SortKey[]): number {
  let date = 0;
  for (const { parameter, descending } of sort) {
    const order =
      parameter === "_id" ? byText(idOf(a.key), idOf(b.key)) * (descending ? -1 : 1) : byDate(a.by[date], b.by[date++], descending);
    if (order !== 0) return order;
  }
  return byText(a.key, b.key);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byDate(a: number | null | undefined, b: number | null | undefined, descending: boolean): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return descending ? b - a : a - b;
}

/** The resources of these keys that the store still has, in their order. Does not check whose they are. */
export async function readKeys(store: Store, keys: readonly ResourceKey[]): Promise<readonly Resource[]> {
  const found = new Map<ResourceKey, Resource>();
  for (const type of new Set(keys.map(typeOf))) {
    const ids = keys.filter((key) => typeOf(key) === type).map(idOf);
    for (const resource of await readByIds(store, type, ids)) found.set(keyOf(resource), resource);
  }
  return keys.flatMap((key) => found.get(key) ?? []);
}
