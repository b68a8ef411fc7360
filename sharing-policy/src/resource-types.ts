/** FHIR R4 resource types an app may ask for, in the groups in which a member thinks of them. */

export const RESOURCE_GROUPS = [
  "about-you",
  "visits",
  "medicines",
  "allergies",
  "results",
  "vaccines",
  "procedures",
  "care-plans",
  "documents",
  "claims",
  "coverage",
  "providers",
] as const;
export type ResourceGroup = (typeof RESOURCE_GROUPS)[number];

/**
 * Every supported type and its group; what is not here does not exist for apps.
 * @see US Core 6.1, CARIN Blue Button 2.0 and PDex 2.1 profiles.
 */
export const RESOURCE_TYPES = {
  Patient: "about-you",
  RelatedPerson: "about-you",
  Encounter: "visits",
  Condition: "visits",
  MedicationRequest: "medicines",
  MedicationDispense: "medicines",
  MedicationStatement: "medicines",
  MedicationAdministration: "medicines",
  AllergyIntolerance: "allergies",
  Observation: "results",
  DiagnosticReport: "results",
  ImagingStudy: "results",
  Specimen: "results",
  Immunization: "vaccines",
  Procedure: "procedures",
  ServiceRequest: "procedures",
  Device: "procedures",
  CarePlan: "care-plans",
  CareTeam: "care-plans",
  Goal: "care-plans",
  DocumentReference: "documents",
  QuestionnaireResponse: "documents",
  Media: "documents",
  Binary: "documents",
  ExplanationOfBenefit: "claims",
  Claim: "claims",
  Coverage: "coverage",
  Organization: "providers",
  Practitioner: "providers",
  PractitionerRole: "providers",
  Location: "providers",
  Endpoint: "providers",
  Medication: "medicines",
  Provenance: "providers",
} as const satisfies Record<string, ResourceGroup>;
export type ResourceType = keyof typeof RESOURCE_TYPES;

/** All supported types, in the order of the screen. */
export const ALL_RESOURCE_TYPES: readonly ResourceType[] = Object.keys(RESOURCE_TYPES) as ResourceType[];

/** Types that stand in no patient compartment and are served only when something visible refers to them. */
export const SHARED_RESOURCE_TYPES: ReadonlySet<ResourceType> = new Set([
  "Organization",
  "Practitioner",
  "PractitionerRole",
  "Location",
  "Endpoint",
  "Medication",
  "Binary",
]);

/** Whether `name` is a supported resource type; exact case. */
export function isResourceType(name: string): name is ResourceType {
  return Object.hasOwn(RESOURCE_TYPES, name);
}
