/** Every search parameter that exists, per type. What is not here is refused before the store hears of it. */
import type { ResourceType } from "@member-exchange/sharing-policy";

export type ParameterKind = "token" | "date" | "reference" | "string" | "id";

/** `demographic`: matches elements that are masked when demographics are withheld. */
export interface SearchParameter {
  readonly kind: ParameterKind;
  readonly demographic?: true;
}

const token: SearchParameter = { kind: "token" };
const date: SearchParameter = { kind: "date" };
const reference: SearchParameter = { kind: "reference" };

const demographic = (kind: ParameterKind): SearchParameter => ({ kind, demographic: true });

/**
 * Besides `_id`, `_count`, `_format`, `patient` and `_lastUpdated`, which every type of the compartment has.
 * @see US Core 6.1 and CARIN Blue Button 2.0 capability statements; FHIR R4 search parameters for types that neither names
 */
export const SEARCH_PARAMETERS: Partial<Record<ResourceType, Readonly<Record<string, SearchParameter>>>> = {
  Patient: {
    birthdate: demographic("date"),
    family: demographic("string"),
    gender: demographic("token"),
    given: demographic("string"),
    identifier: demographic("token"),
    name: demographic("string"),
  },
  RelatedPerson: { name: demographic("string") },
  Encounter: { class: token, date, identifier: token, location: reference, status: token, type: token },
  Condition: {
    "abatement-date": date,
    category: token,
    "clinical-status": token,
    code: token,
    encounter: reference,
    "onset-date": date,
    "recorded-date": date,
  },
  MedicationRequest: { authoredon: date, encounter: reference, intent: token, status: token },
  MedicationDispense: { status: token, type: token, whenhandedover: date },
  MedicationStatement: { effective: date, status: token },
  MedicationAdministration: { "effective-time": date, status: token },
  AllergyIntolerance: { "clinical-status": token },
  Observation: { category: token, code: token, date, encounter: reference, status: token },
  DiagnosticReport: { category: token, code: token, date, encounter: reference, status: token },
  ImagingStudy: { started: date, status: token },
  Specimen: { type: token },
  Immunization: { date, status: token },
  Procedure: { code: token, date, encounter: reference, status: token },
  ServiceRequest: { authored: date, category: token, code: token, encounter: reference, status: token },
  Device: { type: token },
  CarePlan: { category: token, date, status: token },
  CareTeam: { role: token, status: token },
  Goal: { "lifecycle-status": token, "target-date": date },
  DocumentReference: { category: token, date, period: date, status: token, type: token },
  QuestionnaireResponse: { authored: date, status: token },
  ExplanationOfBenefit: { created: date, identifier: token, "service-date": date, status: token, type: token },
  Claim: { created: date, identifier: token, status: token, use: token },
  Coverage: { status: token, type: token },
  Provenance: {},
};

/** One value, or for tokens, references and ids a list divided by commas (FHIR "or"). */
const VALUE: Readonly<Record<ParameterKind, RegExp>> = {
  token: /^[^,\\]{1,200}(,[^,\\]{1,200}){0,49}$/,
  date: /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/,
  reference: /^([A-Za-z]{1,40}\/)?[A-Za-z0-9.-]{1,64}$/,
  string: /^[^,\\|$]{1,100}$/,
  id: /^[A-Za-z0-9.-]{1,64}(,[A-Za-z0-9.-]{1,64}){0,199}$/,
};

export const isWellFormed = (kind: ParameterKind, value: string): boolean => VALUE[kind].test(value);

/** How often a parameter may stand in one query: a date range has two ends, all else stands once. */
export const MAX_REPEATS: Readonly<Record<ParameterKind, number>> = { token: 1, date: 2, reference: 1, string: 1, id: 1 };
