/** Other members' ids: a reference to another Patient than the authorized one leaves without saying to whom. */
import { isObject, type Json, type Resource } from "../../compartment/resource.ts";

const PATIENT = /(?:^|\/)Patient\/([A-Za-z0-9.-]{1,64})(?:\/|$)/;

/** The same resource when it names nobody else. */
export function withoutOtherPatients(resource: Resource, patient: string): Resource {
  return stripped(resource, patient) as Resource;
}

function stripped(value: Json | undefined, patient: string): Json | undefined {
  if (Array.isArray(value)) {
    const items = value.map((item) => stripped(item, patient) as Json);
    return items.some((item, n) => item !== value[n]) ? items : value;
  }
  if (!isObject(value)) return value;
  if (typeof value.reference === "string") {
    const [, id] = PATIENT.exec(value.reference) ?? [];
    if (id !== undefined && id !== patient) return { extension: MASKED };
  }
  let changed: Record<string, Json | undefined> | undefined;
  for (const name in value) {
    const inner = stripped(value[name], patient);
    if (inner !== value[name]) changed = { ...(changed ?? value), [name]: inner };
  }
  return changed ?? value;
}

/** @see https://hl7.org/fhir/R4/extension-data-absent-reason.html */
export const MASKED = [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: "masked" }];
