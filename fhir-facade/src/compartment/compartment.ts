/** The Patient compartment as data: by which element a resource belongs to a patient, and by which search parameter it is found. */
import { ALL_RESOURCE_TYPES, type ResourceType, SHARED_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { searchDefinition } from "../definitions/definitions.ts";
import type { ReadReference } from "./references.ts";
import { isObject, type Json, type Resource } from "./resource.ts";

export interface Membership {
  /** Element that must hold a reference to the patient; for a list, one of its items. */
  readonly element: string;
  /** Search parameter that pins a search to the patient. */
  readonly parameter: string;
}

/** R4's `patient` search parameter says both; the subject only, not everyone who took part. */
function membershipOf(type: ResourceType): Membership | undefined {
  if (type === "Patient") return { element: "id", parameter: "_id" };
  const [element] = SHARED_RESOURCE_TYPES.has(type) ? [] : (searchDefinition(type, "patient")?.paths ?? []);
  return element === undefined ? undefined : { element, parameter: "patient" };
}

/**
 * Types in the compartment.
 * @see https://hl7.org/fhir/R4/compartmentdefinition-patient.html
 */
export const COMPARTMENT: Partial<Record<ResourceType, Membership>> = Object.fromEntries(
  ALL_RESOURCE_TYPES.flatMap((type) => {
    const membership = membershipOf(type);
    return membership ? [[type, membership]] : [];
  }),
);

/** Every supported type that stands in the compartment, Patient first. */
export const COMPARTMENT_TYPES: readonly ResourceType[] = ALL_RESOURCE_TYPES.filter((type) => Object.hasOwn(COMPARTMENT, type));

export const isShared = (type: ResourceType): boolean => SHARED_RESOURCE_TYPES.has(type);

/** The parameter that pins a search of `type` to one patient. @throws RangeError for a type outside the compartment */
export function patientParameter(type: ResourceType): string {
  const membership = COMPARTMENT[type];
  if (!membership) throw new RangeError(`${type} is not in the patient compartment`);
  return membership.parameter;
}

/** Whether the resource itself says that it is the patient's, and nobody else's; a type outside the table never is. */
export function belongsTo(resource: Resource, patient: string, read: ReadReference): boolean {
  if (resource.resourceType === "Patient") return resource.id === patient;
  const membership = COMPARTMENT[resource.resourceType];
  if (!membership) return false;
  const value = resource[membership.element];
  if (isObject(value) && value.reference === `Patient/${patient}`) return true;
  const references: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  const patients = references.flatMap((item) => {
    const target = isObject(item) && typeof item.reference === "string" ? read(item.reference) : undefined;
    return target?.kind === "key" && target.key.startsWith("Patient/") ? [target.key] : [];
  });
  return patients.length > 0 && patients.every((key) => key === `Patient/${patient}`);
}
