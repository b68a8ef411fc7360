/** Makes an index of a whole record, and brings one up to date with what changed since. */
import { keyOf, type Resource, type ResourceKey } from "../compartment/resource.ts";
import { entryOf, isOpaque, isSame, type Judging, type Once, opaqueEntry } from "./entry.ts";
import { fingerprintOf, UNTOLD } from "./fingerprint.ts";
import { type IndexEntry, isSharedKey, type PatientIndex } from "./patient-index.ts";
import { propagate } from "./propagate.ts";
import type { StoreReader } from "./read-record.ts";
import { eachSortKeysOnce } from "./sort-keys.ts";

/** An index and what is needed to bring it up to date. */
export interface Current {
  readonly index: PatientIndex;
  /** The store's clock, in epoch milliseconds, from which the next check asks. */
  readonly mark: number;
  /** Shared resources that the record leads to, those included that the store does not have. */
  readonly shared: ReadonlySet<ResourceKey>;
}

export interface Building {
  readonly reader: StoreReader;
  readonly judging: Judging;
  /** Whether the resource itself says that it is this patient's. */
  readonly isMine: (resource: Resource) => boolean;
  /** Told how many entries there are by now; may end it by a throw. */
  readonly grown: (entries: number) => void;
}

type Entries = Map<ResourceKey, IndexEntry>;

/** @throws Unavailable or TimedOut when the record cannot be read whole */
export async function buildIndex(patient: string, builtAt: number, building: Building): Promise<Current> {
  const { reader, judging, isMine, grown } = building;
  const entries: Entries = new Map();
  const once = eachOnce();
  const mark = await reader.compartment(patient, undefined, (resource) => {
    if (!isMine(resource)) return;
    const entry = entryOf(resource, judging, once);
    entries.set(entry.key, entry);
    grown(entries.size);
  });
  const shared = await addShared(entries, [...entries.values()], new Set(), once, building);
  return { index: { patient, builtAt, entries: propagate(entries.values()) }, mark, shared };
}

/**
 * The same index when nothing changed. What the store deleted, or changed without moving its time, is not noticed.
 * @throws Unavailable or TimedOut when not every question was answered
 */
export async function mergeChanges({ index, mark: since, shared }: Current, building: Building): Promise<Current> {
  const { reader, judging, isMine, grown } = building;
  const changed: Entries = new Map();
  const gone = new Set<ResourceKey>();
  const once: Once = { key: (key) => index.entries.get(key)?.key ?? key, sort: (keys) => keys };
  const compare = (resource: Resource): void => {
    const before = index.entries.get(keyOf(resource));
    if (before && before.judged !== UNTOLD && before.judged === fingerprintOf(resource)) return;
    const after = entryOf(resource, judging, once);
    if (before && isSame(before, after)) return;
    changed.set(after.key, after);
    grown(index.entries.size + changed.size);
  };
  const mark = await reader.compartment(index.patient, since, (resource) => {
    if (isMine(resource)) compare(resource);
    else if (index.entries.has(keyOf(resource))) gone.add(keyOf(resource));
  });
  await reader.shared([...shared].filter(isTransparent), since, compare);
  if (changed.size === 0 && gone.size === 0) return { index, mark, shared };
  const entries: Entries = new Map(index.entries);
  for (const key of gone) entries.delete(key);
  for (const [key, entry] of changed) entries.set(key, entry);
  const all = await addShared(entries, [...changed.values()], shared, once, building);
  return { index: { ...index, entries: propagate(entries.values()) }, mark, shared: all };
}

function eachOnce(): Once {
  const texts = new Map<ResourceKey, ResourceKey>();
  const key = (wanted: ResourceKey): ResourceKey => {
    const text = texts.get(wanted);
    if (text === undefined) texts.set(wanted, wanted);
    return text ?? wanted;
  };
  return { key, sort: eachSortKeysOnce() };
}

const isTransparent = (key: ResourceKey): boolean => !isOpaque(key);

/** Adds the shared resources to which new entries lead, and those to which these lead; what the store does not have is asked for once. */
async function addShared(
  entries: Entries,
  newcomers: readonly IndexEntry[],
  before: ReadonlySet<ResourceKey>,
  once: Once,
  { reader, judging, grown }: Building,
): Promise<ReadonlySet<ResourceKey>> {
  const shared = new Set(before);
  let wanted: ReadonlySet<ResourceKey>;
  for (let fresh = newcomers; fresh.length > 0; fresh = [...wanted].flatMap((key) => entries.get(key) ?? [])) {
    wanted = new Set(fresh.flatMap(({ targets }) => targets.filter((target) => isSharedKey(target) && !shared.has(target))));
    for (const key of wanted) {
      shared.add(key);
      if (isOpaque(key)) entries.set(key, opaqueEntry(key));
    }
    await reader.shared([...wanted].filter(isTransparent), undefined, (resource) => {
      if (wanted.has(keyOf(resource))) entries.set(once.key(keyOf(resource)), entryOf(resource, judging, once));
    });
    grown(entries.size);
  }
  return shared;
}
