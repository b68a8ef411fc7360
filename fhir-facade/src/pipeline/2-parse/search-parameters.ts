/** Every search parameter that exists, per type. What is not here is refused before the store hears of it. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { type ParameterKind, searchDefinition } from "../../definitions/definitions.ts";

/** `demographic`: matches elements that are masked when demographics are withheld. */
export interface SearchParameter {
  readonly kind: ParameterKind;
  readonly demographic: boolean;
}

/**
 * Besides `_id`, `_lastUpdated` and `patient`, which every type of the compartment has.
 * @see US Core 6.1, CARIN Blue Button 2.0 and PDex 2.1 capability statements; R4 for types that none of them names
 */
const NAMES: Partial<Record<ResourceType, string>> = {
  Patient: "birthdate family gender given identifier name",
  RelatedPerson: "name",
  Encounter: "class date identifier location status type",
  Condition: "abatement-date category clinical-status code encounter onset-date recorded-date",
  MedicationRequest: "authoredon encounter intent status",
  MedicationDispense: "status type whenhandedover",
  MedicationStatement: "effective status",
  MedicationAdministration: "effective-time status",
  AllergyIntolerance: "clinical-status date",
  Observation: "category code date encounter status",
  DiagnosticReport: "category code date encounter status",
  ImagingStudy: "encounter started status",
  Specimen: "collected type",
  Immunization: "date status vaccine-code",
  Procedure: "code date encounter status",
  ServiceRequest: "authored category code encounter status",
  Device: "status type",
  CarePlan: "category date encounter status",
  CareTeam: "date role status",
  Goal: "lifecycle-status start-date target-date",
  DocumentReference: "category date encounter period status type",
  QuestionnaireResponse: "authored encounter status",
  Media: "created encounter status",
  ExplanationOfBenefit: "created encounter identifier service-date status type",
  Claim: "created encounter identifier status use",
  Coverage: "status type",
  Provenance: "recorded",
};

function parameterOf(type: ResourceType, name: string): SearchParameter {
  const definition = searchDefinition(type, name);
  if (!definition) throw new Error(`${type} has no search parameter ${name}`);
  return { kind: definition.kind, demographic: type === "Patient" || type === "RelatedPerson" || name === "identifier" };
}

export const SEARCH_PARAMETERS: Partial<Record<ResourceType, Readonly<Record<string, SearchParameter>>>> = Object.fromEntries(
  Object.entries(NAMES).map(([type, names]) => [
    type,
    Object.fromEntries(names.split(" ").map((name) => [name, parameterOf(type as ResourceType, name)])),
  ]),
);

/** Names of the parameters of a type by which it can be sorted: its dates. */
export const sortableParameters = (type: ResourceType): readonly string[] =>
  Object.entries(SEARCH_PARAMETERS[type] ?? {}).flatMap(([name, { kind, demographic }]) => (kind === "date" && !demographic ? [name] : []));

/** One value, or for tokens, references and ids a list divided by commas (FHIR "or"). */
const VALUE: Readonly<Record<ParameterKind | "id", RegExp>> = {
  token: /^[^,\\]{1,200}(,[^,\\]{1,200}){0,49}$/,
  date: /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/,
  reference: /^([A-Za-z]{1,40}\/)?[A-Za-z0-9.-]{1,64}$/,
  string: /^[^,\\|$]{1,100}$/,
  id: /^[A-Za-z0-9.-]{1,64}(,[A-Za-z0-9.-]{1,64}){0,199}$/,
};

export const isWellFormed = (kind: ParameterKind | "id", value: string): boolean => VALUE[kind].test(value);
