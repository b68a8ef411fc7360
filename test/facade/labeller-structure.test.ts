/** R8, leak 17: positions tell of which code system a code is; codes of no named system are judged by their form. */
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import type { Json, Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { labeller } from "../../fhir-facade/src/labeller/label.ts";
import { categoryBit, UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";

const { label } = labeller(standardPolicy(OPTIONAL_CODE_LISTS));
const made = (resourceType: string, more: Record<string, Json>): Resource => ({ resourceType, id: "x", ...more }) as unknown as Resource;
const bare = (code: string): Json => ({ coding: [{ code }] });
const local = (code: string): Json => ({ coding: [{ system: "http://plan.example/local", code }] });

describe.each([
  ["of no system", bare],
  ["of a system of the plan's own", local],
])("R8 a code %s in a position that has one code system", (_title, coded) => {
  const places: [string, string, Resource][] = [
    ["SUD", "revenue code", made("ExplanationOfBenefit", { item: [{ revenue: coded("0906") }] })],
    ["PSY", "revenue code of a claim", made("Claim", { item: [{ revenue: coded("0900") }] })],
    ["PSY", "place of service", made("Claim", { item: [{ locationCodeableConcept: coded("51") }] })],
    ["SUD", "place of service of a benefit", made("ExplanationOfBenefit", { item: [{ locationCodeableConcept: coded("58") }] })],
    ["PSY", "taxonomy of a provider", made("ExplanationOfBenefit", { careTeam: [{ qualification: coded("2084P0800X") }] })],
    ["PSY", "CMS specialty of a provider", made("ExplanationOfBenefit", { careTeam: [{ qualification: coded("26") }] })],
    ["SUD", "taxonomy of a role", made("PractitionerRole", { specialty: [coded("101YA0400X")] })],
    ["SUD", "taxonomy of a qualification", made("Practitioner", { qualification: [{ code: coded("2084A0401X") }] })],
    ["SUD", "DRG of a stay", made("Claim", { diagnosis: [{ packageCode: coded("894") }] })],
  ];
  test.each(places)("R8: %s by %s", (category, _place, resource) =>
    expect(label(resource).mask & categoryBit(category)).toBe(categoryBit(category)),
  );
});

describe("R8 a code of no system by its form", () => {
  const forms: [string, string, string][] = [
    ["ICD-10-CM", "F11.20", "SUD"],
    ["HCPCS", "H0020", "SUD"],
    ["LOINC", "44261-6", "PSY"],
    ["NUCC", "2084P0800X", "PSY"],
    ["CPT, once enabled", "90837", "PSY"],
  ];
  test.each(forms)("R8: %s %s is %s", (_system, code, category) =>
    expect(label(made("Procedure", { code: bare(code) })).mask & categoryBit(category)).toBe(categoryBit(category)),
  );
});

describe("R8 a CPT number under an address of HCPCS, of which it is level I", () => {
  const HCPCS = "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
  const billed = (code: string): Resource => made("Claim", { item: [{ productOrService: { coding: [{ system: HCPCS, code }] } }] });

  test("R8: it is judged by the list of CPT numbers where that is enabled", () =>
    expect(label(billed("90837")).mask & categoryBit("PSY")).toBe(categoryBit("PSY")));

  test("R8: nobody has judged it where that list is not enabled", () => {
    const standard = labeller(standardPolicy([]));
    expect(standard.label(billed("90837")).mask).toBe(UNCLASSIFIABLE);
    expect(standard.label(billed("T1013")).mask).toBe(0);
  });
});

test("R8: the same number in another position tells nothing", () => {
  for (const code of ["51", "58", "26", "0900"])
    expect(label(made("Claim", { item: [{ quantityCode: bare(code), unit: bare(code) }], diagnosis: [] })).mask & 0x3ff).toBe(0);
});

test("R8: an ambiguous code counts as weak evidence, by whole code, beginning and range", () => {
  const rule = { category: "SUD", tier: "weak", source: "made up" } as const;
  const list = {
    name: "own",
    optional: false,
    date: "2026-11-27",
    systems: ["http://plan.example/own"],
    rules: [{ ...rule, codes: ["W1"], prefixes: ["P"], ranges: [["R1", "R3"]] as const }],
  };
  const judge = labeller({ ...standardPolicy([]), codeLists: [list] });
  for (const code of ["W1", "P77", "R2"]) {
    const { mask, weak } = judge.label(made("Condition", { code: { coding: [{ system: "http://plan.example/own", code }] } }));
    expect([code, mask, weak]).toEqual([code, 0, categoryBit("SUD")]);
  }
});
