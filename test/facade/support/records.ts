/** A small record: what everybody may see, and what is withheld. Every text of the second half holds the marker. */
import type { JsonObject } from "../../../fhir-facade/src/compartment/resource.ts";
import type { StoredResource } from "./store.ts";

export const MARKER = "MARKER-OF-WHAT-IS-HIDDEN";
export const ICD = "http://hl7.org/fhir/sid/icd-10-cm";
export const SNOMED = "http://snomed.info/sct";
export const LOINC = "http://loinc.org";
export const ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

const PATIENT = { reference: "Patient/p1" };
export const coded = (system: string, code: string, display = "plain"): JsonObject => ({ coding: [{ system, code, display }] });
export const resource = (resourceType: string, id: string, more: JsonObject = {}): StoredResource => ({ resourceType, id, ...more });

/** A harmless condition of the patient, and what is changed of it. */
export const condition = (id: string, more: JsonObject = {}): StoredResource =>
  resource("Condition", id, { subject: PATIENT, code: coded(ICD, "J20.9"), ...more });

export const observation = (id: string, more: JsonObject = {}): StoredResource =>
  resource("Observation", id, { status: "final", subject: PATIENT, code: coded(LOINC, "8302-2"), ...more });

export const patient = (id: string, more: JsonObject = {}): StoredResource =>
  resource("Patient", id, {
    meta: {
      versionId: "7",
      lastUpdated: "2024-01-01T00:00:00Z",
      profile: ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"],
    },
    identifier: [{ system: "http://plan.example/members", value: "M-12345" }],
    name: [{ family: "Familyname", given: ["Givenname"] }],
    gender: "female",
    birthDate: "1970-02-03",
    address: [{ postalCode: "12345", city: "Cityname" }],
    telecom: [{ system: "phone", value: "555-0100" }],
    ...more,
  });

export const SHOWN: readonly StoredResource[] = [
  patient("p1"),
  resource("Practitioner", "dr-plain", { name: [{ family: "Plain" }] }),
  resource("Organization", "org-plain", { name: "Plain clinic" }),
  ...Array.from({ length: 7 }, (_, n) =>
    condition(`c${n}`, {
      recorder: { reference: "Practitioner/dr-plain" },
      clinicalStatus: coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
    }),
  ),
  ...Array.from({ length: 5 }, (_, n) => observation(`o${n}`, { performer: [{ reference: "Organization/org-plain" }] })),
  resource("Encounter", "e1", {
    status: "finished",
    subject: PATIENT,
    class: { system: ACT_CODE, code: "AMB" },
    diagnosis: [{ condition: { reference: "Condition/c1" } }],
  }),
];

const marked = { note: [{ text: MARKER }] };

/** Of the same patient, each hidden from an authorization that shares nothing sensitive. */
export const HIDDEN: readonly StoredResource[] = [
  condition("b-sud", { code: coded(ICD, "F11.20", MARKER), recorder: { reference: "Practitioner/dr-sud" }, ...marked }),
  condition("c3-hiv", { code: coded(SNOMED, "86406008", MARKER), ...marked }),
  condition("z-psy", { code: coded(ICD, "F32.9", MARKER), ...marked }),
  condition("c5-labelled", { meta: { security: [{ system: ACT_CODE, code: "PSY" }] }, ...marked }),
  condition("c6-text", { code: { text: "as discussed" }, ...marked }),
  observation("o2-hiv", { code: coded(LOINC, "20447-9", MARKER), ...marked }),
  observation("o9-refers", { focus: [{ reference: "Condition/b-sud" }], ...marked }),
  resource("Encounter", "a-refers", {
    status: "finished",
    subject: PATIENT,
    class: { system: ACT_CODE, code: "AMB" },
    reasonReference: [{ reference: "Observation/o9-refers" }],
    ...marked,
  }),
  resource("DocumentReference", "d1", {
    status: "current",
    subject: PATIENT,
    content: [{ attachment: { contentType: "image/png", title: MARKER, url: `http://elsewhere.example/${MARKER}` } }],
  }),
  resource("Practitioner", "dr-sud", { name: [{ family: MARKER }] }),
];

/** Somebody else's. */
export const OTHERS: readonly StoredResource[] = [
  patient("p2"),
  resource("Condition", "of-p2", { subject: { reference: "Patient/p2" }, code: coded(ICD, "J20.9"), note: [{ text: MARKER }] }),
  resource("Practitioner", "dr-unreferred", { name: [{ family: MARKER }] }),
];
