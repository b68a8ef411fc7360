/** A record to search in: visits, results and orders with dates and references; what is hidden of it holds the marker. */
import type { JsonObject } from "../../../fhir-facade/src/compartment/resource.ts";
import { ACT_CODE, coded, condition, ICD, LOINC, MARKER, observation, patient, resource } from "./records.ts";
import type { StoredResource } from "./store.ts";

const OBSERVATION_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
export const LABORATORY = `${OBSERVATION_CATEGORY}|laboratory`;
export const VITAL_SIGNS = `${OBSERVATION_CATEGORY}|vital-signs`;

const of = (person: string) => ({ reference: `Patient/${person}` });
const PATIENT = of("p1");
const category = (code: string) => [coded(OBSERVATION_CATEGORY, code)];
const encounter = (id: string, start: string, more: JsonObject = {}): StoredResource =>
  resource("Encounter", id, { status: "finished", subject: PATIENT, class: { system: ACT_CODE, code: "AMB" }, period: { start }, ...more });
const result = (id: string, code: string, date: string | undefined, more: JsonObject = {}): StoredResource =>
  observation(id, { category: category(code), ...(date === undefined ? {} : { effectiveDateTime: date }), ...more });
const provenance = (id: string, targets: readonly string[], more: JsonObject = {}): StoredResource =>
  resource("Provenance", id, {
    target: targets.map((reference) => ({ reference })),
    recorded: "2024-01-01T00:00:00Z",
    agent: [{ who: { reference: "Organization/org-1" } }],
    ...more,
  });

const inVisit = (id: string) => ({ encounter: { reference: `Encounter/${id}` } });
const by = (id: string) => ({ performer: [{ reference: `Practitioner/${id}` }] });

export const VISIBLE: readonly StoredResource[] = [
  patient("p1"),
  resource("Practitioner", "dr-1", { name: [{ family: "Plain" }] }),
  resource("Practitioner", "dr-vital", { name: [{ family: "Pulse" }] }),
  resource("Organization", "org-1", { name: "Plain clinic" }),
  encounter("e1", "2024-01-10T10:00:00Z", { serviceProvider: { reference: "Organization/org-1" } }),
  encounter("e2", "2024-03-10T10:00:00Z"),
  condition("c1", { onsetDateTime: "2020-05", ...inVisit("e1") }),
  condition("c2", { onsetPeriod: { start: "2019-05-01", end: "2021-01-01" }, code: coded(ICD, "I10") }),
  result("o1", "laboratory", "2024-01-10", {
    meta: { versionId: "1", lastUpdated: "2024-06-01T00:00:00.000Z" },
    ...inVisit("e1"),
    ...by("dr-1"),
  }),
  result("o2", "laboratory", "2024-01-11T09:00:00-05:00", { ...inVisit("e2"), _status: { extension: [{ url: "urn:x", valueCode: "y" }] } }),
  result("o3", "vital-signs", "2024-01-11T13:00:00Z", by("dr-vital")),
  result("o4", "vital-signs", undefined),
  result("o5", "laboratory", "2023", { valueQuantity: { value: 5, unit: "mg" }, note: [{ text: "plain words" }] }),
  result("o6", "laboratory", "2024-01-10"),
  resource("MedicationRequest", "m1", {
    status: "active",
    intent: "order",
    subject: PATIENT,
    medicationReference: { reference: "Medication/med-1" },
    authoredOn: "2024-01-10",
  }),
  resource("Medication", "med-1", { code: coded("http://www.nlm.nih.gov/research/umls/rxnorm", "308136") }),
  provenance("pr-plain", ["Observation/o1"]),
  provenance("pr-patient", ["Patient/p1"]),
];

const marked = { note: [{ text: MARKER }] };

/** Of the same patient; hidden as soon as substance use is withheld, by what it is or by what it refers to. */
export const WITHHELD: readonly StoredResource[] = [
  condition("c9-sud", {
    code: coded(ICD, "F11.20", MARKER),
    onsetDateTime: "2020-06",
    recorder: { reference: "Practitioner/dr-sud" },
    ...marked,
  }),
  encounter("e9-refers", "2024-02-10T10:00:00Z", { reasonReference: [{ reference: "Condition/c9-sud" }] }),
  result("o9-refers", "laboratory", "2024-01-10", { ...inVisit("e9-refers"), ...marked }),
  result("o0-sud", "laboratory", "2024-01-10", { code: coded(LOINC, "3426-4", MARKER), ...inVisit("e1"), ...marked }),
  provenance("pr-both", ["Observation/o1", "Observation/o9-refers"], { signature: [{ data: MARKER }] }),
  resource("Practitioner", "dr-sud", { name: [{ family: MARKER }] }),
];

/** Somebody else's; some of it points into the record. */
export const OF_OTHERS: readonly StoredResource[] = [
  patient("p2"),
  resource("Encounter", "e-of-p2", { status: "finished", subject: of("p2"), class: { system: ACT_CODE, code: "AMB" } }),
  resource("Observation", "o-of-p2", { subject: of("p2"), status: "final", ...inVisit("e1"), ...marked }),
  provenance("pr-of-both", ["Observation/o1", "Observation/o-of-p2"]),
  provenance("pr-of-p2", ["Observation/o-of-p2"]),
  resource("Practitioner", "dr-nobody", { name: [{ family: MARKER }] }),
];

export const SEARCHABLE: readonly StoredResource[] = [...VISIBLE, ...WITHHELD, ...OF_OTHERS];
