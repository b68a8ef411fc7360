/** One resource as the index keeps it: judged by itself, its references read, its words forgotten. */
import { ALL_RESOURCE_TYPES, type ResourceType } from "@member-exchange/sharing-policy";
import type { ReadReference } from "../compartment/references.ts";
import { keyOf, type Resource, type ResourceKey } from "../compartment/resource.ts";
import type { Labeller } from "../labeller/label.ts";
import { UNCLASSIFIABLE } from "../labeller/verdict.ts";
import { fingerprintOf, UNTOLD } from "./fingerprint.ts";
import { type IndexEntry, idOf, typeOf } from "./patient-index.ts";
import { areSameSortKeys, type OneOfSortKeys, sortKeysOf, UNSORTED } from "./sort-keys.ts";
import { NOWHERE, type Pointing, type Surroundings, surroundingsOf } from "./spread/pointing.ts";

export interface Judging {
  readonly labeller: Pick<Labeller, "label">;
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

export function entryOf(resource: Resource, { labeller, read, criteriaMet }: Judging, once: Once): IndexEntry {
  const surroundings = surroundingsOf(resource, read, once.key);
  const { mask, weak } = labeller.label(resource);
  return entry(once.key(keyOf(resource)), surroundings, {
    own: mask | (surroundings.foreign ? UNCLASSIFIABLE : 0),
    weak,
    criteria: criteriaMet(resource),
    judged: fingerprintOf(resource),
    sort: sortKeysOf(resource, once.sort),
  });
}

/** What is known of a resource that is not read: that nobody can judge it. */
export const opaqueEntry = (key: ResourceKey): IndexEntry =>
  entry(key, NOWHERE, { own: UNCLASSIFIABLE, weak: 0, criteria: 0, judged: UNTOLD, sort: UNSORTED });

type Found = Pick<IndexEntry, "own" | "weak" | "criteria" | "judged" | "sort">;

/** One text for each type, whatever resource named it. */
const TYPES = new Map(ALL_RESOURCE_TYPES.map((type) => [type, type]));

/** Every entry has the same members in the same order, which is what makes them small. */
const entry = (
  key: ResourceKey,
  { targets, about, visit, logical, identifiers }: Surroundings,
  { own, weak, criteria, judged, sort }: Found,
): IndexEntry => ({
  key,
  type: TYPES.get(typeOf(key)) ?? typeOf(key),
  id: idOf(key),
  own,
  weak,
  mask: own,
  targets,
  about,
  visit,
  logical,
  identifiers,
  criteria,
  judged,
  sort,
});

/** Whether nothing that the index keeps of the resource has changed. */
export function isSame(a: IndexEntry, b: IndexEntry): boolean {
  return (
    a.own === b.own &&
    a.weak === b.weak &&
    a.criteria === b.criteria &&
    a.judged === b.judged &&
    areSameSortKeys(a.sort, b.sort) &&
    isSamePointing(a, b) &&
    isSameLogical(a.logical, b.logical) &&
    isSameList(a.identifiers, b.identifiers)
  );
}

const isSamePointing = <Name>(a: Pointing<Name>, b: Pointing<Name>): boolean =>
  a.visit === b.visit && isSameList(a.targets, b.targets) && isSameList(a.about, b.about);

const isSameLogical = (a: Pointing<number> | undefined, b: Pointing<number> | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && isSamePointing(a, b));

const isSameList = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, place) => item === b[place]);
