/** Words and numbers that nobody judged stay in: leaks 6, 17, 23; a store that leads in circles is not followed (leak 6). */
import { SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import type { JsonObject } from "../../fhir-facade/src/compartment/resource.ts";
import { EVERYTHING, keysOf, nextOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { ACT_CODE, coded, condition, ICD, LOINC, MARKER, observation, resource, SHOWN } from "./support/records.ts";
import { fhirJson, type StoredResource } from "./support/store.ts";

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings(SHOWN);
});
afterAll(() => around.close());
afterEach(() => {
  around.store.resources = SHOWN;
  around.store.misbehaviour = undefined;
});

const chosen = (...withheld: string[]) => ({
  mode: "chosen" as const,
  shared: SHAREABLE_CATEGORIES.filter((code) => !withheld.includes(code)),
});
const PATIENT = { reference: "Patient/p1" };

async function textOf(stored: StoredResource, withheld: string): Promise<string> {
  around.store.resources = [...SHOWN, stored];
  const answer = await around.get(`/${stored.resourceType}/${stored.id}`, chosen(withheld));
  expect(answer.status).toBe(200);
  return answer.text;
}

describe("leak 17: a shown resource keeps its codes and loses the words beside them, as soon as anything is withheld", () => {
  const WORDS: [string, JsonObject][] = [
    ["a text value", { valueString: MARKER }],
    ["the text of its code", { code: { ...coded(LOINC, "8302-2"), text: MARKER } }],
    ["the text of another concept", { bodySite: { ...coded("http://snomed.info/sct", "1"), text: MARKER } }],
    ["a text in an extension", { extension: [{ url: "http://plan.example/x", valueString: MARKER }] }],
    ["a text beside an element", { _issued: { extension: [{ url: "http://plan.example/x", valueString: MARKER }] } }],
    ["the name of something that it does not point to", { performer: [{ display: MARKER }] }],
    ["the name of something contained", { contained: [{ resourceType: "Organization", id: "o", name: MARKER }] }],
    ["a note", { note: [{ text: MARKER }] }],
  ];
  test.each(WORDS)("leak 17: %s", async (_, more) => {
    around.store.resources = [...SHOWN, observation("x", more)];
    const { status, text } = await around.get("/Observation/x", chosen("SEX"));
    expect([200, 404]).toContain(status);
    expect(text).not.toContain(MARKER);
    expect((await around.get("/Observation/x", EVERYTHING)).text).toContain(MARKER);
  });

  test("the display of a judged code stays", async () => {
    expect(await textOf(observation("x", { code: coded(LOINC, "8302-2", "Body height") }), "SEX")).toContain("Body height");
  });
});

test.each([
  ["a Condition", condition("x", { code: undefined })],
  ["an Observation", observation("x", { code: undefined })],
  ["a Claim", resource("Claim", "x", { patient: PATIENT, status: "active" })],
])("leak 16: %s without any code is hidden as soon as anything is withheld", async (_, stored) => {
  around.store.resources = [...SHOWN, stored];
  expect((await around.get(`/${stored.resourceType}/x`, chosen("SEX"))).status).toBe(404);
  expect((await around.get(`/${stored.resourceType}/x`, EVERYTHING)).status).toBe(200);
});

test("leak 6: psychotherapy notes leave no gap in the pages of an authorization that shares everything", async () => {
  const notes = ["n1", "n2", "n3"].map((id) => condition(id, { meta: { security: [{ system: ACT_CODE, code: "PSYTHPN" }] } }));
  const without = SHOWN;
  around.store.resources = [...notes, ...SHOWN];
  const pages = await around.all("/Condition?_count=2", await around.issuer.grant(EVERYTHING));
  around.store.resources = without;
  const plain = await around.all("/Condition?_count=2", await around.issuer.grant(EVERYTHING));
  expect(pages.map((page) => keysOf(page))).toEqual(plain.map((page) => keysOf(page)));
  expect(pages.every((page, index) => index === pages.length - 1 || keysOf(page).length === 2)).toBe(true);
});

test.each([
  ["everything is shared", EVERYTHING],
  ["something is withheld", chosen("SEX")],
])("a store whose next link leads back to the same page is refused, when %s", async (_, authorization) => {
  let asked = 0;
  around.store.misbehaviour = (request, response) => {
    asked += 1;
    const url = `${around.store.url}${request.url?.replace(/^\/fhir/, "")}`;
    fhirJson(response, { resourceType: "Bundle", type: "searchset", link: [{ relation: "next", url }], entry: [] });
  };
  const answer = await around.get("/Condition", authorization);
  expect(answer.status).toBe(502);
  expect(nextOf(answer)).toBeUndefined();
  expect(asked).toBeLessThan(200);
});

describe("leak 23: demographics withheld", () => {
  const TELLING: [string, StoredResource, string][] = [
    ["a member number on a Coverage", resource("Coverage", "x", { beneficiary: PATIENT, identifier: [{ value: "M-12345" }] }), "M-12345"],
    [
      "a birth-sex extension",
      observation("x", { extension: [{ url: "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex", valueCode: "F" }] }),
      "birthsex",
    ],
    ["an age at onset", condition("x", { onsetAge: { value: 53, unit: "a" } }), "53"],
    ["an age range at onset", condition("x", { onsetRange: { low: { value: 53 } } }), "53"],
    ["an age in words", condition("x", { onsetString: "at 53" }), "53"],
    ["the patient's name in a reference", condition("x", { subject: { ...PATIENT, display: "Familyname" } }), "Familyname"],
  ];
  test.each(TELLING)("leak 23: %s goes out", async (_, stored, telling) => {
    expect(await textOf(stored, "DEMO")).not.toContain(telling);
  });
});

test("two Authorization headers are refused, whichever of them is good", async () => {
  const token = await around.issuer.grant(EVERYTHING);
  const answer = await around.ask({
    path: "/Patient/p1",
    headers: { Authorization: [`Bearer ${token}`, "Bearer other"] as unknown as string },
  });
  expect(answer.status).toBe(400);
});

test("a code that is written twice, once in a family of its own, is shown by the judged one", async () => {
  const both = {
    coding: [
      { system: ICD, code: "J20.9" },
      { system: "http://plan.example/codes", code: "X" },
    ],
  };
  expect(await textOf(condition("x", { code: both }), "SEX")).toContain("J20.9");
});
