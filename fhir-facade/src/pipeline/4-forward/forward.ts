/** Stage 4: what the store has of it. Under withholding the index says which resources; otherwise the store's own pages are followed. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { belongsTo, isShared, patientParameter } from "../../compartment/compartment.ts";
import { referenceReader } from "../../compartment/references.ts";
import type { Resource, ResourceKey } from "../../compartment/resource.ts";
import type { Config } from "../../config.ts";
import type { Position } from "../../cursor/cursor.ts";
import type { Labeller } from "../../labeller/label.ts";
import { invalidRequest, notFound } from "../../outcome/refusals.ts";
import type { IndexOf } from "../../patient-index/index-builder.ts";
import { idOf, isSharedKey, typeOf, visibleKeys } from "../../patient-index/patient-index.ts";
import type { Pair } from "../2-parse/raw-query.ts";
import type { AuthorizedInteraction } from "../3-authz/authorize.ts";
import { isHidden, type Sight } from "../3-authz/sight.ts";
import { pagesOf } from "./pages-of.ts";
import { readByIds } from "./read-by-ids.ts";
import type { Store } from "./store.ts";

declare const answered: unique symbol;

/** Resources that the store gave for an authorized interaction and that are this patient's. Minted by `forwarder` only; still to be judged. */
export interface StoreAnswer {
  readonly [answered]: true;
  readonly sight: Sight;
  readonly resources: readonly Resource[];
  /** Where the listing goes on; absent at its end. */
  readonly next: Position | undefined;
}

export type Forward = (interaction: AuthorizedInteraction) => Promise<StoreAnswer>;

interface Page {
  readonly resources: readonly Resource[];
  readonly next: Position | undefined;
}

const MATCHES_PER_REQUEST = "500";
const NONE: Page = { resources: [], next: undefined };

/** @throws NotFound from the returned function for a read of anything that may not be known to exist */
export function forwarder(store: Store, indexOf: IndexOf, labeller: Labeller, { storeUrl }: Pick<Config, "storeUrl">): Forward {
  const read = referenceReader(storeUrl);
  const mine = (resource: Resource, sight: Sight): boolean => isShared(resource.resourceType) || belongsTo(resource, sight.patient, read);

  const isShown = (resource: Resource, sight: Sight): boolean => !isHidden(sight, resource.resourceType, labeller.label(resource).mask);

  return async (interaction) => ({ sight: interaction.sight, ...(await pageOf(interaction)) }) as StoreAnswer;

  async function pageOf(interaction: AuthorizedInteraction): Promise<Page> {
    const { sight } = interaction;
    switch (interaction.kind) {
      case "read":
        return { resources: [await readOne(interaction.request.type, interaction.request.id, sight)], next: undefined };
      case "search": {
        const { type, count, position } = interaction.request;
        if (interaction.empty) return NONE;
        if (!sight.withholding && !isShared(type)) return storePages([type], interaction.pinned, count, sight, position);
        const keys = (await visible(sight)).filter((key) => typeOf(key) === type);
        return indexPage(await matching(type, keys, interaction.pinned, interaction.request.ids), count, sight, position);
      }
      case "everything": {
        const { count, position } = interaction.request;
        const own = interaction.types.filter((type) => !isShared(type));
        const byStore = !sight.withholding && own.length > 0 && !(position && "after" in position);
        if (byStore) {
          const page = await storePages(own, undefined, count, sight, position);
          return page.next || interaction.types.length === own.length ? page : { ...page, next: { after: "", by: [] } };
        }
        const keys = (await visible(sight)).filter((key) => interaction.types.includes(typeOf(key)));
        return indexPage(sight.withholding ? keys : keys.filter(isSharedKey), count, sight, position);
      }
    }
  }

  async function visible(sight: Sight): Promise<readonly ResourceKey[]> {
    return [...visibleKeys(await indexOf(sight.patient, sight.criteria), sight)];
  }

  async function readOne(type: ResourceType, id: string, sight: Sight): Promise<Resource> {
    if (sight.withholding || isShared(type)) {
      if (!visibleKeys(await indexOf(sight.patient, sight.criteria), sight).has(`${type}/${id}`)) throw notFound();
    }
    const resource = await store.read(type, id);
    if (!resource || !mine(resource, sight)) throw notFound();
    return resource;
  }

  /** The store's own pages, type after type, cut to `count` shown resources: what is hidden leaves no gap. */
  async function storePages(
    types: readonly ResourceType[],
    query: readonly Pair[] | undefined,
    count: number,
    sight: Sight,
    from?: Position,
  ): Promise<Page> {
    if (from && "after" in from) throw invalidRequest("cursor-outdated");
    let { at, next, skip } = from ?? { at: 0, next: null, skip: 0 };
    const resources: Resource[] = [];
    for (let type = types[at]; type; type = types[at]) {
      const first: readonly Pair[] = [...(query ?? [[patientParameter(type), sight.patient] as const]), ["_count", String(count)]];
      const here = pagesOf(store, type, first, next);
      for await (const { page, link } of here) {
        const shown = page.resources.filter((resource) => mine(resource, sight) && isShown(resource, sight)).slice(skip);
        const room = count - resources.length;
        resources.push(...shown.slice(0, room));
        if (shown.length > room) return { resources, next: { types, at, next: link, skip: skip + room } };
        skip = 0;
      }
      at += 1;
      next = null;
    }
    return { resources, next: undefined };
  }

  /** Of these keys, in their order, the ones after the cursor's. */
  async function indexPage(keys: readonly ResourceKey[], count: number, sight: Sight, from?: Position): Promise<Page> {
    if (from && !("after" in from)) throw invalidRequest("cursor-outdated");
    const rest = from ? keys.filter((key) => key > from.after) : keys;
    const chosen = rest.slice(0, count);
    const found = new Map<ResourceKey, Resource>();
    for (const type of new Set(chosen.map(typeOf))) {
      const ids = chosen.filter((key) => typeOf(key) === type).map(idOf);
      for (const resource of await readByIds(store, type, ids)) found.set(`${type}/${resource.id}`, resource);
    }
    const resources = chosen.flatMap((key) => found.get(key) ?? []).filter((resource) => mine(resource, sight));
    const last = chosen.at(-1);
    return { resources, next: last !== undefined && rest.length > count ? { after: last, by: [] } : undefined };
  }

  /** The keys that the store, too, finds by this query; asked for ids only, and only when there is something to filter by. */
  async function matching(type: ResourceType, keys: readonly ResourceKey[], query: readonly Pair[], ids: readonly string[] | undefined) {
    const chosen = ids ? keys.filter((key) => ids.includes(idOf(key))) : keys;
    if (isShared(type) || query.length === (ids && type !== "Patient" ? 2 : 1)) return chosen;
    const found = new Set<string>();
    for await (const { page } of pagesOf(store, type, [...query, ["_elements", "id"], ["_count", MATCHES_PER_REQUEST]])) {
      for (const { id } of page.resources) found.add(id);
    }
    return chosen.filter((key) => found.has(idOf(key)));
  }
}
