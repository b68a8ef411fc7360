/** Which way labels go, as data: what a statement is about or made of, in which visit it was made, and which bits spread. */
import { type ResourceType, SHARED_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { categoryBit, UNCLASSIFIABLE } from "../../labeller/verdict.ts";

/** Every category, those that a plan adds included. */
export const CATEGORIES_ALL = UNCLASSIFIABLE - 1;

/**
 * Bits that are handed on by evidence. Demographics tell who, not what; that there is a psychotherapy note does not make notes of the diagnosis and the
 * visit (45 CFR 164.501). Both still reach who refers to them, as every bit does.
 */
export const SPREADS = CATEGORIES_ALL & ~(categoryBit("DEMO") | categoryBit("PSYTHPN"));

/**
 * Elements in which a type names what it is about or made of. A drug tells what it is given for; a test or a screening does not: it is done for many reasons. Types without a row hand nothing on: a document says many things about many, and a visit, a
 * care plan, a care team or a list only gathers them. A bill hands its label to the same bill and to the one prescription that it pays for.
 */
const ABOUT: Partial<Record<ResourceType, readonly string[]>> = {
  Condition: ["detail", "assessment"],
  MedicationRequest: ["reasonReference", "basedOn", "priorPrescription"],
  MedicationDispense: ["authorizingPrescription", "partOf"],
  MedicationStatement: ["reasonReference", "basedOn", "partOf", "derivedFrom"],
  MedicationAdministration: ["reasonReference", "request", "partOf"],
  Observation: ["focus", "hasMember", "derivedFrom", "basedOn", "partOf"],
  DiagnosticReport: ["result", "basedOn", "imagingStudy", "link"],
  ImagingStudy: ["procedureReference", "basedOn"],
  Immunization: ["detail"],
  Procedure: ["report", "complicationDetail", "basedOn", "partOf"],
  ServiceRequest: ["basedOn", "replaces"],
  QuestionnaireResponse: ["basedOn", "partOf"],
  Claim: ["claim", "prescription", "originalPrescription"],
  ExplanationOfBenefit: ["claim", "prescription", "originalPrescription"],
};

const ABOUT_SETS = new Map(Object.entries(ABOUT).map(([type, elements]) => [type, new Set(elements)]));
const NOTHING: ReadonlySet<string> = new Set();

/** Names of elements, at any depth. */
export const aboutElements = (type: ResourceType): ReadonlySet<string> => ABOUT_SETS.get(type) ?? NOTHING;

/** People, and what only gathers: they get no label for what is said of them. */
const NEVER_ABOUT: ReadonlySet<string> = new Set<ResourceType>([
  ...SHARED_RESOURCE_TYPES,
  "Patient",
  "RelatedPerson",
  "Coverage",
  "Encounter",
  "CareTeam",
  "CarePlan",
]);
export const canBeAbout = (type: ResourceType): boolean => !NEVER_ABOUT.has(type);

/** What happens in a visit; bills, documents and reports, which only tell of it, are not counted. */
const STATEMENTS: ReadonlySet<string> = new Set<ResourceType>([
  "AllergyIntolerance",
  "Condition",
  "ImagingStudy",
  "Immunization",
  "MedicationAdministration",
  "MedicationDispense",
  "MedicationRequest",
  "MedicationStatement",
  "Observation",
  "Procedure",
  "QuestionnaireResponse",
  "ServiceRequest",
]);
export const isStatement = (type: ResourceType): boolean => STATEMENTS.has(type);

/** Elements in which a statement names its visit. */
export const isVisitElement = (element: string): boolean => element === "encounter" || element === "context";

/** Whose identifiers say who is meant, not what: member and subscriber numbers stand everywhere. */
const PEOPLE: ReadonlySet<string> = new Set<ResourceType>(["Patient", "RelatedPerson", "Coverage"]);
export const isPerson = (type: ResourceType): boolean => PEOPLE.has(type);

/** An identifier that more resources carry which tell nothing by themselves names something that they all belong to. */
export const MOST_ALIKE = 8;
