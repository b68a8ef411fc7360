/** The plan's FHIR store as this facade sees it: three questions, each rebuilt from parsed values; an answer that is not understood is none. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import type { Resource } from "../../compartment/resource.ts";
import { unavailable } from "../../outcome/refusals.ts";
import { formatPairs, type Pair } from "../2-parse/raw-query.ts";
import { askingStore, type StoreLimits } from "./ask-store.ts";
import { readableResource } from "./readable-resource.ts";
import { storeJson } from "./store-json.ts";
import { storeSearchset } from "./store-searchset.ts";

export interface StorePage {
  readonly resources: readonly Resource[];
  /** Path and query of the store's own next page, below its base; never shown to an app. */
  readonly next: string | undefined;
  /** The store's own clock when it answered, in epoch milliseconds; absent when it does not say. */
  readonly date?: number | undefined;
}

export interface Store {
  /** `undefined` when the store says 404 or 410, or when the resource cannot be read. */
  read(type: ResourceType, id: string): Promise<Resource | undefined>;
  search(type: ResourceType, query: readonly Pair[]): Promise<StorePage>;
  /** @param next from an earlier page of the same type */
  nextPage(type: ResourceType, next: string): Promise<StorePage>;
}

const NOTHING: StorePage = { resources: [], next: undefined };

/** @throws Unavailable or TimedOut from every method. Does not check whose the resources are. */
export function storeAt(limits: StoreLimits): Store {
  const ask = askingStore(limits);

  const isHeld = (type: ResourceType): boolean => limits.storeTypes.includes(type);

  async function page(type: ResourceType, target: string): Promise<StorePage> {
    const answer = await ask(target);
    if (answer === undefined) throw unavailable("store-status");
    return { ...storeSearchset(storeJson(answer.bytes), type, limits.storeUrl), date: answer.date };
  }

  return {
    async read(type, id) {
      if (!isHeld(type)) return undefined;
      const answer = await ask(`/${type}/${id}`);
      if (answer === undefined) return undefined;
      const json = storeJson(answer.bytes);
      if (json.value.resourceType !== type || json.value.id !== id) throw unavailable("store-other-resource");
      return readableResource(json.value, type, json);
    },
    search: async (type, query) => (isHeld(type) ? page(type, `/${type}${query.length === 0 ? "" : `?${formatPairs(query)}`}`) : NOTHING),
    nextPage: (type, next) => page(type, next),
  };
}
