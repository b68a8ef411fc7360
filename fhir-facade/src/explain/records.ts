/** Resources of files as records: one for each patient, with what it leads to. */
import { isResourceType } from "@member-exchange/sharing-policy";
import { COMPARTMENT, isShared } from "../compartment/compartment.ts";
import { type ReadReference, referenceReader, referencesOf } from "../compartment/references.ts";
import { isObject, keyOf, type Resource, type ResourceKey } from "../compartment/resource.ts";
import type { RecordFile } from "./record-files.ts";

export interface PatientRecord {
  /** Id of the Patient; empty for resources that belong to nobody. */
  readonly patient: string;
  /** Each key once; practitioners and the like stand in every record that leads to them. */
  readonly resources: readonly Resource[];
}

/** References in files are resolved: no address of a store stands before them. */
export const readInFiles: ReadReference = referenceReader("urn:no-store");

/** What names no patient and nobody leads to belongs to the only patient of its file, if there is one. */
export function recordsOf(files: readonly RecordFile[]): readonly PatientRecord[] {
  const byPatient = new Map<string, Map<string, Resource>>();
  const put = (patient: string, resource: Resource): void => {
    const record = byPatient.get(patient) ?? new Map<string, Resource>();
    byPatient.set(patient, record.set(keyOf(resource), resource));
  };
  const shared = new Map<string, Resource>();
  const loose: [resource: Resource, only: string][] = [];
  for (const { resources } of files) {
    const owned = resources.map((resource) => ({ resource, patient: patientOf(resource) }));
    const patients = new Set(owned.flatMap(({ patient }) => patient ?? []));
    const only = patients.size === 1 ? [...patients].join() : "";
    for (const { resource, patient } of owned) {
      if (patient !== undefined) put(patient, resource);
      else if (isResourceType(resource.resourceType) && isShared(resource.resourceType)) shared.set(keyOf(resource), resource);
      else put(only, resource);
      if (patient === undefined && shared.has(keyOf(resource))) loose.push([resource, only]);
    }
  }
  const placed = new Set<string>();
  for (const [patient, record] of byPatient) {
    for (const resource of reached(record, shared)) {
      put(patient, resource);
      placed.add(keyOf(resource));
    }
  }
  for (const [resource, only] of loose) if (!placed.has(keyOf(resource))) put(only, resource);
  return Array.from(byPatient, ([patient, record]) => ({ patient, resources: [...record.values()] }));
}

function patientOf(resource: Resource): string | undefined {
  const { resourceType: type } = resource;
  if (type === "Patient") return resource.id;
  // of a type that the facade does not serve nobody has said where the patient stands
  const element = isResourceType(type) ? COMPARTMENT[type]?.element : "subject";
  const value = element === undefined ? undefined : (resource[element] ?? resource.patient);
  for (const item of [value ?? []].flat()) {
    const target = isObject(item) && typeof item.reference === "string" ? readInFiles(item.reference) : undefined;
    if (target?.kind === "key" && target.key.startsWith("Patient/")) return target.key.slice("Patient/".length);
  }
  return undefined;
}

/** The shared resources to which a record leads, directly or by one another. */
function reached(record: ReadonlyMap<string, Resource>, shared: ReadonlyMap<string, Resource>): readonly Resource[] {
  const found = new Map<string, Resource>();
  const open = [...record.values()];
  for (let resource = open.pop(); resource; resource = open.pop()) {
    for (const key of keysIn(resource)) {
      const target = shared.get(key);
      if (!target || found.has(key)) continue;
      found.set(key, target);
      open.push(target);
    }
  }
  return [...found.values()];
}

/** Nested too deeply to be read: it leads to nobody knows what. */
function keysIn(resource: Resource): readonly ResourceKey[] {
  try {
    return referencesOf(resource, readInFiles).flatMap((target) => (target.kind === "key" ? [target.key] : []));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [];
  }
}
