/** Reads a whole compartment once and keeps its verdicts; one build per patient at a time, shared by all who wait for it. */
import { type ResourceType, SHARED_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { belongsTo, COMPARTMENT_TYPES, patientParameter } from "../compartment/compartment.ts";
import { type ReadReference, referenceReader, referencesOf } from "../compartment/references.ts";
import { keyOf, type Resource, type ResourceKey } from "../compartment/resource.ts";
import type { Config } from "../config.ts";
import type { Labeller } from "../labeller/label.ts";
import { tooManyRequests, unavailable } from "../outcome/refusals.ts";
import type { Pair } from "../pipeline/2-parse/raw-query.ts";
import { pagesOf } from "../pipeline/4-forward/pages-of.ts";
import { readByIds } from "../pipeline/4-forward/read-by-ids.ts";
import type { Store } from "../pipeline/4-forward/store.ts";
import { idOf, isSharedKey, type PatientIndex, typeOf } from "./patient-index.ts";
import { type LabelledEntry, propagate } from "./propagate.ts";

const PAGE = "500";

export type IndexOf = (patient: string) => Promise<PatientIndex>;

type Limits = Pick<Config, "storeUrl" | "storeConcurrency" | "indexMaxAgeMs" | "indexMaxResources" | "indexMaxPatients" | "indexMaxBuilds">;

/** @throws from the returned function: Unavailable or TimedOut when the record cannot be read whole, TooManyRequests when too many are being read */
export function patientIndexes(store: Store, labeller: Labeller, limits: Limits, now: () => number = Date.now): IndexOf {
  const kept = new Map<string, PatientIndex>();
  const building = new Map<string, Promise<PatientIndex>>();
  return (patient) => {
    const index = kept.get(patient);
    if (index && now() - index.builtAt < limits.indexMaxAgeMs) return Promise.resolve(index);
    const running = building.get(patient);
    if (running) return running;
    if (building.size >= limits.indexMaxBuilds) return Promise.reject(tooManyRequests("index-builds"));
    const build = buildIndex(patient, store, labeller, limits, now())
      .then((built) => {
        kept.delete(patient);
        kept.set(patient, built);
        for (const oldest of kept.keys()) {
          if (kept.size <= limits.indexMaxPatients) break;
          kept.delete(oldest);
        }
        return built;
      })
      .finally(() => building.delete(patient));
    building.set(patient, build);
    return build;
  };
}

async function buildIndex(patient: string, store: Store, labeller: Labeller, limits: Limits, builtAt: number): Promise<PatientIndex> {
  const entries = new Map<ResourceKey, LabelledEntry>();
  const read = referenceReader(limits.storeUrl);
  const add = (resource: Resource): void => {
    entries.set(keyOf(resource), labelled(resource, labeller, read));
    if (entries.size > limits.indexMaxResources) throw unavailable("index-too-large");
  };
  await inParallel(limits.storeConcurrency, COMPARTMENT_TYPES, async (type) => {
    const query: readonly Pair[] = [
      [patientParameter(type), patient],
      ["_count", PAGE],
    ];
    for await (const { page } of pagesOf(store, type, query)) {
      for (const resource of page.resources) if (belongsTo(resource, patient, read)) add(resource);
    }
  });
  // a shared resource may point to another (a role to its practitioner); what the store does not have is asked for once
  const asked = new Set<ResourceKey>();
  for (let wanted = missingShared(entries, asked); wanted.length > 0; wanted = missingShared(entries, asked)) {
    for (const key of wanted) asked.add(key);
    await inParallel(limits.storeConcurrency, [...SHARED_RESOURCE_TYPES], async (type: ResourceType) => {
      const ids = wanted.filter((key) => typeOf(key) === type).map(idOf);
      for (const resource of await readByIds(store, type, ids)) add(resource);
    });
  }
  return { patient, builtAt, entries: propagate(entries.values()) };
}

/** Nested too deeply to be read: it cannot be judged and points to nobody knows what. */
function labelled(resource: Resource, labeller: Labeller, read: ReadReference): LabelledEntry {
  const about = { key: keyOf(resource), type: resource.resourceType, id: resource.id, mask: labeller.label(resource).mask };
  try {
    const found = referencesOf(resource, read);
    const targets = found.flatMap((target) => (target.kind === "key" && !target.key.startsWith("Patient/") ? [target.key] : []));
    return { ...about, targets: [...new Set(targets)], foreign: found.some(({ kind }) => kind === "foreign") };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...about, targets: [], foreign: true };
  }
}

function missingShared(entries: ReadonlyMap<ResourceKey, LabelledEntry>, asked: ReadonlySet<ResourceKey>): ResourceKey[] {
  const targets = new Set([...entries.values()].flatMap((entry) => entry.targets));
  return [...targets].filter((key) => isSharedKey(key) && !entries.has(key) && !asked.has(key));
}

async function inParallel<Item>(width: number, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}
