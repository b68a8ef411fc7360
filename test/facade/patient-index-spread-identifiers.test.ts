/** D10: identifiers lead as references do, and what carries the same one tells the same story; decision 0013, rule 4. Leak 18. */
import type { ResourceKey } from "../../fhir-facade/src/compartment/resource.ts";
import { categoryBit } from "../../fhir-facade/src/labeller/verdict.ts";
import type { IndexEntry } from "../../fhir-facade/src/patient-index/patient-index.ts";
import { named, numbered, saying, spreadOver, to } from "./support/spread.ts";

const [PSY, HIV] = ["PSY", "HIV"].map(categoryBit) as [number, number];
const SECRET = { own: PSY };

describe("rule 4: references by identifier", () => {
  test("leak 18: who names a hidden resource by its identifier is hidden", () => {
    const named1 = saying("Observation/o", {}, { focus: [named("c-1")] });
    expect(spreadOver(saying("Condition/c", SECRET, numbered("c-1")), named1)).toEqual({ "Condition/c": PSY, "Observation/o": PSY });
  });

  test("D10: forwards as well, where the element says what it is about", () => {
    const request = saying("MedicationRequest/r", {}, numbered("rx-7"));
    expect(spreadOver(request, saying("ExplanationOfBenefit/e", SECRET, { prescription: named("rx-7") }))["MedicationRequest/r"]).toBe(PSY);
    expect(
      spreadOver(request, saying("MedicationDispense/d", SECRET, { supporting: named("rx-7") }))["MedicationRequest/r"],
    ).toBeUndefined();
  });

  test("D10: an earlier claim that is named by its number", () => {
    const earlier = saying("Claim/c", {}, numbered("claim-1"));
    expect(spreadOver(earlier, saying("ExplanationOfBenefit/e", SECRET, { related: [{ claim: named("claim-1") }] }))["Claim/c"]).toBe(PSY);
    const later = saying("ExplanationOfBenefit/e", {}, { related: [{ claim: named("claim-1") }] });
    expect(spreadOver(saying("Claim/c", SECRET, numbered("claim-1")), later)["ExplanationOfBenefit/e"]).toBe(PSY);
  });

  test("D10: beside a literal reference the identifier adds nothing", () => {
    const both = { focus: [{ ...to("Condition/b"), ...named("c-1") }] };
    expect(
      spreadOver(saying("Condition/c", SECRET, numbered("c-1")), saying("Condition/b", {}), saying("Observation/o", {}, both)),
    ).toEqual({
      "Condition/c": PSY,
    });
  });

  test.each([
    ["another system", named("c-1", "urn:example:others")],
    ["no system", { identifier: { value: "c-1" } }],
    ["no value", { identifier: { system: "urn:example:numbers" } }],
    ["another value", named("c-2")],
  ])("D10: %s names nobody", (_title, focus) => {
    const point = saying("Observation/o", {}, { focus: [focus] });
    expect(spreadOver(saying("Condition/c", SECRET, numbered("c-1")), point)).toEqual({ "Condition/c": PSY });
  });

  test("D10: a clinician who is named by number hides who names them, not what they treat", () => {
    const psychiatrist = saying("Practitioner/p", SECRET, numbered("npi-1"));
    const found = spreadOver(
      psychiatrist,
      saying("Observation/o", {}, { performer: [named("npi-1")], focus: [to("Condition/c")] }),
      saying("Condition/c", {}),
    );
    expect(found).toEqual({ "Practitioner/p": PSY, "Observation/o": PSY });
  });

  test("D10: what is told to a number is told to who carries it, not to all that name it", () => {
    const roles = [saying("Practitioner/p", {}, numbered("npi-1")), saying("PractitionerRole/r", {}, numbered("npi-1"))];
    const found = spreadOver(
      ...roles,
      saying("Observation/secret", SECRET, { focus: [named("npi-1")] }),
      saying("Observation/plain", {}, { performer: [named("npi-1")] }),
    );
    expect(found).toEqual({ "Observation/secret": PSY });
  });
});

