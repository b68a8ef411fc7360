/** All pages of one search of the store, followed to the end; a store that leads in a circle is not followed. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { unavailable } from "../../outcome/refusals.ts";
import type { Pair } from "../2-parse/raw-query.ts";
import type { Store, StorePage } from "./store.ts";

/** More pages than any record has, even one resource a page. */
const MAX_PAGES = 20_000;

export interface FoundPage {
  readonly page: StorePage;
  /** The link that leads to this very page; `null` for the first. */
  readonly link: string | null;
}

/**
 * @param from a link of an earlier run at which to go on; `null` begins with `query`
 * @throws Unavailable when a link repeats or there is no end
 */
export async function* pagesOf(
  store: Store,
  type: ResourceType,
  query: readonly Pair[],
  from: string | null = null,
): AsyncGenerator<FoundPage> {
  const seen = new Set<string>();
  let link = from;
  while (true) {
    const page: StorePage = link === null ? await store.search(type, query) : await store.nextPage(type, link);
    yield { page, link };
    if (page.next === undefined) return;
    if (seen.has(page.next) || page.next === link || seen.size >= MAX_PAGES) throw unavailable("store-paging-loop");
    seen.add(page.next);
    link = page.next;
  }
}
