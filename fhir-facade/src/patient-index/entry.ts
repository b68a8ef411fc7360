/** One resource as the index keeps it: judged by itself, its references read, its words forgotten. */
import { ALL_RESOURCE_TYPES, type ResourceType } from "@member-exchange/sharing-policy";
import { type ReadReference, referencesOf } from "../compartment/references.ts";
import { keyOf, type Resource, type ResourceKey } from "../compartment/resource.ts";
import type { Labeller } from "../labeller/label.ts";
import { UNCLASSIFIABLE } from "../labeller/verdict.ts";
import { fingerprintOf, UNTOLD } from "./fingerprint.ts";
import { type IndexEntry, idOf, typeOf } from "./patient-index.ts";
import { areSameSortKeys, type OneOfSortKeys, sortKeysOf, UNSORTED } from "./sort-keys.ts";

export interface Judging {
  readonly labeller: Labeller;
  readonly read: ReadReference;
  /** Bits of the criteria that a resource meets. */
  readonly criteriaMet: (resource: Resource) => number;
}

/** Gives the same value for equal ones, so that each is kept once. */
export interface Once {
  readonly key: (key: ResourceKey) => ResourceKey;
  readonly sort: OneOfSortKeys;
}

/** Types whose contents nobody can judge and that may be large: they are not even read. */
const OPAQUE: ReadonlySet<ResourceType> = new Set(["Binary"]);
export const isOpaque = (key: ResourceKey): boolean => OPAQUE.has(typeOf(key));

const NONE: readonly ResourceKey[] = Object.freeze([]);

export function entryOf(resource: Resource, { labeller, read, criteriaMet }: Judging, once: Once): IndexEntry {
  const { targets, foreign } = pointsTo(resource, read, once);
  const own = labeller.label(resource).mask | (foreign ? UNCLASSIFIABLE : 0);
  const criteria = criteriaMet(resource);
  return entry(once.key(keyOf(resource)), {
    own,
    targets,
    criteria,
    judged: fingerprintOf(resource),
    sort: sortKeysOf(resource, once.sort),
  });
}

/** What is known of a resource that is not read: that nobody can judge it. */
export const opaqueEntry = (key: ResourceKey): IndexEntry =>
  entry(key, { own: UNCLASSIFIABLE, targets: NONE, criteria: 0, judged: UNTOLD, sort: UNSORTED });

type Found = Pick<IndexEntry, "own" | "targets" | "criteria" | "judged" | "sort">;

/** One text for each type, whatever resource named it. */
const TYPES = new Map(ALL_RESOURCE_TYPES.map((type) => [type, type]));

/** Every entry has the same members in the same order, which is what makes them small. */
const entry = (key: ResourceKey, { own, targets, criteria, judged, sort }: Found): IndexEntry => ({
  key,
  type: TYPES.get(typeOf(key)) ?? typeOf(key),
  id: idOf(key),
  own,
  mask: own,
  targets,
  criteria,
  judged,
  sort,
});

/** Nested too deeply to be read: it points to nobody knows what. */
function pointsTo(resource: Resource, read: ReadReference, once: Once): { targets: readonly ResourceKey[]; foreign: boolean } {
  try {
    const found = referencesOf(resource, read);
    const keys = new Set(found.flatMap((target) => (target.kind === "key" && !target.key.startsWith("Patient/") ? [target.key] : [])));
    return { targets: keys.size === 0 ? NONE : Array.from(keys, once.key), foreign: found.some(({ kind }) => kind === "foreign") };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { targets: NONE, foreign: true };
  }
}

/** Whether nothing that the index keeps of the resource has changed. */
export function isSame(a: IndexEntry, b: IndexEntry): boolean {
  return (
    a.own === b.own &&
    a.criteria === b.criteria &&
    a.judged === b.judged &&
    areSameSortKeys(a.sort, b.sort) &&
    a.targets.length === b.targets.length &&
    a.targets.every((target, place) => target === b.targets[place])
  );
}
