/** Pages of the store that were read only to see whether something follows: kept for the request that comes for them. */
import type { Store, StorePage } from "./store.ts";

const MAX_AGE_MS = 30_000;
const MAX_PAGES = 32;

export interface LookingAhead extends Store {
  readonly keep: (next: string, page: StorePage) => void;
}

/**
 * The same store; a next page that was read lately is given once more, and once only. Pages are told apart by the whole link of the store, and what is in them
 * is judged anew for whoever asks.
 */
export function lookingAhead(store: Store): LookingAhead {
  const kept = new Map<string, { readonly page: StorePage; readonly since: number }>();
  return {
    read: store.read,
    search: store.search,
    nextPage: async (type, next) => {
      const known = kept.get(next);
      kept.delete(next);
      return known && performance.now() - known.since < MAX_AGE_MS ? known.page : store.nextPage(type, next);
    },
    keep: (next, page) => {
      kept.delete(next);
      kept.set(next, { page, since: performance.now() });
      for (const oldest of kept.keys()) {
        if (kept.size <= MAX_PAGES) break;
        kept.delete(oldest);
      }
    },
  };
}
