/** The form of the lists: every rule has its parts, no code stands twice, nothing hides behind a shorter beginning. */
import { CATEGORIES } from "@member-exchange/sharing-policy";
import { CODE_LISTS, CODE_LISTS_VERSION, type CodeList, type CodeRule, normalSystem } from "@member-exchange/sharing-policy/code-lists";
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { labeller } from "../../fhir-facade/src/labeller/label.ts";
import { normalCode } from "../../fhir-facade/src/labeller/spelling.ts";
import { categoryBit, UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import { SYSTEMS, teller } from "./support/codes.ts";

const KNOWN = new Set(CATEGORIES.map(({ code }) => code));
const LISTS = CODE_LISTS.map((list): [string, CodeList] => [list.name, list]);
const all = ({ codes = [], prefixes = [] }: CodeRule): readonly string[] => [...codes, ...prefixes];
const twice = (items: readonly string[]): readonly string[] => items.filter((item, place) => items.indexOf(item) < place);

/** Codes of one kind by category, over all rules of a list. */
function byCategory(list: CodeList, of: (rule: CodeRule) => readonly string[] | undefined): readonly [string, readonly string[]][] {
  const categories = [...new Set(list.rules.map(({ category }) => category))];
  return categories.map((category) => [
    category,
    list.rules.filter((rule) => rule.category === category).flatMap((rule) => of(rule) ?? []),
  ]);
}

describe.each(LISTS)("R8 the list %s", (_name, list) => {
  test("R8: has a date, an address, and rules with a category that exists, a tier and a source", () => {
    expect(list.date).toBe(CODE_LISTS_VERSION);
    expect(list.systems.length).toBeGreaterThan(0);
    for (const { category, tier, source, ...rest } of list.rules) {
      expect(KNOWN.has(category)).toBe(true);
      expect(["definite", "indicative", "weak"]).toContain(tier);
      expect(source.length).toBeGreaterThan(10);
      expect(Object.values(rest).flat().length).toBeGreaterThan(0);
    }
  });

  test("R8: names no code twice in one category, whatever the tier", () => {
    for (const [category, codes] of byCategory(list, ({ codes }) => codes))
      expect([category, twice([...codes].sort())]).toEqual([category, []]);
    for (const [category, prefixes] of byCategory(list, ({ prefixes }) => prefixes))
      expect([category, twice(prefixes)]).toEqual([category, []]);
  });

  test("R8: writes codes in the form in which they are compared", () => {
    expect(list.rules.flatMap(all).filter((code) => code !== normalCode(code) || code === "")).toEqual([]);
  });

  test("R8: has no beginning or code behind a shorter beginning of the same category and tier", () => {
    const shadowed = list.rules.flatMap((rule) => {
      const same = list.rules.filter(({ category, tier }) => category === rule.category && tier === rule.tier);
      const prefixes = new Set(same.flatMap(({ prefixes = [] }) => prefixes));
      return all(rule).filter((code) =>
        Array.from({ length: code.length - 1 }, (_, end) => code.slice(0, end + 1)).some((start) => prefixes.has(start)),
      );
    });
    expect(shadowed).toEqual([]);
  });

  test("R8: has ranges of equal length, upwards, that hold no code of the same category and tier again", () => {
    for (const { category, tier, ranges = [] } of list.rules) {
      const codes = list.rules.filter((rule) => rule.category === category && rule.tier === tier).flatMap((rule) => rule.codes ?? []);
      for (const [from, to] of ranges) {
        expect([from, to, from.length === to.length && from <= to]).toEqual([from, to, true]);
        expect([from, to, codes.filter((code) => code.length === from.length && from <= code && code <= to)]).toEqual([from, to, []]);
      }
    }
  });
});

describe("R8 the lists together", () => {
  test("R8: no address leads to two lists", () =>
    expect(twice(CODE_LISTS.flatMap(({ systems }) => systems.map((system) => normalSystem(system))))).toEqual([]));

  test("R8: lists with others' terms are optional, and hold numbers only", () =>
    expect(CODE_LISTS.filter(({ optional }) => optional).map(({ name }) => name)).toEqual(["cpt", "snomed-ct"]));

  test.each([
    ["https://bluebutton.cms.gov/resources/codesystem/hcpcs", "H0015", "SUD"],
    ["http://terminology.hl7.org/CodeSystem/HCPCS-all-codes", "H0015", "SUD"],
    ["urn:oid:2.16.840.1.113883.6.285", "H0015", "SUD"],
    ["2.16.840.1.113883.6.285", "h0015", "SUD"],
    ["icd-10", "F10.20", "SUD"],
    ["http://hl7.org/fhir/sid/icd-10", "F10.20", "SUD"],
    ["I10", "F1020", "SUD"],
    ["urn:oid:2.16.840.1.113883.6.103", "303.90", "SUD"],
    ["I9CP", "94.61", "SUD"],
    ["LN", "82667-7", "SUD"],
    ["https://bluebutton.cms.gov/resources/variables/clm_drg_cd", "897", "SUD"],
    ["https://bluebutton.cms.gov/resources/variables/line_place_of_srvc_cd/", "57", "SUD"],
    ["https://www.cms.gov/Medicare/Coding/place-of-service-codes", "57", "SUD"],
    ["https://bluebutton.cms.gov/resources/variables/rev_cntr", "0944", "SUD"],
    ["https://bluebutton.cms.gov/fhir/CodeSystem/CLM-REV-CNTR-CD", "0944", "SUD"],
    ["https://bluebutton.cms.gov/resources/variables/prvdr_spclty", "79", "SUD"],
    ["urn:oid:2.16.840.1.113883.6.101", "101YA0400X", "PSY SUD"],
    ["urn:oid:2.16.840.1.113883.6.69", "12496-1208-03", "SUD"],
  ])("R8: %s %s is known", (system, code, expected) => expect(teller([])(system, code)).toBe(expected));

  test("R8: a National Drug Code says the same in each of its forms", () => {
    const forms = ["12496-1208-03", "12496-1208-3", "12496-1208", "12496120803", "1249612083", "012496120803"];
    expect(forms.map((form) => [form, teller([])(SYSTEMS.ndc, form)])).toEqual(forms.map((form) => [form, "SUD"]));
  });

  test("R8: a list that is partial judges only what it knows: another pack cannot be judged, and is not shown", () => {
    const { label } = labeller(standardPolicy([]));
    const claim = (code: string): number =>
      label({
        resourceType: "ExplanationOfBenefit",
        id: "e",
        item: [{ productOrService: { coding: [{ system: SYSTEMS.ndc, code }] } }],
      } as unknown as Resource).mask;
    expect(CODE_LISTS.filter(({ partial }) => partial).map(({ name }) => name)).toContain("ndc");
    expect(claim("00093721201") & UNCLASSIFIABLE).not.toBe(0);
    expect(claim("12496120803") & categoryBit("SUD")).not.toBe(0);
  });

  test("R8: a range holds its ends and what lies between, in codes of its length only", () => {
    const tell = (code: string): string => teller(["cpt"])(SYSTEMS.cpt, code);
    expect([tell("90785"), tell("90834"), tell("90899"), tell("90784"), tell("90900"), tell("9083"), tell("089083")]).toEqual([
      "PSY",
      "PSY",
      "PSY",
      "",
      "",
      "",
      "",
    ]);
  });
});
