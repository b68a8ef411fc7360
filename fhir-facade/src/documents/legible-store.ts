/** A store whose documents can be judged: whatever it answers was prepared before anybody sees it. */
import type { Store } from "../pipeline/4-forward/store.ts";
import type { Documents } from "./documents.ts";

export function legibleStore(store: Store, { prepare }: Documents): Store {
  return {
    async read(type, id) {
      const resource = await store.read(type, id);
      if (resource) await prepare([resource]);
      return resource;
    },
    async search(type, query) {
      const page = await store.search(type, query);
      await prepare(page.resources);
      return page;
    },
    async nextPage(type, next) {
      const page = await store.nextPage(type, next);
      await prepare(page.resources);
      return page;
    },
  };
}
