/** What the labeller holds for sensitive: labels and codes in every spelling; leaks 16 and 17. */
import { ACT_CODE_SYSTEM, CATEGORIES } from "@member-exchange/sharing-policy";
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import type { Json, Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { labeller } from "../../fhir-facade/src/labeller/label.ts";
import { categoryBit, UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import { SENSITIVE_CODES } from "../synthea-sensitive-codes.ts";
import { read } from "./support/plan-policy.ts";

const { label } = labeller(standardPolicy([]));
const withAll = labeller(standardPolicy(OPTIONAL_CODE_LISTS));

const ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
const LOINC = "http://loinc.org";
const US_CORE_RACE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race";
const condition = (code: Json, more: Record<string, Json> = {}): Resource =>
  ({ resourceType: "Condition", id: "c", code, ...more }) as Resource;
const coded = (system: string, code: string): Json => ({ coding: [{ system, code }] });
const isSet = (mask: number, category: string): boolean => (mask & categoryBit(category)) !== 0;

/** A small generator with a seed, so that a failure can be seen again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const shuffled = (value: Json, next: () => number): Json => {
  const order = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => [next(), item] as const)
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  if (Array.isArray(value)) return order(value.map((item) => shuffled(item, next)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(order(Object.entries(value)).map(([name, item]) => [name, shuffled(item as Json, next)]));
};

const EXAMPLES: readonly [string, string, string][] = [
  ["SUD", ICD_10_CM, "F10.20"],
  ["SUD", ICD_10_CM, "F11.10"],
  ["PSY", ICD_10_CM, "F32.9"],
  ["PSY", ICD_10_CM, "F20.0"],
  ["HIV", ICD_10_CM, "B20"],
  ["HIV", ICD_10_CM, "Z21"],
];

describe("R8 a code says the same in every spelling (leak 17)", () => {
  test.each(EXAMPLES)("R8: %s by %s %s with and without dot, in any case, with blanks around", (category, system, code) => {
    for (const spelling of [code, code.replace(".", ""), code.toLowerCase(), code.replace(".", "").toLowerCase(), ` ${code} `])
      expect([spelling, isSet(label(condition(coded(system, spelling))).mask, category)]).toEqual([spelling, true]);
  });

  test.each([ICD_10_CM, `${ICD_10_CM}/`, "HTTP://HL7.ORG/FHIR/SID/ICD-10-CM", "urn:oid:2.16.840.1.113883.6.90", "2.16.840.1.113883.6.90"])(
    "R8: ICD-10-CM under the address %s",
    (system) => expect(isSet(label(condition(coded(system, "F11.20"))).mask, "SUD")).toBe(true),
  );

  test("R8: a code without system is judged by its shape", () => {
    expect(isSet(label(condition({ coding: [{ code: "F11.20" }] })).mask, "SUD")).toBe(true);
    expect(isSet(label(condition({ coding: [{ code: "20447-9" }] })).mask, "HIV")).toBe(true);
  });

  test.each([
    "urn:oid:2.16.840.1.113883.6.238",
    "http://terminology.hl7.org/CodeSystem/CDCREC",
    "http://terminology.hl7.org/CodeSystem/v3-Race",
    "http://terminology.hl7.org/CodeSystem/v3-Ethnicity",
    "http://hl7.org/fhir/v3/Race",
    "http://hl7.org/fhir/v3/Ethnicity",
    "urn:oid:2.16.840.1.113883.5.104",
    "urn:oid:2.16.840.1.113883.5.50",
  ])("R8: a race or ethnicity of %s is no LOINC code of the same form", (system) => {
    const codes = Array.from({ length: 15_000 }, (_, at) => `${1000 + Math.floor(at / 10)}-${at % 10}`);
    const patient = (code: string): Resource => {
      const extension = [{ url: "ombCategory", valueCoding: { system, code } }];
      return { resourceType: "Patient", id: "p", extension: [{ url: US_CORE_RACE, extension }] } as unknown as Resource;
    };
    expect(codes.filter((code) => label(patient(code)).mask !== 0)).toEqual([]);
    expect(isSet(label(condition(coded(LOINC, "2106-3"))).mask, "SEX")).toBe(true);
    expect(isSet(label(condition(coded("http://plan.example/tests", "2106-3"))).mask, "SEX")).toBe(true);
  });

  test("R8: a race that the plan's own policy names is what the plan says", () => {
    const rule = "{ category: PSY, tier: definite, source: x, system: 'urn:oid:2.16.840.1.113883.6.238', codes: [2106-3] }";
    const { label: labelOfPlan } = labeller(read("version: 2027-01-01", `codes: [${rule}]`));
    expect(isSet(labelOfPlan(condition(coded("urn:oid:2.16.840.1.113883.6.238", "2106-3"))).mask, "PSY")).toBe(true);
  });

  test("R8: a harmless code of a judged list is not held for sensitive", () => {
    expect(label(condition(coded(ICD_10_CM, "J20.9"))).mask).toBe(0);
    expect(label({ resourceType: "Observation", id: "o", code: coded(LOINC, "8302-2") } as Resource).mask).toBe(0);
  });
});

describe("R8 a code says the same wherever it stands (leak 17)", () => {
  const secret = coded(ICD_10_CM, "F11.20");
  const harmless = coded(ICD_10_CM, "J20.9");
  const coding = { system: ICD_10_CM, code: "F11.20" };
  const places: [string, Record<string, Json>][] = [
    ["as a second coding", { code: { coding: [{ system: ICD_10_CM, code: "J20.9" }, coding] } }],
    ["in a contained resource", { contained: [{ resourceType: "Condition", id: "x", code: secret }] }],
    ["in an extension", { extension: [{ url: "http://example.org/x", valueCodeableConcept: secret }] }],
    ["in an extension's coding", { extension: [{ url: "http://example.org/x", valueCoding: coding }] }],
    ["in an extension of an extension", { extension: [{ url: "a", extension: [{ url: "b", valueCodeableConcept: secret }] }] }],
    ["in the extension of a primitive", { _recordedDate: { extension: [{ url: "a", valueCoding: coding }] } }],
    ["in a backbone element", { diagnosis: [{ sequence: 1, diagnosisCodeableConcept: secret }] }],
    ["in a backbone of a backbone", { item: [{ detail: [{ subDetail: [{ productOrService: secret }] }] }] }],
    ["in a reason", { reasonCode: [harmless, secret] }],
    ["in meta.tag", { meta: { tag: [coding] } }],
    ["in an identifier's type", { identifier: [{ type: secret, value: "1" }] }],
    ["in an adjudication", { adjudication: [{ reason: secret }] }],
  ];
  test.each(places)("R8: %s", (_title, more) => expect(isSet(label(condition(harmless, more)).mask, "SUD")).toBe(true));
});

describe("R8 labels on the data count, whatever their address (leak 16)", () => {
  const labelled = (system: string | undefined, code: string): number =>
    label(condition(coded(ICD_10_CM, "J20.9"), { meta: { security: [{ system, code }] } })).mask;
  const addresses = [ACT_CODE_SYSTEM, "http://hl7.org/fhir/v3/ActCode", "urn:oid:2.16.840.1.113883.5.4"];
  const all = CATEGORIES.flatMap(({ code, labels }) => labels.map((name): [string, string] => [name, code]));

  test.each(all)("R8: label %s means %s under each address of v3-ActCode", (name, category) => {
    for (const system of addresses) expect([system, isSet(labelled(system, name), category)]).toEqual([system, true]);
  });

  const elsewhere = ["http://example.org/labels", "http://terminology.hl7.org/CodeSystem/v3-ActUSPrivacyLaw", undefined];
  test.each<[string, string[]]>([
    ["OPIOIDUD", ["SUD"]],
    ["BH", ["PSY", "SUD", "COGN"]],
    ["MST", ["PSY", "SDV"]],
    ["GENDER", ["SEX", "DEMO"]],
    ["42CFRPart2", ["SUD"]],
    ["HIPAAPsyNotes", ["PSYTHPN"]],
    ["Title38Part1", ["SUD", "HIV", "GDIS"]],
  ])("R8: %s means %j and nothing else, in any case, with an unknown address or none", (name, categories) => {
    const bits = categories.reduce((sum, code) => sum | categoryBit(code), 0);
    for (const system of [...addresses, ...elsewhere])
      for (const code of [name, name.toLowerCase(), ` ${name} `])
        expect([system, code, labelled(system, code)]).toEqual([system, code, bits]);
  });

  test.each(["SPI", "tboo", "DIA", "ADOL"])("R8: %s says handle with care and names no category", (code) =>
    expect(labelled(ACT_CODE_SYSTEM, code)).toBe(UNCLASSIFIABLE),
  );

  test.each(["NORDSCLCD", "REDACT", "SUBSETTED", "HTEST", ""])("R8: label '%s' says nothing about what it is on", (code) =>
    expect(labelled(ACT_CODE_SYSTEM, code)).toBe(0),
  );

  test.each(["R", "V"])("R8: confidentiality %s cannot be judged, and so is hidden under withholding", (code) => {
    for (const system of [
      "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
      "http://hl7.org/fhir/v3/Confidentiality",
      "urn:oid:2.16.840.1.113883.5.25",
    ])
      expect(labelled(system, code) & UNCLASSIFIABLE).not.toBe(0);
  });

  test.each(["N", "L", "M", "U"])("R8: confidentiality %s hides nothing", (code) =>
    expect(labelled("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", code)).toBe(0),
  );

  test("R8: a label on a contained resource counts for the whole", () => {
    const contained = [{ resourceType: "Observation", id: "o", meta: { security: [{ system: ACT_CODE_SYSTEM, code: "HIV" }] } }];
    expect(isSet(label(condition(coded(ICD_10_CM, "J20.9"), { contained })).mask, "HIV")).toBe(true);
  });
});

describe("R8 what cannot be judged is not taken for harmless", () => {
  const unjudged: [string, Resource][] = [
    ["a code of an unknown system", condition(coded("http://example.org/own-codes", "42"))],
    ["text without any code", condition({ text: "as discussed" })],
    ["an attachment", { resourceType: "DocumentReference", id: "d", content: [{ attachment: { data: "AA==" } }] } as Resource],
    [
      "a presented form",
      { resourceType: "DiagnosticReport", id: "d", code: coded(LOINC, "8302-2"), presentedForm: [{ data: "AA==" }] } as Resource,
    ],
    ["answers to a questionnaire", { resourceType: "QuestionnaireResponse", id: "q", item: [{ linkId: "1" }] } as Resource],
    ["a modifier extension", condition(coded(ICD_10_CM, "J20.9"), { modifierExtension: [{ url: "x", valueBoolean: true }] })],
    [
      "a contained resource of an unknown type",
      condition(coded(ICD_10_CM, "J20.9"), { contained: [{ resourceType: "Parameters", id: "x" }] }),
    ],
    ["a code system whose list the operator did not enable", condition(coded("http://www.ama-assn.org/go/cpt", "99213"))],
  ];
  test.each(unjudged)("R8: %s", (_title, resource) => expect(label(resource).mask & UNCLASSIFIABLE).not.toBe(0));

  test("R8: what is nested deeper than any resource", () => {
    let nested: Json = coded(ICD_10_CM, "J20.9");
    for (let depth = 0; depth < 80; depth++) nested = { extension: [nested] };
    expect(label(condition(coded(ICD_10_CM, "J20.9"), { extension: [nested] })).mask & UNCLASSIFIABLE).not.toBe(0);
  });
});

describe("R8 laws of the labeller", () => {
  const harmless: Record<string, Json> = { status: "final", effectiveDateTime: "2024-01-01", value: [{ a: 1 }, { b: "x" }], flag: true };
  const combinations = Array.from({ length: 60 }, (_, seed) => {
    const next = random(seed + 1);
    const chosen = SENSITIVE_CODES.filter(() => next() < 0.1);
    const resource = condition(
      { coding: chosen.map(({ system, code }) => ({ system, code })) },
      { ...harmless, extension: [{ url: "x", valueCoding: { system: LOINC, code: "8302-2" } }] },
    );
    return [seed, resource, next] as const;
  });

  test("R8: the order of elements and of lists changes nothing", () => {
    for (const [seed, resource, next] of combinations)
      for (let again = 0; again < 3; again++)
        expect([seed, withAll.label(shuffled(resource, next) as Resource).mask]).toEqual([seed, withAll.label(resource).mask]);
  });

  test("R8: adding an element never takes a category away", () => {
    for (const [seed, resource] of combinations)
      for (const [category, system, code] of EXAMPLES) {
        const before = withAll.label(resource).mask & ~UNCLASSIFIABLE;
        const after = withAll.label({ ...resource, reasonCode: [coded(system, code)] } as Resource).mask;
        expect([seed, before & after]).toEqual([seed, before]);
        expect(isSet(after, category)).toBe(true);
      }
  });

  test("R8: enabling one more list never takes a category away", () => {
    for (const [seed, resource] of combinations) {
      const few = label(resource).mask & ~UNCLASSIFIABLE;
      expect([seed, withAll.label(resource).mask & few]).toEqual([seed, few]);
    }
  });

  test("R8: the resource is not changed by being judged", () => {
    for (const [, resource] of combinations) {
      const before = JSON.stringify(resource);
      label(resource);
      expect(JSON.stringify(resource)).toBe(before);
    }
  });

  test("R8: no rule names a code of the record", () => {
    for (const [, resource] of combinations) {
      const told = JSON.stringify(withAll.label(resource).rules);
      for (const { code } of SENSITIVE_CODES) expect(told).not.toContain(code);
    }
  });
});

describe("R8 the codes that the synthetic members contain", () => {
  test.each(SENSITIVE_CODES.map(({ category, system, code, display }) => [category, code, display, system] as const))(
    "R8: %s %s (%s) is hidden when its category is withheld",
    (category, code, _display, system) => {
      const { mask } = withAll.label(condition(coded(system, code)));
      expect(isSet(mask, category) || (mask & UNCLASSIFIABLE) !== 0).toBe(true);
    },
  );
});
