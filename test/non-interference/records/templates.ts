/** One ordinary shape for every resource type: what is planted and what is plain differ in codes, words and references only. */
import type { CodeKind, Coding } from "./codes.ts";
import { VACCINE } from "./codes.ts";

export interface Filling {
  /** Logical id of the Patient. */
  readonly patient: string;
  /** Its own `Type/id`, which is one of its identifiers too. */
  readonly name: string;
  readonly date: string;
  readonly coding: (kind: CodeKind) => Coding;
  /** `Type/id` of a resource to point to, if there is to be one. */
  readonly to: (type: string) => string | undefined;
  /** Whether the next reference names an identifier in place of the id. */
  readonly byName: () => boolean;
  /** A text that nobody else has. */
  readonly words: () => string;
}

type Elements = Readonly<Record<string, unknown>>;

const HL7 = "http://terminology.hl7.org/CodeSystem";
const standard = (system: string, code: string): Elements => ({ coding: [{ system: `${HL7}/${system}`, code }] });
const concept = (filling: Filling, kind: CodeKind): Elements => ({
  coding: [{ ...filling.coding(kind), display: filling.words() }],
  text: filling.words(),
});
const NAMES = "urn:example:names";
export const BY_NAME_ONE_IN = 10;
/** Shared resources are there only for who leads to them by id. */
const pointer = (filling: Filling, target: string): Elements =>
  filling.byName() && !SHARED.some((type) => target.startsWith(`${type}/`))
    ? { identifier: { system: NAMES, value: target } }
    : { reference: target };
