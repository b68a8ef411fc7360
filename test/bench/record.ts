/** Made-up records for the measurement: the same bytes in every run, lab results as US Core 6.1 wants them. */
import type { JsonObject } from "../../fhir-facade/src/compartment/resource.ts";

export type Made = JsonObject & { readonly resourceType: string; readonly id: string };

/** `hidden`: sensitive results among the others, at even distances. */
export interface Shape {
  readonly patient: string;
  readonly shown: number;
  readonly hidden: number;
}

const CORE = "http://hl7.org/fhir/us/core/StructureDefinition";
const TERMINOLOGY = "http://terminology.hl7.org/CodeSystem";
const ENCOUNTERS = 12;

/** LOINC code, name, unit, low and high end of the reference range. */
const LABS: readonly (readonly [code: string, name: string, unit: string, low: number, high: number])[] = [
  ["4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood", "%", 4, 5.6],
  ["2345-7", "Glucose [Mass/volume] in Serum or Plasma", "mg/dL", 70, 99],
  ["718-7", "Hemoglobin [Mass/volume] in Blood", "g/dL", 12, 17.5],
  ["2160-0", "Creatinine [Mass/volume] in Serum or Plasma", "mg/dL", 0.6, 1.3],
  ["2951-2", "Sodium [Moles/volume] in Serum or Plasma", "mmol/L", 135, 145],
  ["2823-3", "Potassium [Moles/volume] in Serum or Plasma", "mmol/L", 3.5, 5.1],
  ["2093-3", "Cholesterol [Mass/volume] in Serum or Plasma", "mg/dL", 100, 199],
  ["6690-2", "Leukocytes [#/volume] in Blood by Automated count", "10*3/uL", 4.5, 11],
];
/** HIV 1 RNA in plasma. */
const SENSITIVE = [
  "20447-9",
  "HIV 1 RNA [#/volume] (viral load) in Serum or Plasma by NAA with probe detection",
  "{copies}/mL",
  0,
  20,
] as const;

const coded = (system: string, code: string, display: string): JsonObject => ({ coding: [{ system, code, display }], text: display });
const padded = (number: number): string => String(number).padStart(4, "0");

function observation(patient: string, position: number, isHidden: boolean): Made {
  const [code, name, unit, low, high] = isHidden ? SENSITIVE : (LABS[position % LABS.length] ?? SENSITIVE);
  const quantity = (value: number): JsonObject => ({ value, unit, system: "http://unitsofmeasure.org", code: unit });
  const day = `2024-${String((position % 12) + 1).padStart(2, "0")}-${String((position % 28) + 1).padStart(2, "0")}`;
  return {
    resourceType: "Observation",
    id: `${patient}-lab-${padded(position)}`,
    meta: { versionId: "1", lastUpdated: `${day}T11:00:00.000+00:00`, profile: [`${CORE}/us-core-observation-lab`] },
    status: "final",
    category: [coded(`${TERMINOLOGY}/observation-category`, "laboratory", "Laboratory")],
    code: coded("http://loinc.org", code, name),
    subject: { reference: `Patient/${patient}`, display: "Ada Sample" },
    encounter: { reference: `Encounter/${patient}-visit-${padded(position % ENCOUNTERS)}` },
    effectiveDateTime: `${day}T09:30:00+00:00`,
    issued: `${day}T10:45:00.000+00:00`,
    performer: [{ reference: "Organization/lab", display: "Sample Reference Laboratory" }],
    valueQuantity: quantity(low + (position % 7)),
    interpretation: [coded(`${TERMINOLOGY}/v3-ObservationInterpretation`, "N", "Normal")],
    referenceRange: [{ low: quantity(low), high: quantity(high), text: `${low} to ${high} ${unit}` }],
  };
}

function encounter(patient: string, position: number): Made {
  return {
    resourceType: "Encounter",
    id: `${patient}-visit-${padded(position)}`,
    meta: { versionId: "1", lastUpdated: "2024-12-31T11:00:00.000+00:00", profile: [`${CORE}/us-core-encounter`] },
    status: "finished",
    class: { system: `${TERMINOLOGY}/v3-ActCode`, code: "AMB" },
    type: [coded("http://hl7.org/fhir/sid/icd-10-cm", "Z00.00", "General examination")],
    subject: { reference: `Patient/${patient}` },
    participant: [{ individual: { reference: "Practitioner/dr" } }],
    serviceProvider: { reference: "Organization/lab" },
  };
}

/** Everything that the store holds: the records, and the two whom they name. */
export function records(shapes: readonly Shape[]): readonly Made[] {
  const about = { versionId: "1", lastUpdated: "2024-12-31T11:00:00.000+00:00" };
  return [
    { resourceType: "Organization", id: "lab", meta: about, active: true, name: "Sample Reference Laboratory" },
    { resourceType: "Practitioner", id: "dr", meta: about, name: [{ family: "Sample", given: ["Grace"] }] },
    ...shapes.flatMap(({ patient, shown, hidden }) => [
      {
        resourceType: "Patient",
        id: patient,
        meta: { ...about, profile: [`${CORE}/us-core-patient`] },
        identifier: [{ system: "http://plan.example/members", value: `M-${patient}` }],
        name: [{ family: "Sample", given: ["Ada"] }],
        gender: "female",
        birthDate: "1980-05-17",
      },
      ...Array.from({ length: ENCOUNTERS }, (_, position) => encounter(patient, position)),
      ...Array.from({ length: shown + hidden }, (_, position) =>
        observation(
          patient,
          position,
          Math.floor(((position + 1) * hidden) / (shown + hidden)) > Math.floor((position * hidden) / (shown + hidden)),
        ),
      ),
    ]),
  ];
}
