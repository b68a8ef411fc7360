/** D10: a record in a file is labelled as the facade labels one in a store, and each label that spread says from where and by which rule. */
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { categoryBit, UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import { labelRecord } from "../../fhir-facade/src/patient-index/spread/label-record.ts";
import { named, numbered, to } from "./support/spread.ts";

const [PSY, SUD] = ["PSY", "SUD"].map(categoryBit) as [number, number];
/** Says what an element of the resource says. */
const byElement = { label: ({ own, weak }: Resource) => ({ mask: Number(own ?? 0), weak: Number(weak ?? 0), rules: [] }) };
const of = (key: string, elements: object = {}): Resource => {
  const [resourceType, id] = key.split("/");
  return { resourceType, id, ...elements } as unknown as Resource;
};
const RECORD = [
  of("Patient/p"),
  of("MedicationRequest/order", {
    own: PSY,
    reasonReference: [to("Condition/reason")],
    encounter: to("Encounter/visit"),
    ...numbered("rx"),
  }),
  of("MedicationDispense/fill", numbered("rx")),
  of("Condition/reason"),
  of("Encounter/visit"),
  of("CarePlan/plan", { addresses: [to("Condition/reason")] }),
  of("MedicationRequest/weak", { weak: PSY }),
  of("Observation/by-name", { focus: [named("rx")] }),
  of("Observation/plain", { weak: SUD }),
];

describe("a record in a file", () => {
  test("D10: own bits, weak ones and final ones", () => {
    const found = labelRecord(RECORD, byElement);
    expect(found.get("MedicationRequest/order")).toEqual({ own: PSY, weak: 0, mask: PSY, why: [] });
    expect(found.get("MedicationRequest/weak")).toEqual({ own: 0, weak: PSY, mask: PSY, why: [] });
    expect(found.get("Encounter/visit")).toEqual({ own: 0, weak: 0, mask: PSY, why: [] });
    expect(found.get("Observation/plain")).toEqual({ own: 0, weak: SUD, mask: 0, why: [] });
    expect(found.size).toBe(RECORD.length);
  });

  test.each([
    ["Condition/reason", "reason-of", "MedicationRequest/order"],
    ["MedicationDispense/fill", "same-identifier", "MedicationRequest/order"],
    ["Encounter/visit", "visit-of", "MedicationRequest/order"],
    ["CarePlan/plan", "refers-to", "Condition/reason"],
    ["MedicationRequest/weak", "corroborated", "MedicationRequest/order"],
    ["Observation/by-name", "refers-to", "MedicationRequest/order"],
  ] as const)("D10: %s: %s %s", (key, rule, from) => {
    const why = labelRecord(RECORD, byElement, { explain: true }).get(key)?.why ?? [];
    expect(why).toContainEqual({ bits: PSY, rule, from });
    expect(why).toHaveLength(1);
  });

  test("D10: what a resource says by itself, and what nothing spread to, has no reason", () => {
    const found = labelRecord(RECORD, byElement, { explain: true });
    for (const key of ["MedicationRequest/order", "Observation/plain", "Patient/p"] as const) expect(found.get(key)?.why).toEqual([]);
  });

  test("D10: every bit that is not a resource's own has exactly one reason", () => {
    for (const { own, mask, why } of labelRecord(RECORD, byElement, { explain: true }).values())
      expect(why.reduce((sum, { bits }) => sum + bits, 0)).toBe(mask & ~own);
  });

  test.each(["Condition/c", "urn:uuid:c", "Condition?identifier=urn:example:numbers|n-1", "https://plan.example/fhir/Condition/c"])(
    "D10: %s is read as the resource in the file",
    (reference) => {
      const points = of("Observation/o", { focus: [{ reference }] });
      expect(labelRecord([of("Condition/c", { own: PSY, ...numbered("n-1") }), points], byElement).get("Observation/o")?.mask).toBe(PSY);
    },
  );

  test.each(["Condition/none", "urn:uuid:none", "https://plan.example/fhir/Condition/none"])("D10: %s leads nowhere", (reference) => {
    expect(labelRecord([of("Observation/o", { focus: [{ reference }] })], byElement).get("Observation/o")?.mask).toBe(UNCLASSIFIABLE);
  });

  test("D10: references can be read in the caller's way", () => {
    const read = () => ({ kind: "key", key: "Condition/c" }) as const;
    const found = labelRecord([of("Condition/c", { own: PSY }), of("Observation/o", { focus: [to("Procedure/x")] })], byElement, { read });
    expect(found.get("Observation/o")?.mask).toBe(PSY);
  });
});