const reference = (filling: Filling, type: string, name: string): Elements => {
  const target = filling.to(type);
  return target === undefined ? {} : { [name]: { ...pointer(filling, target), display: filling.words() } };
};
const references = (filling: Filling, type: string, name: string): Elements => {
  const target = filling.to(type);
  return target === undefined ? {} : { [name]: [{ ...pointer(filling, target), display: filling.words() }] };
};
const person = ({ patient }: Filling): Elements => ({ reference: `Patient/${patient}` });
const narrative = ({ words }: Filling): Elements => ({
  status: "generated",
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${words()}</div>`,
});
const identifier = ({ words, name }: Filling): readonly Elements[] => [
  { system: "urn:example:records", value: words() },
  { system: NAMES, value: name },
];
const note = ({ words }: Filling): readonly Elements[] => [{ text: words() }];
const period = ({ date }: Filling): Elements => ({ start: `${date}T09:00:00Z`, end: `${date}T10:30:00Z` });
const both = (filling: Filling): Elements => ({ text: narrative(filling), identifier: identifier(filling) });

const drug = (filling: Filling): Elements =>
  filling.to("Medication") === undefined
    ? { medicationCodeableConcept: concept(filling, "drug") }
    : reference(filling, "Medication", "medicationReference");

const bill = (filling: Filling): Elements => ({
  ...both(filling),
  status: "active",
  type: standard("claim-type", "professional"),
  use: "claim",
  patient: person(filling),
  billablePeriod: period(filling),
  created: filling.date,
  ...reference(filling, "Practitioner", "provider"),
  ...reference(filling, "Location", "facility"),
  diagnosis: [{ sequence: 1, diagnosisCodeableConcept: concept(filling, "diagnosis") }],
  item: [
    {
      sequence: 1,
      servicedDate: filling.date,
      productOrService: concept(filling, "procedure"),
      ...references(filling, "Encounter", "encounter"),
    },
  ],
});

/** Elements of a type; ids and meta are given where they are made. */
export const TEMPLATES: Readonly<Record<string, (filling: Filling) => Elements>> = {
  Encounter: (f) => ({
    ...both(f),
    status: "finished",
    class: { system: `${HL7}/v3-ActCode`, code: "AMB" },
    subject: person(f),
    period: period(f),
    reasonCode: [concept(f, "diagnosis")],
    ...reference(f, "Organization", "serviceProvider"),
    ...(f.to("Condition") === undefined ? {} : { diagnosis: [reference(f, "Condition", "condition")] }),
    ...(f.to("Practitioner") === undefined ? {} : { participant: [reference(f, "Practitioner", "individual")] }),
    ...(f.to("Location") === undefined ? {} : { location: [reference(f, "Location", "location")] }),
  }),
  Condition: (f) => ({
    ...both(f),
    clinicalStatus: standard("condition-clinical", "active"),
    category: [standard("condition-category", "encounter-diagnosis")],
    code: concept(f, "diagnosis"),
    subject: person(f),
    ...reference(f, "Encounter", "encounter"),
    onsetDateTime: f.date,
    recordedDate: f.date,
    ...reference(f, "Practitioner", "recorder"),
    note: note(f),
  }),
  Claim: bill,
  ExplanationOfBenefit: (f) => ({ ...bill(f), outcome: "complete", disposition: f.words(), ...reference(f, "Claim", "claim") }),
  MedicationRequest: (f) => ({
    ...both(f),
    status: "active",
    intent: "order",
    ...drug(f),
    subject: person(f),
    ...reference(f, "Encounter", "encounter"),
    authoredOn: `${f.date}T11:00:00Z`,
    ...reference(f, "Practitioner", "requester"),
    reasonCode: [concept(f, "diagnosis")],
    dosageInstruction: [{ text: f.words(), patientInstruction: f.words() }],
  }),
  MedicationDispense: (f) => ({
    ...both(f),
    status: "completed",
    ...drug(f),
    subject: person(f),
    whenHandedOver: `${f.date}T15:00:00Z`,
    ...references(f, "MedicationRequest", "authorizingPrescription"),
  }),
  MedicationStatement: (f) => ({
    ...both(f),
    status: "active",
    ...drug(f),
    subject: person(f),
    effectivePeriod: period(f),
    ...reference(f, "Encounter", "context"),
    reasonCode: [concept(f, "diagnosis")],
  }),
  MedicationAdministration: (f) => ({
    ...both(f),
    status: "completed",
    ...drug(f),
    subject: person(f),
    effectiveDateTime: f.date,
    ...reference(f, "Encounter", "context"),
    ...references(f, "Condition", "reasonReference"),
  }),
  AllergyIntolerance: (f) => ({
    ...both(f),
    clinicalStatus: standard("allergyintolerance-clinical", "active"),
    code: concept(f, "drug"),
    patient: person(f),
    ...reference(f, "Encounter", "encounter"),
    recordedDate: f.date,
  }),
  Observation: (f) => ({
    ...both(f),
    status: "final",
    category: [standard("observation-category", "laboratory")],
    code: concept(f, "lab"),
    subject: person(f),
    ...reference(f, "Encounter", "encounter"),
    ...references(f, "Condition", "focus"),
    effectiveDateTime: `${f.date}T08:15:00Z`,
    issued: `${f.date}T12:00:00.000Z`,
    ...references(f, "Organization", "performer"),
    valueString: f.words(),
    note: note(f),
  }),
  DiagnosticReport: (f) => ({
    ...both(f),
    status: "final",
    category: [standard("v2-0074", "LAB")],
    code: concept(f, "lab"),
    subject: person(f),
    ...reference(f, "Encounter", "encounter"),
    effectivePeriod: period(f),
    ...references(f, "Observation", "result"),
    conclusion: f.words(),
  }),
  ImagingStudy: (f) => ({
    ...both(f),
    status: "available",
    subject: person(f),
    ...reference(f, "Encounter", "encounter"),
    started: `${f.date}T13:00:00Z`,
    procedureCode: [concept(f, "procedure")],
    reasonCode: [concept(f, "diagnosis")],
    description: f.words(),
  }),
  Specimen: (f) => ({
    ...both(f),
    status: "available",
    type: concept(f, "lab"),
    subject: person(f),
    ...references(f, "ServiceRequest", "request"),
    note: note(f),
  }),
  Immunization: (f) => ({
    ...both(f),
    status: "completed",
    vaccineCode: { coding: [{ ...VACCINE, display: f.words() }] },
    patient: person(f),
    ...reference(f, "Encounter", "encounter"),
    occurrenceDateTime: f.date,
    reasonCode: [concept(f, "diagnosis")],
  }),
  Procedure: (f) => ({
    ...both(f),
    status: "completed",
    code: concept(f, "procedure"),
    subject: person(f),
    ...reference(f, "Encounter", "encounter"),
    performedPeriod: period(f),
    reasonCode: [concept(f, "diagnosis")],
    ...references(f, "Condition", "reasonReference"),
  }),
  ServiceRequest: (f) => ({
    ...both(f),
    status: "active",
    intent: "order",
    category: [concept(f, "procedure")],
    code: concept(f, "lab"),
    subject: person(f),
    ...reference(f, "Encounter", "encounter"),
    authoredOn: f.date,
    reasonCode: [concept(f, "diagnosis")],
    ...references(f, "Condition", "reasonReference"),
  }),
  Device: (f) => ({
    ...both(f),
    status: "active",
    type: concept(f, "procedure"),
    patient: person(f),
    deviceName: [{ name: f.words(), type: "user-friendly-name" }],
  }),
  CarePlan: (f) => ({
    ...both(f),
    status: "active",
    intent: "plan",
    category: [concept(f, "procedure")],
    title: f.words(),
    subject: person(f),
    ...reference(f, "Encounter", "encounter"),
    period: { start: f.date },
    ...references(f, "CareTeam", "careTeam"),
    ...references(f, "Condition", "addresses"),
    ...references(f, "Goal", "goal"),
    activity: [
      { detail: { status: "in-progress", code: concept(f, "procedure"), reasonCode: [concept(f, "diagnosis")], description: f.words() } },
    ],
  }),
  CareTeam: (f) => ({
    ...both(f),
    status: "active",
    name: f.words(),
    subject: person(f),
    ...reference(f, "Encounter", "encounter"),
    participant: [reference(f, "Practitioner", "member")],
    reasonCode: [concept(f, "diagnosis")],
  }),
  Goal: (f) => ({
    ...both(f),
    lifecycleStatus: "active",
    description: concept(f, "diagnosis"),
    subject: person(f),
    target: [{ measure: concept(f, "lab"), dueDate: f.date }],
    ...references(f, "Condition", "addresses"),
  }),
  DocumentReference: (f) => ({
    ...both(f),
    status: "current",
    type: { coding: [{ system: "http://loinc.org", code: "34117-2" }], text: f.words() },
    category: [standard("us-core-documentreference-category", "clinical-note")],
    subject: person(f),
    date: `${f.date}T16:00:00Z`,
    description: f.words(),
    content: [
      {
        attachment: {
          contentType: "text/plain",
          ...(f.to("Binary") === undefined ? {} : { url: f.to("Binary") }),
          data: Buffer.from(f.words()).toString("base64"),
          title: f.words(),
        },
      },
    ],
    context: { ...references(f, "Encounter", "encounter"), period: period(f) },
  }),
  Media: (f) => ({
    ...both(f),
    status: "completed",
    subject: person(f),
    ...reference(f, "Encounter", "encounter"),
    createdDateTime: f.date,
    reasonCode: [concept(f, "diagnosis")],
    content: { contentType: "text/plain", data: Buffer.from(f.words()).toString("base64"), title: f.words() },
    note: note(f),
  }),
  QuestionnaireResponse: (f) => ({
    ...both(f),
    identifier: identifier(f)[1],
    status: "completed",
    subject: person(f),
    ...reference(f, "Encounter", "encounter"),
    authored: f.date,
    item: [{ linkId: "1", text: f.words(), answer: [{ valueString: f.words() }] }],
  }),
  Coverage: (f) => ({
    ...both(f),
    status: "active",
    type: standard("v3-ActCode", "EHCPOL"),
    beneficiary: person(f),
    subscriberId: f.words(),
    period: { start: f.date },
    ...references(f, "Organization", "payor"),
  }),
  RelatedPerson: (f) => ({
    ...both(f),
    active: true,
    patient: person(f),
    relationship: [standard("v3-RoleCode", "PRN")],
    name: [{ family: f.words(), given: [f.words()] }],
  }),
  Provenance: (f) => ({
    text: narrative(f),
    target: [person(f), ...["Condition", "Observation"].flatMap((type) => f.to(type) ?? []).map((target) => ({ reference: target }))],
    recorded: `${f.date}T17:00:00.000Z`,
    agent: [{ who: { display: f.words(), ...(f.to("Organization") === undefined ? {} : { reference: f.to("Organization") }) } }],
  }),
  Organization: (f) => ({ ...both(f), active: true, name: f.words(), ...references(f, "Endpoint", "endpoint") }),
  Practitioner: (f) => ({
    ...both(f),
    active: true,
    name: [{ family: f.words(), given: [f.words()] }],
    qualification: [{ code: concept(f, "specialty") }],
  }),
  PractitionerRole: (f) => ({
    ...both(f),
    ...reference(f, "Practitioner", "practitioner"),
    ...reference(f, "Organization", "organization"),
    specialty: [concept(f, "specialty")],
  }),
  Location: (f) => ({ ...both(f), status: "active", name: f.words(), ...reference(f, "Organization", "managingOrganization") }),
  Medication: (f) => ({ ...both(f), code: concept(f, "drug") }),
  Endpoint: (f) => ({
    ...both(f),
    status: "active",
    name: f.words(),
    connectionType: { system: `${HL7}/endpoint-connection-type`, code: "hl7-fhir-rest" },
    payloadType: [{ text: f.words() }],
    address: `https://${f.words().replace(" ", "-")}.example/fhir`,
  }),
  Binary: (f) => ({ contentType: "text/plain", data: Buffer.from(f.words()).toString("base64") }),
  List: (f) => ({
    ...both(f),
    status: "current",
    mode: "working",
    title: f.words(),
    subject: person(f),
    date: f.date,
    entry: ["Condition", "Observation"].flatMap((type) => f.to(type) ?? []).map((target) => ({ item: { reference: target } })),
  }),
};

/** Types that no patient owns. */
export const SHARED: readonly string[] = [
  "Endpoint",
  "Organization",
  "Practitioner",
  "PractitionerRole",
  "Location",
  "Medication",
  "Binary",
];
