/** Entries of an index as the tests of propagation need them: what a resource tells, and where it points, in FHIR's own words. */
import { referenceReader } from "../../../fhir-facade/src/compartment/references.ts";
import type { Resource, ResourceKey } from "../../../fhir-facade/src/compartment/resource.ts";
import { entryOf } from "../../../fhir-facade/src/patient-index/entry.ts";
import { type IndexEntry, idOf, typeOf } from "../../../fhir-facade/src/patient-index/patient-index.ts";
import { propagate } from "../../../fhir-facade/src/patient-index/propagate.ts";

/** One that points to others in no element in particular. */
export function entry(key: ResourceKey, own: number, ...targets: ResourceKey[]): IndexEntry {
  return {
    key,
    type: typeOf(key),
    id: idOf(key),
    own,
    weak: 0,
    mask: own,
    targets,
    about: [],
    visit: undefined,
    logical: undefined,
    identifiers: [],
    criteria: 0,
    judged: 1,
    sort: {},
  };
}

export interface Bits {
  readonly own?: number;
  readonly weak?: number;
}

const read = referenceReader("http://store.example/fhir");

/** A resource with these elements, and bits as a labeller would say. */
export function saying(key: ResourceKey, { own = 0, weak = 0 }: Bits, elements: object = {}): IndexEntry {
  const resource = { resourceType: typeOf(key), id: idOf(key), ...elements } as Resource;
  const judging = { labeller: { label: () => ({ mask: own, weak, rules: [] }) }, read, criteriaMet: () => 0 };
  return entryOf(resource, judging, { key: (name) => name, sort: (keys) => keys });
}

export const to = (key: ResourceKey): { reference: string } => ({ reference: key });
export const named = (value: string, system = "urn:example:numbers"): { identifier: { system: string; value: string } } => ({
  identifier: { system, value },
});
export const numbered = (...values: string[]): { identifier: { system: string; value: string }[] } => ({
  identifier: values.map((value) => named(value).identifier),
});

/** Final bits by key, of those that have any. */
export const spreadOver = (...entries: IndexEntry[]): Record<string, number> =>
  Object.fromEntries([...propagate(entries).values()].filter(({ mask }) => mask !== 0).map(({ key, mask }) => [key, mask]));
