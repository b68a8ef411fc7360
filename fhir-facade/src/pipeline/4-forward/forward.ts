/** Stage 4: what the store has of it. Under withholding the index says which ids; otherwise the store's own pages are followed. */
import { type ResourceType, SHARED_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { belongsTo, patientParameter } from "../../compartment/compartment.ts";
import { referenceReader } from "../../compartment/references.ts";
import type { Resource } from "../../compartment/resource.ts";
import type { Config } from "../../config.ts";
import type { Position } from "../../cursor/cursor.ts";
import { invalidRequest, notFound } from "../../outcome/refusals.ts";
import type { IndexOf } from "../../patient-index/index-builder.ts";
import type { AuthorizedInteraction, Grant, Listing } from "../3-authz/authorize.ts";
import type { Store } from "./store.ts";

declare const answered: unique symbol;

/** Resources that the store gave for an authorized interaction and that are this patient's. Minted by `forwarder` only; still to be judged. */
export interface StoreAnswer {
  readonly [answered]: true;
  readonly grant: Grant;
  readonly resources: readonly Resource[];
  /** Where the listing goes on; absent at its end. */
  readonly next: Position | undefined;
}

export type Forward = (interaction: AuthorizedInteraction, position?: Position) => Promise<StoreAnswer>;

const IDS_PER_REQUEST = 50;
const MATCHES_PER_REQUEST = "500";

/** @throws NotFound from the returned function for a read of anything that may not be known to exist */
export function forwarder(store: Store, indexOf: IndexOf, { storeUrl }: Pick<Config, "storeUrl">): Forward {
  const read = referenceReader(storeUrl);
  return async (interaction, position = { typeNumber: 0 }) => {
    const { grant } = interaction;
    if (interaction.operation === "read") return answer(grant, [await readOne(interaction.type, interaction.id, grant)], undefined);
    if (interaction.nobody) return answer(grant, [], undefined);
    return list(interaction, grant, position);
  };

  async function readOne(type: ResourceType, id: string, grant: Grant): Promise<Resource> {
    const shared = SHARED_RESOURCE_TYPES.has(type);
    if (grant.sharing.withholdsAnything || shared) {
      const index = await indexOf(grant.patientId);
      if (!index.isVisible(type, id, grant.sharing.withheld)) throw notFound();
    }
    const resource = await store.read(type, id);
    if (!resource || !(shared || belongsTo(resource, grant.patientId, read))) throw notFound();
    return resource;
  }

  async function list(listing: Listing, grant: Grant, start: Position): Promise<StoreAnswer> {
    let position: Position | undefined = start;
    // a type without anything to show is passed over, so that only the last page can be empty
    while (position) {
      const type: ResourceType | undefined = listing.types[position.typeNumber];
      if (!type) break;
      const fromStore = !grant.sharing.withholdsAnything && !SHARED_RESOURCE_TYPES.has(type);
      const page: { resources: readonly Resource[]; next: Position | undefined } = fromStore
        ? await storePage(type, listing, grant, position)
        : await indexPage(type, listing, grant, position);
      const next: Position | undefined = page.next ?? following(listing, position);
      if (page.resources.length > 0) return answer(grant, page.resources, next);
      position = next;
    }
    return answer(grant, [], undefined);
  }

  async function storePage(type: ResourceType, { filters, count }: Listing, { patientId }: Grant, position: Position) {
    if (position.afterId !== undefined) throw invalidRequest("cursor-outdated");
    const query = [...pinned(type, patientId), ...filters, { name: "_count", value: String(count) }];
    const page = position.storeNext === undefined ? await store.search(type, query) : await store.nextPage(type, position.storeNext);
    const next = page.next === undefined ? undefined : { typeNumber: position.typeNumber, storeNext: page.next };
    return { resources: page.resources.filter((resource) => belongsTo(resource, patientId, read)), next };
  }

  async function indexPage(type: ResourceType, { filters, count }: Listing, grant: Grant, position: Position) {
    if (position.storeNext !== undefined) throw invalidRequest("cursor-outdated");
    const index = await indexOf(grant.patientId);
    const visible = index.visibleIds(type, grant.sharing.withheld);
    const matching = filters.length === 0 ? visible : await matches(type, filters, grant, visible);
    const { afterId } = position;
    const rest = afterId === undefined ? matching : matching.filter((id) => id > afterId);
    const ids = rest.slice(0, count);
    const last = ids.at(-1);
    const next = last !== undefined && rest.length > count ? { typeNumber: position.typeNumber, afterId: last } : undefined;
    return { resources: await byIds(type, ids, grant), next };
  }

  /** Visible ids that the store finds by these filters, in the order of `visible`. */
  async function matches(
    type: ResourceType,
    filters: Listing["filters"],
    { patientId }: Grant,
    visible: readonly string[],
  ): Promise<readonly string[]> {
    const only = SHARED_RESOURCE_TYPES.has(type) ? [] : pinned(type, patientId);
    const found = new Set<string>();
    const elements = { name: "_elements", value: "id" };
    let page = await store.search(type, [...only, ...filters, elements, { name: "_count", value: MATCHES_PER_REQUEST }]);
    for (;;) {
      for (const { id } of page.resources) found.add(id);
      if (page.next === undefined) return visible.filter((id) => found.has(id));
      page = await store.nextPage(type, page.next);
    }
  }

  async function byIds(type: ResourceType, ids: readonly string[], { patientId }: Grant): Promise<readonly Resource[]> {
    const found = new Map<string, Resource>();
    for (let from = 0; from < ids.length; from += IDS_PER_REQUEST) {
      const some = ids.slice(from, from + IDS_PER_REQUEST);
      const { resources } = await store.search(type, [
        { name: "_id", value: some.join(",") },
        { name: "_count", value: String(some.length) },
      ]);
      for (const resource of resources) found.set(resource.id, resource);
    }
    const mine = (resource: Resource) => SHARED_RESOURCE_TYPES.has(type) || belongsTo(resource, patientId, read);
    return ids.flatMap((id) => found.get(id) ?? []).filter(mine);
  }
}

const pinned = (type: ResourceType, patientId: string) => [{ name: patientParameter(type), value: patientId }];

function following({ types }: Listing, { typeNumber }: Position): Position | undefined {
  return typeNumber + 1 < types.length ? { typeNumber: typeNumber + 1 } : undefined;
}

function answer(grant: Grant, resources: readonly Resource[], next: Position | undefined): StoreAnswer {
  return { grant, resources, next } as StoreAnswer;
}
