/** Stage 4: what the store has of it. Under withholding the index says which resources; otherwise the store's own pages are followed. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { isShared } from "../../compartment/compartment.ts";
import type { Resource } from "../../compartment/resource.ts";
import type { Config } from "../../config.ts";
import type { Position } from "../../cursor/cursor.ts";
import type { Labeller } from "../../labeller/label.ts";
import { notFound } from "../../outcome/refusals.ts";
import type { IndexOf } from "../../patient-index/index-builder.ts";
import { idOf, type PatientIndex, typeOf, visibleKeys, visibleKeysOf } from "../../patient-index/patient-index.ts";
import type { Pair } from "../2-parse/raw-query.ts";
import type { AuthorizedInteraction } from "../3-authz/authorize.ts";
import { covers, type Permission, type Sight } from "../3-authz/sight.ts";
import { included } from "./includes.ts";
import { indexPage, type Page } from "./index-pages.ts";
import { lookingAhead } from "./looked-ahead.ts";
import { matchingIds } from "./matching.ts";
import { isAllVisible } from "./provenance.ts";
import { isIndexed, memberRecord } from "./record.ts";
import type { Store } from "./store.ts";
import { storePage } from "./store-pages.ts";
import { BOTH, entriesOf, isCovered, READ, SEARCH, type StoredEntry } from "./stored-entry.ts";

declare const answered: unique symbol;

/** Resources that the store gave for an authorized interaction and that are this patient's. Minted by `forwarder` and `judgedElsewhere`; still to be judged. */
export interface StoreAnswer {
  readonly [answered]: true;
  readonly sight: Sight;
  readonly entries: readonly StoredEntry[];
  /** What was known of the whole record when they were chosen; absent when nobody had to know. */
  readonly index: PatientIndex | undefined;
  /** Where the listing goes on; absent at its end. */
  readonly next: Position | undefined;
}

export type Forward = (interaction: AuthorizedInteraction) => Promise<StoreAnswer>;

type Search = Extract<AuthorizedInteraction, { kind: "search" }>;
type Everything = Extract<AuthorizedInteraction, { kind: "everything" }>;
type Found = Omit<StoreAnswer, typeof answered | "sight">;

/** @throws NotFound from the returned function for a read of anything that may not be known to exist */
export function forwarder(store: Store, indexOf: IndexOf, labeller: Labeller, config: Pick<Config, "storeUrl">): Forward {
  const ahead = lookingAhead(store);
  const record = memberRecord(store, indexOf, labeller, config);

  return async (interaction) => ({ sight: interaction.sight, ...(await find(interaction)) }) as StoreAnswer;

  function find(interaction: AuthorizedInteraction): Promise<Found> {
    switch (interaction.kind) {
      case "read":
        return read(interaction.request.type, interaction.request.id, interaction.sight);
      case "search":
        return search(interaction);
      case "everything":
        return everything(interaction);
    }
  }

  async function read(type: ResourceType, id: string, sight: Sight): Promise<Found> {
    const index = isIndexed(type, sight) || type === "Provenance" ? await record.index(sight) : undefined;
    if (index && type !== "Provenance" && !visibleKeys(index, sight).has(`${type}/${id}`)) throw notFound();
    const resource = await store.read(type, id);
    const isThere =
      resource && (type === "Provenance" && index ? isAllVisible(resource, record, index, sight) : record.isShown(resource, sight));
    if (!isThere) throw notFound();
    return { entries: entriesOf([resource], "match", READ), index, next: undefined };
  }

  async function search({ request, pinned, empty, sight }: Search): Promise<Found> {
    if (empty) return { entries: [], index: undefined, next: undefined };
    const index = isIndexed(request.type, sight) ? await record.index(sight) : undefined;
    const page = index ? await searchIndex(index, request, pinned, sight) : await searchStore(request, pinned, sight);
    const matches = index ? await shown(page.resources, sight, SEARCH) : page.resources;
    const beside = await included(record, matches, request, sight);
    return { entries: [...entriesOf(matches, "match", SEARCH), ...beside], index, next: page.next };
  }

  async function searchIndex(index: PatientIndex, request: Search["request"], pinned: Search["pinned"], sight: Sight): Promise<Page> {
    const { type, ids, filters, position } = request;
    const known = visibleKeysOf(index, sight, type).filter(
      (key) => covers(sight, "search", type, index.entries.get(key)?.criteria ?? 0) && (ids?.includes(idOf(key)) ?? true),
    );
    const matching = filters.length === 0 ? undefined : await matchingIds(store, index, type, pinned);
    const keys = matching ? known.filter((key) => matching.has(idOf(key))) : known;
    return indexPage(store, index, keys, request, position);
  }

  /** Those of the resources that may be known to exist and that the scopes for all of this cover. */
  async function shown(resources: readonly Resource[], sight: Sight, needs: readonly Permission[]): Promise<readonly Resource[]> {
    return (await record.shown(resources, sight)).filter((resource) => isCovered(resource, sight, needs));
  }

  function searchStore({ type, count, sort, position }: Search["request"], pinned: Search["pinned"], sight: Sight): Promise<Page> {
    const order = sort.map(({ parameter, descending }) => `${descending ? "-" : ""}${parameter}`).join(",");
    const query: readonly Pair[] = [...pinned.slice(1), ...(order ? [["_sort", order] as const] : [])];
    return storePage(
      ahead,
      { types: [type], patient: sight.patient, query, count, shown: (resources) => shown(resources, sight, SEARCH) },
      position,
    );
  }

  /** The compartment, then the shared resources that it leads to. */
  async function everything({ request, types, sight }: Everything): Promise<Found> {
    const { count, position, since } = request;
    const isNew = (resource: Resource): boolean => since === undefined || updated(resource) >= Date.parse(since);
    const newOnes = (resources: readonly Resource[]) => shown(resources.filter(isNew), sight, BOTH);
    const own = types.filter((type) => !isShared(type));
    if (!sight.withholding && own.length > 0 && !(position && "after" in position)) {
      const query: readonly Pair[] = since === undefined ? [] : [["_lastUpdated", `ge${since}`]];
      const page = await storePage(ahead, { types: own, patient: sight.patient, query, count, shown: newOnes }, position);
      const next = page.next ?? (types.length > own.length ? START_OF_SHARED : undefined);
      return { entries: entriesOf(page.resources, "match", BOTH), index: undefined, next };
    }
    const index = await record.index(sight);
    const keys = [...visibleKeys(index, sight)].filter(
      (key) => types.includes(typeOf(key)) && (sight.withholding || isShared(typeOf(key))),
    );
    const covered = keys.filter((key) => {
      const criteria = index.entries.get(key)?.criteria ?? 0;
      return BOTH.every((permission) => covers(sight, permission, typeOf(key), criteria));
    });
    const page = await indexPage(store, index, covered, { count, sort: [] }, position);
    return { entries: entriesOf(await newOnes(page.resources), "match", BOTH), index, next: page.next };
  }
}

/** Before every key. */
const START_OF_SHARED: Position = { after: "", by: [] };

function updated({ meta }: Resource): number {
  const time = typeof meta === "object" && meta !== null && "lastUpdated" in meta ? meta.lastUpdated : undefined;
  return typeof time === "string" ? Date.parse(time) : Number.NaN;
}
