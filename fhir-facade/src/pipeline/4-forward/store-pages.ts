/** Pages of an authorization that shares everything: the store's own, type after type, cut to the app's size, what is hidden leaving no gap. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { patientParameter } from "../../compartment/compartment.ts";
import type { Resource } from "../../compartment/resource.ts";
import type { Position } from "../../cursor/cursor.ts";
import { invalidRequest } from "../../outcome/refusals.ts";
import type { Pair } from "../2-parse/raw-query.ts";
import type { Page } from "./index-pages.ts";
import type { LookingAhead } from "./looked-ahead.ts";
import { pagesOf } from "./pages-of.ts";

export interface Listing {
  readonly types: readonly ResourceType[];
  readonly patient: string;
  /** Besides the patient; the same for all of the types. */
  readonly query: readonly Pair[];
  readonly count: number;
  /** Those of a page of the store that are there. */
  readonly shown: (resources: readonly Resource[]) => Promise<readonly Resource[]>;
}

/** @throws InvalidRequest for a position of another kind of listing */
export async function storePage(store: LookingAhead, listing: Listing, from: Position | undefined): Promise<Page> {
  if (from && "after" in from) throw invalidRequest("cursor-outdated");
  const { patient, query, count } = listing;
  const types = from?.types ?? listing.types;
  let { at, next, skip } = from ?? { at: 0, next: null, skip: 0 };
  const resources: Resource[] = [];
  for (; at < types.length; at++) {
    const type = listing.types.find((granted) => granted === types[at]);
    // taken away since the page before
    if (!type) {
      next = null;
      skip = 0;
      continue;
    }
    const first: readonly Pair[] = [[patientParameter(type), patient], ...query, ["_count", String(count)]];
    for await (const { page, link } of pagesOf(store, type, first, next)) {
      const shown = (await listing.shown(page.resources)).slice(skip);
      const room = count - resources.length;
      resources.push(...shown.slice(0, room));
      if (shown.length > room) {
        if (link !== null) store.keep(link, page);
        return { resources, next: { types, at, next: link, skip: skip + room } };
      }
      skip = 0;
    }
    next = null;
  }
  return { resources, next: undefined };
}
