/** D10: a visit has the label of what happened in it, that all of it has; decision 0013, rule 3. */
import type { ResourceKey } from "../../fhir-facade/src/compartment/resource.ts";
import { categoryBit, UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import type { IndexEntry } from "../../fhir-facade/src/patient-index/patient-index.ts";
import { named, numbered, saying, spreadOver, to } from "./support/spread.ts";

const [PSY, HIV, SUD] = ["PSY", "HIV", "SUD"].map(categoryBit) as [number, number, number];
const SECRET = { own: PSY };
const VISIT = to("Encounter/e");
const visit = saying("Encounter/e", {});
const inVisit = (key: ResourceKey, own = 0, more: object = {}): IndexEntry => saying(key, { own }, { encounter: VISIT, ...more });
const many = (type: "Observation" | "Immunization", count: number): IndexEntry[] =>
  Array.from({ length: count }, (_, n) => inVisit(`${type}/${n}`));

describe("rule 3: into a visit", () => {
  test("D10: a visit in which only a questionnaire on depression was filled in is hidden, with its bill and its note", () => {
    const found = spreadOver(
      visit,
      inVisit("Observation/phq9", PSY),
      saying("Claim/bill", {}, { item: [{ encounter: [VISIT] }] }),
      saying("DocumentReference/note", {}, { context: { encounter: [VISIT] } }),
    );
    expect(found).toEqual({ "Encounter/e": PSY, "Observation/phq9": PSY, "Claim/bill": PSY, "DocumentReference/note": PSY });
  });

  test("D10: an annual check-up with one screening among laboratory results and vaccinations is not", () => {
    const found = spreadOver(visit, inVisit("Observation/phq9", PSY), ...many("Observation", 8), ...many("Immunization", 3));
    expect(found).toEqual({ "Observation/phq9": PSY });
  });

  test.each([
    [1, 0, true],
    [2, 0, true],
    [1, 1, false],
    [2, 1, false],
    [1, 11, false],
  ])("D10: with %i that tell and %i that do not it is hidden: %s", (telling, silent, isHidden) => {
    const those = Array.from({ length: telling }, (_, n) => inVisit(`Condition/${n}`, PSY));
    expect("Encounter/e" in spreadOver(visit, ...those, ...many("Observation", silent))).toBe(isHidden);
  });

  test("D10: one screening hides no vaccination of the same check-up", () => {
    const found = spreadOver(visit, inVisit("Observation/phq9", PSY), inVisit("Observation/audit", SUD), ...many("Immunization", 1));
    expect(found).toEqual({ "Observation/phq9": PSY, "Observation/audit": SUD });
  });

  test("D10: reports are not counted on either side", () => {
    const note = saying("DiagnosticReport/note", { own: SUD }, { encounter: VISIT });
    expect("Encounter/e" in spreadOver(visit, note)).toBe(false);
    expect(spreadOver(visit, inVisit("Observation/o", PSY), saying("DiagnosticReport/r", {}, { encounter: VISIT }))["Encounter/e"]).toBe(
      PSY,
    );
  });

  test("D10: each category by itself: the visit gets what all of it tells", () => {
    const both = inVisit("Condition/p", PSY | HIV);
    expect(spreadOver(visit, both, inVisit("Condition/h", HIV))["Encounter/e"]).toBe(HIV);
    expect("Encounter/e" in spreadOver(visit, inVisit("Condition/p", PSY), inVisit("Condition/h", HIV))).toBe(false);
  });

  test("D10: what was told counts as telling, what merely points to something hidden does not", () => {
    const drug = saying("MedicationRequest/m", SECRET, { reasonReference: [to("Condition/c")] });
    expect(spreadOver(visit, drug, inVisit("Condition/c"))["Encounter/e"]).toBe(PSY);
    const points = inVisit("Procedure/p", 0, { reasonReference: [to("Condition/elsewhere")] });
    expect(spreadOver(visit, saying("Condition/elsewhere", SECRET), points)).toEqual({ "Condition/elsewhere": PSY, "Procedure/p": PSY });
  });

  test("D10: bills and documents are not counted on either side", () => {
    const bills = [
      saying("Claim/c", { own: SUD }, { item: [{ encounter: [VISIT] }] }),
      saying("DocumentReference/d", { own: SUD }, { context: { encounter: [VISIT] } }),
    ];
    expect("Encounter/e" in spreadOver(visit, ...bills)).toBe(false);
    const harmless = Array.from({ length: 5 }, (_, n) => saying(`Claim/${n}`, {}, { item: [{ encounter: [VISIT] }] }));
    expect(spreadOver(visit, inVisit("Observation/o", PSY), ...harmless)["Encounter/e"]).toBe(PSY);
  });

  test("D10: what cannot be judged tells no category", () => {
    const unjudged = [inVisit("Observation/a", UNCLASSIFIABLE), inVisit("Observation/b", UNCLASSIFIABLE)];
    expect("Encounter/e" in spreadOver(visit, inVisit("Condition/c", PSY), ...unjudged)).toBe(false);
  });

  test("D10: a hidden visit hands nothing to its own conditions elsewhere", () => {
    const found = spreadOver(saying("Encounter/e", SECRET, { diagnosis: [{ condition: to("Condition/c") }] }), saying("Condition/c", {}));
    expect(found).toEqual({ "Encounter/e": PSY });
  });

  test("D10: medicines name their visit as context", () => {
    const given = saying("MedicationAdministration/m", { own: SUD }, { context: VISIT });
    expect(spreadOver(visit, given)["Encounter/e"]).toBe(SUD);
  });

  test("D10: a visit that is named by its identifier counts as one that is named by its id", () => {
    const e = saying("Encounter/e", {}, numbered("v1"));
    const byName = (key: ResourceKey, own: number): IndexEntry => saying(key, { own }, { encounter: named("v1") });
    expect(spreadOver(e, byName("Observation/phq9", PSY))["Encounter/e"]).toBe(PSY);
    expect("Encounter/e" in spreadOver(e, byName("Observation/phq9", PSY), byName("Observation/a", 0), byName("Observation/b", 0))).toBe(
      false,
    );
    // the identifier stands on the bill as well
    const bill = saying("Claim/c", {}, numbered("v1"));
    expect(spreadOver(e, bill, byName("Observation/phq9", PSY))["Encounter/e"]).toBe(PSY);
  });

  test("D10: a visit to which 50,000 belong, all of which tell", () => {
    const crowd = Array.from({ length: 50_000 }, (_, n) => inVisit(`Observation/o${n}`, n % 2 === 0 ? PSY : PSY | HIV));
    expect(spreadOver(visit, ...crowd)["Encounter/e"]).toBe(PSY);
  });
});