describe("rule 4: the same identifier", () => {
  const carrying = (key: ResourceKey, own: number, ...values: string[]): IndexEntry => saying(key, { own }, numbered(...values));

  test.each<[ResourceKey, ResourceKey]>([
    ["Claim/c", "ExplanationOfBenefit/e"],
    ["ExplanationOfBenefit/e", "Claim/c"],
    ["MedicationRequest/r", "MedicationDispense/d"],
    ["MedicationDispense/d", "MedicationRequest/r"],
    ["ServiceRequest/s", "DiagnosticReport/d"],
  ])("D10: what %s tells, %s with the same number tells too", (a, b) => {
    expect(spreadOver(carrying(a, PSY, "n-1"), carrying(b, 0, "n-1", "n-2"), saying("Condition/c", {}, numbered("n-3")))).toEqual({
      [a]: PSY,
      [b]: PSY,
    });
  });

  test("D10: results of one specimen share its number and nothing else", () => {
    const found = spreadOver(
      carrying("Observation/hiv", HIV, "accession-1"),
      carrying("Observation/glucose", 0, "accession-1"),
      carrying("DiagnosticReport/r", 0, "accession-1"),
    );
    expect(found).toEqual({ "Observation/hiv": HIV, "DiagnosticReport/r": HIV });
  });

  test.each<ResourceKey>(["Patient/p1", "RelatedPerson/r", "Coverage/v"])("D10: a number that %s carries says who, not what", (who) => {
    const found = spreadOver(
      carrying(who, 0, "member-1"),
      carrying("Claim/c", PSY, "member-1"),
      carrying("ExplanationOfBenefit/e", 0, "member-1"),
      saying("Observation/o", {}, { focus: [named("member-1")] }),
    );
    expect(found).toEqual({ "Claim/c": PSY });
  });

  test("D10: visits, care plans, care teams and shared resources get nothing by a number", () => {
    const others = ["Encounter/e", "CarePlan/p", "CareTeam/t", "Organization/o"] as const;
    expect(spreadOver(carrying("Claim/c", PSY, "visit-1"), ...others.map((key) => carrying(key, 0, "visit-1")))).toEqual({
      "Claim/c": PSY,
    });
  });

  test("D10: what more than eight carry that tell nothing themselves is a hub, however many tell", () => {
    const silent = (count: number): IndexEntry[] => Array.from({ length: count }, (_, n) => carrying(`Procedure/${n}`, 0, "account-1"));
    const points = saying("Observation/o", {}, { focus: [named("account-1")] });
    expect(Object.keys(spreadOver(carrying("Claim/c", PSY, "account-1"), ...silent(8), points))).toHaveLength(10);
    expect(spreadOver(carrying("Claim/c", PSY, "account-1"), ...silent(9), points)).toEqual({ "Claim/c": PSY });
    const telling = Array.from({ length: 20 }, (_, n) => carrying(`Claim/${n}`, PSY, "account-1"));
    expect(Object.keys(spreadOver(...telling, ...silent(8)))).toHaveLength(28);
  });

  test("D10: what a statement told is told by a number too, and what came by a number goes no further", () => {
    const found = spreadOver(
      saying("MedicationDispense/d", SECRET, { authorizingPrescription: [to("MedicationRequest/r")] }),
      saying("MedicationRequest/r", {}, numbered("rx")),
      saying("ExplanationOfBenefit/e", {}, { ...numbered("rx", "claim-1"), prescription: to("MedicationRequest/other") }),
      saying("MedicationRequest/other", {}),
      carrying("Claim/c", 0, "claim-1"),
    );
    expect(Object.keys(found)).toEqual(["ExplanationOfBenefit/e", "MedicationDispense/d", "MedicationRequest/r"]);
  });

  test("D10: 50,000 that share a number, and 50,000 that name it", () => {
    const crowd = Array.from({ length: 50_000 }, (_, n) => carrying(`Observation/o${n}`, HIV, "x"));
    const naming = Array.from({ length: 50_000 }, (_, n) => saying(`Procedure/p${n}`, {}, { reasonReference: [named("x")] }));
    const found = spreadOver(...crowd, carrying("DiagnosticReport/r", PSY, "x"), ...naming);
    expect(Object.keys(found)).toHaveLength(100_001);
    expect(new Set(Object.values(found))).toEqual(new Set([PSY | HIV]));
  });
});
