/** D10: weak evidence counts when the record bears it out; decision 0013, rule 5. */
import { categoryBit, UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import { saying, spreadOver, to } from "./support/spread.ts";

const [PSY, SUD] = ["PSY", "SUD"].map(categoryBit) as [number, number];
const opioid = saying(
  "MedicationRequest/opioid",
  { weak: SUD },
  { reasonReference: [to("Condition/fracture")], encounter: to("Encounter/e") },
);
const around = [
  opioid,
  saying("Condition/fracture", {}),
  saying("Encounter/e", {}),
  saying("Claim/bill", {}, { prescription: to(opioid.key) }),
];

describe("rule 5: corroborated in the record", () => {
  test("D10: weak evidence alone hides nothing", () => expect(spreadOver(...around)).toEqual({}));

  test("D10: with another resource that has the category by itself it hides the resource and who points there", () => {
    expect(spreadOver(...around, saying("Condition/oud", { own: SUD }))).toEqual({
      "Condition/oud": SUD,
      "MedicationRequest/opioid": SUD,
      "Claim/bill": SUD,
    });
  });

  test.each([
    ["another category", saying("Condition/x", { own: PSY }), 0],
    ["weak evidence", saying("MedicationRequest/second", { weak: SUD }), 0],
    ["what cannot be judged", saying("Observation/o", { own: UNCLASSIFIABLE }), 0],
    ["the Patient", saying("Patient/p1", { own: SUD }), 0],
    ["a clinician's specialty", saying("Practitioner/p", { own: SUD }), SUD],
    ["a drug by reference", saying("Medication/m", { own: SUD }), SUD],
  ])("D10: %s as witness", (_title, witness, mask) => {
    expect(spreadOver(...around, witness)["MedicationRequest/opioid"] ?? 0).toBe(mask);
  });

  test("D10: bits that came from elsewhere are no witness", () => {
    const bill = saying("Claim/c", {}, { insurer: to("Organization/clinic") });
    expect(
      spreadOver(opioid, saying("Condition/fracture", {}), saying("Encounter/e", {}), bill)["MedicationRequest/opioid"],
    ).toBeUndefined();
  });

  test("D10: a weak drug that is named by reference hides who names it", () => {
    const found = spreadOver(
      saying("Medication/m", { weak: SUD }),
      saying("MedicationRequest/r", {}, { medicationReference: to("Medication/m") }),
      saying("Condition/oud", { own: SUD }),
    );
    expect(found).toEqual({ "Medication/m": SUD, "MedicationRequest/r": SUD, "Condition/oud": SUD });
  });
});
