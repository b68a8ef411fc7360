/** What the index asks the store: one patient's record, whole or what changed in it, and the shared resources that it leads to. */
import { type ResourceType, SHARED_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { COMPARTMENT_TYPES, patientParameter } from "../compartment/compartment.ts";
import type { Resource, ResourceKey } from "../compartment/resource.ts";
import type { Pair } from "../pipeline/2-parse/raw-query.ts";
import { pagesOf } from "../pipeline/4-forward/pages-of.ts";
import { readByIds } from "../pipeline/4-forward/read-by-ids.ts";
import type { Store } from "../pipeline/4-forward/store.ts";
import { idOf, typeOf } from "./patient-index.ts";

const PAGE = "500";

/** How far back a check looks before the one before it: transactions that took their time stamp early and were committed late. */
const OVERLAP_MS = 60_000;

export interface StoreReader {
  /**
   * Gives each resource that the store has for the patient, since the mark when there is one; whose they are is still to be checked.
   * @returns the mark from which the next check asks
   */
  readonly compartment: (patient: string, since: number | undefined, take: (resource: Resource) => void) => Promise<number>;
  readonly shared: (keys: readonly ResourceKey[], since: number | undefined, take: (resource: Resource) => void) => Promise<void>;
}

/** @throws Unavailable or TimedOut from both when any page cannot be read */
export function storeReader(store: Store, width: number, now: () => number): StoreReader {
  return {
    async compartment(patient, since, take) {
      const began = now();
      let mark = Number.POSITIVE_INFINITY;
      await inParallel(width, COMPARTMENT_TYPES, async (type, goesOn) => {
        const query: readonly Pair[] = [[patientParameter(type), patient], ...changedSince(since), ["_count", PAGE]];
        for await (const { page } of pagesOf(store, type, query)) {
          if (!goesOn()) return;
          // what the store's clock said when the first question was put, at the latest
          mark = Math.min(mark, (page.date ?? now()) - Math.max(0, now() - began));
          for (const resource of page.resources) take(resource);
        }
      });
      return mark - OVERLAP_MS;
    },
    async shared(keys, since, take) {
      await inParallel(width, [...SHARED_RESOURCE_TYPES], async (type: ResourceType) => {
        const ids = keys.filter((key) => typeOf(key) === type).map(idOf);
        for (const resource of await readByIds(store, type, ids, changedSince(since))) take(resource);
      });
    },
  };
}

const changedSince = (mark: number | undefined): readonly Pair[] =>
  mark === undefined ? [] : [["_lastUpdated", `ge${new Date(mark).toISOString()}`]];

/** After the first throw nothing new is begun; it is passed on when what was under way has ended, so that nothing goes on unseen. */
async function inParallel<Item>(
  width: number,
  items: readonly Item[],
  work: (item: Item, goesOn: () => boolean) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const thrown: unknown[] = [];
  const goesOn = (): boolean => thrown.length === 0;
  const worker = async (): Promise<void> => {
    for (const item of rest) {
      if (!goesOn()) return;
      await work(item, goesOn).catch((error) => thrown.push(error));
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  if (!goesOn()) throw thrown[0];
}
