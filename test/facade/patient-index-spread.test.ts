/** D10: a statement hands its label to what it is about or made of, and to nothing else; decision 0013, rules 1 and 2. */
import fc from "fast-check";
import type { ResourceKey } from "../../fhir-facade/src/compartment/resource.ts";
import { categoryBit, MALFORMED, UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import type { IndexEntry } from "../../fhir-facade/src/patient-index/patient-index.ts";
import { propagate } from "../../fhir-facade/src/patient-index/propagate.ts";
import { saying, spreadOver, to } from "./support/spread.ts";

const [PSY, HIV, SUD] = ["PSY", "HIV", "SUD"].map(categoryBit) as [number, number, number];
const SECRET = { own: PSY };

describe("rule 2: forwards, to what a statement is about or made of", () => {
  test.each<[ResourceKey, object, ResourceKey]>([
    ["MedicationRequest/a", { reasonReference: [to("Condition/b")] }, "Condition/b"],
    ["MedicationRequest/a", { priorPrescription: to("MedicationRequest/b") }, "MedicationRequest/b"],
    ["MedicationDispense/a", { authorizingPrescription: [to("MedicationRequest/b")] }, "MedicationRequest/b"],
    ["MedicationStatement/a", { derivedFrom: [to("Observation/b")] }, "Observation/b"],
    ["MedicationAdministration/a", { request: to("MedicationRequest/b") }, "MedicationRequest/b"],
    ["Procedure/a", { report: [to("DiagnosticReport/b")] }, "DiagnosticReport/b"],
    ["Observation/a", { hasMember: [to("Observation/b")] }, "Observation/b"],
    ["Observation/a", { derivedFrom: [to("QuestionnaireResponse/b")] }, "QuestionnaireResponse/b"],
    ["Observation/a", { focus: [to("Condition/b")] }, "Condition/b"],
    ["DiagnosticReport/a", { result: [to("Observation/b")] }, "Observation/b"],
    ["DiagnosticReport/a", { basedOn: [to("ServiceRequest/b")] }, "ServiceRequest/b"],
    ["DiagnosticReport/a", { media: [{ link: to("Media/b") }] }, "Media/b"],
    ["ServiceRequest/a", { replaces: [to("ServiceRequest/b")] }, "ServiceRequest/b"],
    ["Condition/a", { evidence: [{ detail: [to("Observation/b")] }] }, "Observation/b"],
    ["Condition/a", { stage: [{ assessment: [to("DiagnosticReport/b")] }] }, "DiagnosticReport/b"],
    ["ImagingStudy/a", { procedureReference: to("Procedure/b") }, "Procedure/b"],
    ["Immunization/a", { reaction: [{ detail: to("Observation/b") }] }, "Observation/b"],
    ["ExplanationOfBenefit/a", { claim: to("Claim/b") }, "Claim/b"],
    ["ExplanationOfBenefit/a", { related: [{ claim: to("Claim/b") }] }, "Claim/b"],
    ["Claim/a", { prescription: to("MedicationRequest/b") }, "MedicationRequest/b"],
  ])("D10: %s with %j tells %s", (key, elements, told) => {
    expect(spreadOver(saying(key, SECRET, elements), saying(told, {}))).toEqual({ [key]: PSY, [told]: PSY });
  });

  test.each<[ResourceKey, object, ResourceKey]>([
    ["Procedure/a", { reasonReference: [to("Condition/b")] }, "Condition/b"],
    ["ServiceRequest/a", { reasonReference: [to("Observation/b")] }, "Observation/b"],
    ["ImagingStudy/a", { reasonReference: [to("Condition/b")] }, "Condition/b"],
    ["Immunization/a", { reasonReference: [to("Condition/b")] }, "Condition/b"],
    ["Encounter/a", { diagnosis: [{ condition: to("Condition/b") }], reasonReference: [to("Condition/b")] }, "Condition/b"],
    ["Claim/a", { diagnosis: [{ diagnosisReference: to("Condition/b") }] }, "Condition/b"],
    ["Claim/a", { item: [{ encounter: [to("Encounter/b")] }] }, "Encounter/b"],
    ["ExplanationOfBenefit/a", { procedure: [{ procedureReference: to("Procedure/b") }] }, "Procedure/b"],
    ["CarePlan/a", { addresses: [to("Condition/b")] }, "Condition/b"],
    ["CarePlan/a", { goal: [to("Goal/b")] }, "Goal/b"],
    ["CareTeam/a", { reasonReference: [to("Condition/b")] }, "Condition/b"],
    ["Goal/a", { addresses: [to("Condition/b")] }, "Condition/b"],
    ["DocumentReference/a", { context: { related: [to("Condition/b")] } }, "Condition/b"],
    ["Observation/a", { focus: [to("Encounter/b")] }, "Encounter/b"],
    ["Observation/a", { performer: [to("CareTeam/b")] }, "CareTeam/b"],
    ["Observation/a", { focus: [to("CareTeam/b")] }, "CareTeam/b"],
    ["Observation/a", { specimen: to("Specimen/b") }, "Specimen/b"],
    ["Observation/a", { extension: [{ url: "x", valueReference: to("Condition/b") }] }, "Condition/b"],
    ["Observation/a", { performer: [to("Practitioner/b")], focus: [to("Practitioner/b")] }, "Practitioner/b"],
    ["MedicationRequest/a", { medicationReference: to("Medication/b") }, "Medication/b"],
    ["Condition/a", { subject: to("Patient/b"), evidence: [{ detail: [to("Patient/b")] }] }, "Patient/b"],
  ])("D10: %s with %j tells %s nothing", (key, elements, spared) => {
    expect(spreadOver(saying(key, SECRET, elements), saying(spared, {}))).toEqual({ [key]: PSY });
  });

  test("D10: what is told is told on, over any distance and in circles", () => {
    const chain: IndexEntry[] = [
      saying("MedicationDispense/a", SECRET, { authorizingPrescription: [to("MedicationRequest/b")] }),
      saying("MedicationRequest/b", {}, { reasonReference: [to("Condition/c")] }),
      saying("Condition/c", {}, { evidence: [{ detail: [to("Observation/d")] }] }),
      saying("Observation/d", {}, { focus: [to("Condition/c")] }),
    ];
    expect(Object.values(spreadOver(...chain))).toEqual([PSY, PSY, PSY, PSY]);
  });

  test("D10: who points to what was told is hidden too, and hands nothing on by that", () => {
    const found = spreadOver(
      saying("MedicationRequest/a", SECRET, { reasonReference: [to("Condition/b")] }),
      saying("Condition/b", {}),
      saying("Procedure/c", {}, { reasonReference: [to("Condition/b"), to("Condition/d")] }),
      saying("Condition/d", {}),
    );
    expect(found).toEqual({ "MedicationRequest/a": PSY, "Condition/b": PSY, "Procedure/c": PSY });
  });

  test("D10: a panel with one telling result is hidden, its other results are not; a panel that tells is hidden with all", () => {
    const results = [saying("Observation/hiv", { own: HIV }), saying("Observation/glucose", {}), saying("Observation/sodium", {})];
    const result = results.map(({ key }) => to(key));
    expect(spreadOver(saying("DiagnosticReport/panel", {}, { result }), ...results)).toEqual({
      "DiagnosticReport/panel": HIV,
      "Observation/hiv": HIV,
    });
    expect(Object.keys(spreadOver(saying("DiagnosticReport/panel", { own: HIV }, { result }), ...results))).toHaveLength(4);
  });

  test("D10: a drug that is named by reference tells as one that is named by code", () => {
    const drug = saying("Medication/m", { own: SUD });
    const order = saying("MedicationRequest/a", {}, { medicationReference: to("Medication/m"), reasonReference: [to("Condition/b")] });
    expect(spreadOver(drug, order, saying("Condition/b", {}))).toEqual({
      "Medication/m": SUD,
      "MedicationRequest/a": SUD,
      "Condition/b": SUD,
    });
  });

  test("D10: a care team with a psychiatrist is hidden, the other members and the plan's conditions are not", () => {
    const found = spreadOver(
      saying("Practitioner/psychiatrist", SECRET),
      saying("CareTeam/t", {}, { participant: [{ member: to("Practitioner/psychiatrist") }, { member: to("Practitioner/dr") }] }),
      saying("Practitioner/dr", {}),
      saying("CarePlan/p", {}, { careTeam: [to("CareTeam/t")], addresses: [to("Condition/c")] }),
      saying("Condition/c", {}),
      saying("Observation/o", {}, { performer: [to("Practitioner/dr")] }),
    );
    expect(found).toEqual({ "Practitioner/psychiatrist": PSY, "CareTeam/t": PSY, "CarePlan/p": PSY });
  });

  test("D10: a bill with one telling line among many conditions hides itself alone", () => {
    const conditions = Array.from({ length: 12 }, (_, n) => saying(`Condition/c${n}`, {}));
    const diagnosis = conditions.map(({ key }) => ({ diagnosisReference: to(key) }));
    expect(spreadOver(saying("Claim/a", { own: SUD }, { diagnosis }), ...conditions)).toEqual({ "Claim/a": SUD });
  });

  test.each([
    ["what cannot be judged", UNCLASSIFIABLE],
    ["what cannot be read", MALFORMED],
    ["demographics", categoryBit("DEMO")],
    ["psychotherapy notes", categoryBit("PSYTHPN")],
  ])("D10: of %s nothing is told, but who points there has it", (_title, own) => {
    const [order, reason] = [saying("MedicationRequest/a", { own }, { reasonReference: [to("Condition/b")] }), saying("Condition/b", {})];
    expect(spreadOver(order, reason)).toEqual({ "MedicationRequest/a": own });
    expect(spreadOver(order, reason, saying("Procedure/c", {}, { basedOn: [to("MedicationRequest/a")] }))["Procedure/c"]).toBe(own);
  });
});

const KEYS: readonly ResourceKey[] = ["Condition", "Observation", "MedicationRequest", "DiagnosticReport", "Encounter", "Claim"].flatMap(
  (type) => [1, 2, 3].map((n) => `${type}/${n}` as ResourceKey),
);
const ELEMENTS = ["reasonReference", "result", "hasMember", "derivedFrom", "detail", "claim", "prescription", "encounter", "performer"];
const some = fc.record({
  own: fc.constantFrom(0, 0, 0, PSY, HIV, UNCLASSIFIABLE),
  weak: fc.constantFrom(0, 0, PSY, SUD),
  links: fc.array(fc.tuple(fc.constantFrom(...ELEMENTS), fc.constantFrom(...KEYS)), { maxLength: 3 }),
  names: fc.array(fc.tuple(fc.constantFrom(...ELEMENTS), fc.constantFrom("1", "2", "3")), { maxLength: 1 }),
  numbers: fc.array(fc.constantFrom("1", "2", "3"), { maxLength: 1 }),
});
const records = fc.tuple(...KEYS.map(() => some)).map((parts) =>
  parts.map(({ own, weak, links, names, numbers }, n): IndexEntry => {
    const literal = links.map(([element, key]) => ({ [element]: to(key) }));
    const logical = names.map(([element, value]) => ({ [element]: { identifier: { system: "urn:n", value } } }));
    const identifier = numbers.map((value) => ({ system: "urn:n", value }));
    return saying(KEYS[n] as ResourceKey, { own, weak }, { part: [...literal, ...logical], identifier });
  }),
);
const masksOf = (entries: readonly IndexEntry[]): ReadonlyMap<string, number> =>
  new Map(Array.from(propagate(entries), ([key, { mask }]) => [key, mask]));

describe("D10 properties of any record", () => {
  test("D10: the order in which resources come does not matter, and a second time changes nothing", () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (entries, numbers) => {
        const shuffled = entries.map((one) => ({ one, at: numbers.next().value as number })).sort((a, b) => a.at - b.at);
        const masks = masksOf(entries);
        expect(masksOf(shuffled.map(({ one }) => one))).toEqual(masks);
        expect(masksOf([...propagate(entries).values()])).toEqual(masks);
      }),
    );
  });

  test("D10: another sensitive code never shows more", () => {
    fc.assert(
      fc.property(records, fc.nat(KEYS.length - 1), fc.constantFrom(PSY, HIV, SUD), (entries, at, bit) => {
        const more = masksOf(entries.map((one, n) => (n === at ? { ...one, own: one.own | bit } : one)));
        for (const [key, mask] of masksOf(entries)) expect([key, (more.get(key) ?? 0) & mask]).toEqual([key, mask]);
      }),
    );
  });

  test("D10: one more sensitive resource never shows more", () => {
    fc.assert(
      fc.property(records, fc.nat(KEYS.length - 1), (entries, at) => {
        const more = masksOf(entries.map((one, n) => (n === at ? { ...one, own: one.own | PSY } : one)));
        const points = (one: IndexEntry): boolean => one.targets.includes(KEYS[at] as ResourceKey);
        const fewer = entries.filter((one, n) => n !== at && !points(one));
        for (const [key, mask] of masksOf(fewer))
          expect([key, (more.get(key as ResourceKey) ?? 0) & mask & ~UNCLASSIFIABLE]).toEqual([key, mask & ~UNCLASSIFIABLE]);
      }),
    );
  });

  test("D11: a record without what is hidden is hidden nowhere", () => {
    fc.assert(
      fc.property(records, fc.constantFrom(PSY, HIV, SUD, PSY | HIV), (entries, withheld) => {
        const hidden = withheld | UNCLASSIFIABLE;
        const masks = masksOf(entries);
        const left = entries.filter(({ key }) => ((masks.get(key) ?? 0) & hidden) === 0);
        for (const [key, mask] of masksOf(left)) expect([key, mask & hidden]).toEqual([key, 0]);
      }),
    );
  });

  test("leak 18: nothing that is kept points to what is hidden", () => {
    fc.assert(
      fc.property(records, (entries) => {
        const masks = masksOf(entries);
        for (const { key, targets } of entries)
          for (const target of targets) expect((masks.get(key) ?? 0) & (masks.get(target) ?? 0)).toBe(masks.get(target) ?? 0);
      }),
    );
  });
});

describe("D10 bounded work", () => {
  const LONG = 50_000;
  const at = (n: number): ResourceKey => `Observation/o${n}`;

  test(`D10: a chain of ${LONG} statements`, () => {
    const chain = Array.from({ length: LONG }, (_, n) =>
      saying(at(n), n === 0 ? SECRET : {}, n === LONG - 1 ? {} : { hasMember: [to(at(n + 1))] }),
    );
    expect(Object.keys(spreadOver(...chain))).toHaveLength(LONG);
  });

  test(`D10: a statement about ${LONG}, and ${LONG} about one`, () => {
    const leaves = Array.from({ length: LONG }, (_, n) => saying(at(n), {}));
    const report = saying("DiagnosticReport/r", SECRET, { result: leaves.map(({ key }) => to(key)) });
    expect(Object.keys(spreadOver(report, ...leaves))).toHaveLength(LONG + 1);
    const orders = Array.from({ length: LONG }, (_, n) => saying(at(n), n === 9 ? SECRET : {}, { focus: [to("Condition/c")] }));
    expect(Object.keys(spreadOver(saying("Condition/c", {}), ...orders))).toHaveLength(LONG + 1);
  });
});
