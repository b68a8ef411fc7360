/** Reads a whole compartment once and keeps its verdicts; one build per patient at a time, shared by all who wait for it. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { belongsTo, COMPARTMENT_TYPES, patientParameter } from "../compartment/compartment.ts";
import { referenceReader } from "../compartment/references.ts";
import { keyOf, type Resource, type ResourceKey } from "../compartment/resource.ts";
import type { Config } from "../config.ts";
import type { Labeller } from "../labeller/label.ts";
import { tooManyRequests, unavailable } from "../outcome/refusals.ts";
import type { Store } from "../pipeline/4-forward/store.ts";
import { entryFor, type IndexEntry, missingShared, spread } from "./index-entries.ts";
import { PatientIndex } from "./patient-index.ts";

const PAGE = "500";
const IDS_PER_REQUEST = 50;

export type IndexOf = (patientId: string) => Promise<PatientIndex>;

type Limits = Pick<Config, "storeUrl" | "storeConcurrency" | "indexMaxAgeMs" | "indexMaxResources" | "indexMaxPatients" | "indexMaxBuilds">;

/** @throws from the returned function: Unavailable or TimedOut when the record cannot be read whole, TooManyRequests when too many are being read */
export function patientIndexes(store: Store, labeller: Labeller, limits: Limits, now: () => number = Date.now): IndexOf {
  const kept = new Map<string, PatientIndex>();
  const building = new Map<string, Promise<PatientIndex>>();
  return (patientId) => {
    const index = kept.get(patientId);
    if (index && now() - index.builtAt < limits.indexMaxAgeMs) return Promise.resolve(index);
    const running = building.get(patientId);
    if (running) return running;
    if (building.size >= limits.indexMaxBuilds) return Promise.reject(tooManyRequests("index-builds"));
    const build = buildIndex(patientId, store, labeller, limits, now())
      .then((built) => {
        kept.delete(patientId);
        kept.set(patientId, built);
        for (const oldest of kept.keys()) {
          if (kept.size <= limits.indexMaxPatients) break;
          kept.delete(oldest);
        }
        return built;
      })
      .finally(() => building.delete(patientId));
    building.set(patientId, build);
    return build;
  };
}

async function buildIndex(patientId: string, store: Store, labeller: Labeller, limits: Limits, startedAt: number): Promise<PatientIndex> {
  const entries = new Map<ResourceKey, IndexEntry>();
  const read = referenceReader(limits.storeUrl);
  const add = (resource: Resource) => {
    entries.set(keyOf(resource), entryFor(resource, labeller, read));
    if (entries.size > limits.indexMaxResources) throw unavailable("index-too-large");
  };
  await inParallel(limits.storeConcurrency, COMPARTMENT_TYPES, async (type) => {
    let page = await store.search(type, [
      { name: patientParameter(type), value: patientId },
      { name: "_count", value: PAGE },
    ]);
    for (;;) {
      for (const resource of page.resources) if (belongsTo(resource, patientId, read)) add(resource);
      if (page.next === undefined) break;
      page = await store.nextPage(type, page.next);
    }
  });
  // a shared resource may refer to another: a role to its practitioner and organization
  for (let wanted = missingShared(entries); wanted.length > 0; ) {
    await inParallel(limits.storeConcurrency, batches(wanted), async ({ type, ids }) => {
      const { resources } = await store.search(type, [
        { name: "_id", value: ids.join(",") },
        { name: "_count", value: String(ids.length) },
      ]);
      for (const resource of resources) if (ids.includes(resource.id)) add(resource);
    });
    const still = missingShared(entries);
    wanted = still.some((key) => !wanted.includes(key)) ? still.filter((key) => !wanted.includes(key)) : [];
  }
  spread(entries);
  return new PatientIndex(entries, startedAt);
}

function batches(keys: readonly string[]): { type: ResourceType; ids: string[] }[] {
  const byType = new Map<ResourceType, string[]>();
  for (const key of keys) {
    const type = key.slice(0, key.indexOf("/")) as ResourceType;
    const ids = byType.get(type) ?? [];
    ids.push(key.slice(type.length + 1));
    byType.set(type, ids);
  }
  return [...byType].flatMap(([type, ids]) =>
    Array.from({ length: Math.ceil(ids.length / IDS_PER_REQUEST) }, (_, index) => ({
      type,
      ids: ids.slice(index * IDS_PER_REQUEST, (index + 1) * IDS_PER_REQUEST),
    })),
  );
}

async function inParallel<Item>(width: number, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}
