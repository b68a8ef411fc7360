/** All pages of one search of the store, followed to the end; a store that leads in a circle, or nowhere, is not followed. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { unavailable } from "../../outcome/refusals.ts";
import type { Pair } from "../2-parse/raw-query.ts";
import type { Store, StorePage } from "./store.ts";

/** More pages than any record has of one type. */
const MAX_PAGES = 2_000;
/** A store may answer pages that it has filtered empty, but not for ever. */
const MAX_EMPTY_PAGES = 100;

export interface FoundPage {
  readonly page: StorePage;
  /** The link that leads to this very page; `null` for the first. */
  readonly link: string | null;
}

/**
 * @param from a link of an earlier run at which to go on; `null` begins with `query`
 * @throws Unavailable when a link repeats, or when there is no end or nothing but empty pages
 */
export async function* pagesOf(
  store: Store,
  type: ResourceType,
  query: readonly Pair[],
  from: string | null = null,
): AsyncGenerator<FoundPage> {
  const seen = new Set<string>();
  let link = from;
  let empty = 0;
  while (true) {
    const page: StorePage = link === null ? await store.search(type, query) : await store.nextPage(type, link);
    yield { page, link };
    if (page.next === undefined) return;
    if (seen.has(page.next) || page.next === link || seen.size >= MAX_PAGES) throw unavailable("store-paging-loop");
    empty = page.resources.length === 0 ? empty + 1 : 0;
    if (empty >= MAX_EMPTY_PAGES) throw unavailable("store-paging-empty");
    seen.add(page.next);
    link = page.next;
  }
}
