/** The record that the examples of docs/fhir-api.md speak of: what each of them asks for is there. */
import { PATIENT } from "./issuer.ts";
import { ACT_CODE, coded, condition, ICD, LOINC, observation, patient, resource } from "./records.ts";

const OBSERVATION_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
const subject = { reference: `Patient/${PATIENT}` };
const encounter = { reference: "Encounter/encounter-1" };
const meta = { lastUpdated: "2024-06-01T00:00:00Z", versionId: "1" };
const active = { clinicalStatus: coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active") };

const laboratory = (id: string, effectiveDateTime: string) =>
  observation(id, {
    meta,
    category: [coded(OBSERVATION_CATEGORY, "laboratory")],
    code: coded(LOINC, "4548-4"),
    effectiveDateTime,
    valueQuantity: { value: 6.1, unit: "%" },
    encounter,
    performer: [{ reference: "Practitioner/practitioner-1" }],
  });

export const DOCUMENTED = [
  patient(PATIENT),
  patient("somebody-else"),
  resource("Practitioner", "practitioner-1", { name: [{ family: "Smith" }] }),
  resource("Encounter", "encounter-1", { meta, status: "finished", subject, class: { system: ACT_CODE, code: "AMB" } }),
  condition("condition-1", { meta, ...active, encounter }),
  condition("substance-use-1", { meta, ...active, code: coded(ICD, "F11.20") }),
  laboratory("laboratory-1", "2024-02-03"),
  laboratory("laboratory-2", "2024-05-06"),
  observation("blood-pressure-1", {
    meta,
    category: [coded(OBSERVATION_CATEGORY, "vital-signs")],
    code: coded(LOINC, "8480-6"),
    effectiveDateTime: "2024-05-06",
  }),
  resource("ExplanationOfBenefit", "claim-1", {
    meta,
    status: "active",
    patient: subject,
    billablePeriod: { start: "2024-02-03", end: "2024-02-03" },
  }),
  resource("DocumentReference", "document-1", {
    meta,
    status: "current",
    subject,
    content: [{ attachment: { contentType: "application/pdf", url: "Binary/binary-1" } }],
  }),
  resource("Binary", "binary-1", { contentType: "application/pdf", data: "JVBERg==" }),
];
