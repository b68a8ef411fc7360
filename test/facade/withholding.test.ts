/** What an authorization does not share is not there: R8; leaks 8, 9, 13, 16, 17, 18, 22a and 23. */
import { CATEGORIES, type MemberAuthorization, SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import type { JsonObject } from "../../fhir-facade/src/compartment/resource.ts";
import { type Answered, EVERYTHING, entriesOf, keysOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import {
  ACT_CODE,
  coded,
  condition,
  HIDDEN,
  ICD,
  LOINC,
  MARKER,
  observation,
  patient,
  resource,
  SHOWN,
  SNOMED,
} from "./support/records.ts";
import type { StoredResource } from "./support/store.ts";

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings([]);
});
afterAll(() => around.close());

const chosen = (...shared: string[]): Partial<MemberAuthorization> => ({ mode: "chosen", shared });
const allBut = (...withheld: string[]) => chosen(...SHAREABLE_CATEGORIES.filter((code) => !withheld.includes(code)));
const PATIENT = { reference: "Patient/p1" };
const unlike = ({ headers, status, text }: Answered) => {
  const { date: _, ...rest } = headers;
  return { status, headers: rest, text };
};

/** Read and search of one resource that stands in the store beside the shown ones. */
async function seen(
  stored: StoredResource | readonly StoredResource[],
  authorization: Partial<MemberAuthorization>,
  key?: string,
): Promise<boolean> {
  const list = Array.isArray(stored) ? (stored as StoredResource[]) : [stored as StoredResource];
  around.store.resources = [...SHOWN, ...list];
  const [type = "", id = ""] = key?.split("/") ?? [list[0]?.resourceType, list[0]?.id];
  const read = (await around.get(`/${type}/${id}`, authorization)).status === 200;
  const found = keysOf(await around.get(`/${type}?_id=${id}`, authorization)).length === 1;
  const listed = keysOf(await around.get(`/${type}?_count=500`, authorization)).includes(`${type}/${id}`);
  if (read !== found || (type !== "Practitioner" && listed !== read)) throw new Error(`read ${read}, found ${found}, listed ${listed}`);
  return read;
}

const secret = coded(ICD, "F11.20");
const code = (system: string, value: string): JsonObject => ({ code: coded(system, value) });
const security = (system: string, label: string): JsonObject => ({ meta: { security: [{ system, code: label }] } });

const BY_CATEGORY: [string, string, JsonObject][] = [
  ["SUD", "ICD-10-CM with dot", code(ICD, "F11.20")],
  ["SUD", "ICD-10-CM without dot", code(ICD, "F1120")],
  ["SUD", "ICD-10-CM in lower case", code(ICD, "f11.20")],
  ["SUD", "ICD-10-CM by OID", code("urn:oid:2.16.840.1.113883.6.90", "F11.20")],
  ["PSY", "ICD-10-CM", code(ICD, "F32.9")],
  ["HIV", "ICD-10-CM", code(ICD, "B20")],
  ["HIV", "LOINC", code(LOINC, "20447-9")],
  ["SUD", "in a contained resource", { contained: [{ resourceType: "Condition", id: "x", code: secret }] }],
  ["SUD", "in an extension", { extension: [{ url: "http://example.org/x", valueCodeableConcept: secret }] }],
  ["SUD", "in a nested backbone element", { stage: [{ assessment: [{ detail: { reasonCode: [secret] } }] }] }],
  ["PSY", "label", security(ACT_CODE, "PSY")],
  ["PSY", "label at its old address", security("http://hl7.org/fhir/v3/ActCode", "MH")],
  ["SUD", "label by OID", security("urn:oid:2.16.840.1.113883.5.4", "ETH")],
  ["HIV", "label", security(ACT_CODE, "HIV")],
  ["SDV", "label", security(ACT_CODE, "SDV")],
  ["STD", "label", security(ACT_CODE, "STD")],
];

describe("R8 labels and codes hide (leaks 16 and 17)", () => {
  test.each(BY_CATEGORY)("R8: %s by %s is hidden when it alone is withheld", async (category, _where, more) => {
    expect(await seen(condition("x", more), allBut(category))).toBe(false);
  });

  test.each(BY_CATEGORY.filter(([, where]) => !where.includes("contained")))(
    "R8: %s by %s is shown when everything is shared",
    async (_category, _where, more) => {
      expect(await seen(condition("x", more), EVERYTHING)).toBe(true);
    },
  );

  test("R8: two categories in one resource: both must be shared", async () => {
    const both = condition("x", { ...code(ICD, "F11.20"), evidence: [{ code: [coded(ICD, "B20")] }] });
    for (const withheld of ["SUD", "HIV"]) expect(await seen(both, allBut(withheld))).toBe(false);
    expect(await seen(both, allBut("SEX"))).toBe(true);
  });

  test.each(["R", "V"])("R8: confidentiality %s is hidden when anything is withheld", async (label) => {
    const stored = condition("x", security("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", label));
    expect(await seen(stored, allBut("SEX"))).toBe(false);
    expect(await seen(stored, EVERYTHING)).toBe(true);
  });

  test("R8: a resource that nobody could judge is hidden only when something is withheld", async () => {
    for (const more of [
      { code: { text: "as discussed" } },
      { code: { coding: [{ system: "http://example.org/own", code: "42" }] } },
      { modifierExtension: [{ url: "x" }] },
    ]) {
      expect(await seen(condition("x", more), allBut("SEX"))).toBe(false);
      expect(await seen(condition("x", more), EVERYTHING)).toBe(true);
    }
  });

  test("R8: a category newer than the authorization knows stays withheld", async () => {
    expect(
      await seen(condition("x", security(ACT_CODE, "COGN")), {
        mode: "all-but-sensitive",
        shared: ["DEMO", "NEWER"],
        categoriesVersion: "1999-01-01",
      }),
    ).toBe(false);
  });

  test("R8: a name that is no category shares nothing", async () => {
    for (const shared of [["sud"], ["*"], ["SUD PSY HIV"], ["ETH"]])
      expect(await seen(condition("x", code(ICD, "F11.20")), chosen(...shared))).toBe(false);
  });

  test("R8: only mode `everything` shares without naming", async () => {
    for (const mode of ["all-but-sensitive", "chosen"] as const)
      expect(await seen(condition("x", code(ICD, "F11.20")), { mode, shared: [] })).toBe(false);
  });

  test("R8: psychotherapy notes are hidden even when everything is shared, or named", async () => {
    const notes = observation("x", security(ACT_CODE, "PSYTHPN"));
    for (const authorization of [
      EVERYTHING,
      chosen(...CATEGORIES.map((category) => category.code)),
      { mode: "everything", shared: ["PSYTHPN"] } as const,
    ])
      expect(await seen(notes, authorization)).toBe(false);
  });
});

describe("R8 who points to what is hidden is hidden (leak 18)", () => {
  const hiddenOne = condition("secret", code(ICD, "F11.20"));
  const pointing: [string, StoredResource][] = [
    [
      "an Encounter by its diagnosis",
      resource("Encounter", "x", { subject: PATIENT, diagnosis: [{ condition: { reference: "Condition/secret" } }] }),
    ],
    ["an Observation by its focus", observation("x", { focus: [{ reference: "Condition/secret" }] })],
    ["a Condition by an extension", condition("x", { extension: [{ url: "u", valueReference: { reference: "Condition/secret" } }] })],
    ["a Condition by a version", condition("x", { evidence: [{ detail: [{ reference: "Condition/secret/_history/1" }] }] })],
    ["a Provenance by its target", resource("Provenance", "x", { target: [PATIENT, { reference: "Condition/secret" }] })],
    [
      "a Claim line",
      resource("Claim", "x", { patient: PATIENT, diagnosis: [{ sequence: 1, diagnosisReference: { reference: "Condition/secret" } }] }),
    ],
  ];
  test.each(pointing)("leak 18: %s", async (_title, pointer) => {
    expect(await seen([pointer, hiddenOne], allBut("SUD"))).toBe(false);
    expect(await seen([pointer, hiddenOne], EVERYTHING)).toBe(true);
  });

  test("leak 18: at any distance, and in a circle", async () => {
    const chain = Array.from({ length: 20 }, (_, n) =>
      observation(`x${n}`, { hasMember: [{ reference: n === 0 ? "Condition/secret" : `Observation/x${n - 1}` }] }),
    );
    const back = observation("first", { hasMember: [{ reference: "Observation/x19" }, { reference: "Observation/first" }] });
    expect(await seen([back, ...chain, hiddenOne], allBut("SUD"))).toBe(false);
  });

  test("leak 18: through a shared resource that says it", async () => {
    const medication = resource("Medication", "m", security(ACT_CODE, "HIV"));
    const request = resource("MedicationRequest", "x", { subject: PATIENT, medicationReference: { reference: "Medication/m" } });
    expect(await seen([request, medication], allBut("HIV"))).toBe(false);
    expect(await seen([medication, request], allBut("HIV"), "Medication/m")).toBe(false);
  });

  test.each(["Condition/gone", "https://elsewhere.example/fhir/Condition/1", "urn:uuid:1", "Basic/1"])(
    "leak 18: a reference to %s cannot be judged",
    async (reference) => {
      expect(await seen(observation("x", { focus: [{ reference }] }), allBut("SEX"))).toBe(false);
    },
  );

  test("leak 13: a practitioner that only hidden resources name is not there", async () => {
    around.store.resources = [...SHOWN, ...HIDDEN];
    for (const [authorization, status] of [[chosen("DEMO"), 404] as const, [EVERYTHING, 200] as const])
      expect((await around.get("/Practitioner/dr-sud", authorization)).status).toBe(status);
  });

  test("leak 18: no reference to a hidden resource is in anything that leaves, and no marker", async () => {
    around.store.resources = [...SHOWN, ...HIDDEN];
    const pages = await around.all("/Patient/p1/$everything?_count=500", await around.issuer.grant());
    const text = pages.map((page) => page.text).join();
    for (const { resourceType, id } of HIDDEN) expect(text).not.toContain(`${resourceType}/${id}`);
    expect(text).not.toContain(MARKER);
    const keys = new Set(keysOf(...pages));
    for (const [, reference = ""] of text.matchAll(/"reference":"([^"#]+)"/g)) expect(keys).toContain(reference);
  });
});

describe("leak 9: hidden is absent, to the byte", () => {
  test.each(HIDDEN.map(({ resourceType, id }) => [resourceType, id] as const))("leak 9: %s/%s, read and search", async (type, id) => {
    const token = await around.issuer.grant();
    const answers = [];
    for (const resources of [[...SHOWN, ...HIDDEN], SHOWN]) {
      around.store.resources = resources;
      answers.push([
        unlike(await around.ask({ path: `/${type}/${id}`, token })),
        unlike(await around.ask({ path: `/${type}?_id=${id}`, token })),
      ]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.map(({ status }) => status)).toEqual([404, 200]);
  });

  test("leak 9: hidden, absent, another patient's and malformed-but-possible ids read the same bytes", async () => {
    around.store.resources = [...SHOWN, ...HIDDEN, condition("of-p2", { subject: { reference: "Patient/p2" } })];
    const token = await around.issuer.grant();
    const texts = new Set<string>();
    for (const id of ["b-sud", "c5-labelled", "none", "of-p2", "..."])
      texts.add(JSON.stringify(unlike(await around.ask({ path: `/Condition/${id}`, token }))));
    expect(texts.size).toBe(1);
  });
});

const rich = observation("rich", {
  meta: {
    versionId: "9",
    lastUpdated: "2024-05-05T00:00:00Z",
    source: "#x",
    profile: ["http://example.org/p"],
    tag: [{ code: "t" }],
    security: [{ system: "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", code: "N" }],
  },
  text: { status: "generated", div: `<div>${MARKER}</div>` },
  note: [{ text: MARKER }],
  component: [{ code: coded(LOINC, "8480-6"), note: [{ text: MARKER }] }],
  contained: [{ resourceType: "Practitioner", id: "in", text: { div: MARKER } }],
  performer: [{ reference: "#in" }],
});

describe("R8 what is left of a shown resource (leaks 17 and 22a)", () => {
  test("leak 17: narrative, notes, versions, times and tags are out when anything is withheld", async () => {
    around.store.resources = [...SHOWN, rich];
    const { body, text, status } = await around.get("/Observation/rich", allBut("SEX"));
    expect([status, body.meta, body.text, body.note]).toEqual([200, { profile: ["http://example.org/p"] }, undefined, undefined]);
    expect(text).not.toContain(MARKER);
  });

  test("R8: nothing is touched when everything is shared", async () => {
    around.store.resources = [...SHOWN, rich];
    expect((await around.get("/Observation/rich", EVERYTHING)).body).toEqual(rich);
    expect(entriesOf(await around.get("/Observation?_id=rich", EVERYTHING))).toEqual([rich]);
  });
});

describe("R8 demographics withheld (leaks 3 and 23)", () => {
  const relative = resource("RelatedPerson", "r1", { patient: PATIENT, name: [{ family: "Familyname" }] });
  const coverage = resource("Coverage", "cov", {
    status: "active",
    beneficiary: { reference: "Patient/p1", display: "Givenname Familyname" },
    subscriberId: "M-12345",
    dependent: "01",
    subscriber: PATIENT,
    payor: [{ reference: "Organization/org-plain" }],
  });
  const WORDS = ["Familyname", "Givenname", "1970-02-03", "M-12345", "12345", "555-0100", "Cityname", "female"];

  beforeEach(() => {
    around.store.resources = [
      ...SHOWN,
      relative,
      coverage,
      condition("aged", { onsetAge: { value: 53 }, subject: { ...PATIENT, display: "Givenname Familyname" } }),
    ];
  });

  test("R8: the Patient is its id and masked elements", async () => {
    const { body } = await around.get("/Patient/p1", allBut("DEMO"));
    const masked = [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: "masked" }];
    expect(body).toEqual({
      resourceType: "Patient",
      id: "p1",
      meta: { profile: ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"] },
      identifier: [{ extension: masked }],
      name: [{ extension: masked }],
      _gender: { extension: masked },
      _birthDate: { extension: masked },
    });
  });

  test("R8: no name, number, address, age or birth date leaves in any resource", async () => {
    const text = (await around.all("/Patient/p1/$everything?_count=500", await around.issuer.grant(allBut("DEMO"))))
      .map((page) => page.text)
      .join();
    for (const word of [...WORDS, "onsetAge", "RelatedPerson"]) expect(text).not.toContain(word);
    expect(text).toContain('"Coverage"');
  });

  test("R8: they are there when shared", async () => {
    expect((await around.get("/Patient/p1", allBut("SEX"))).body).toMatchObject({
      birthDate: "1970-02-03",
      name: [{ family: "Familyname" }],
    });
    expect((await around.get("/RelatedPerson/r1", allBut("SEX"))).status).toBe(200);
  });

  test("R8: a Patient with a withheld label is masked, never missing, since an app needs its id", async () => {
    around.store.resources = [patient("p1", security(ACT_CODE, "HIV"))];
    const { status, text } = await around.get("/Patient/p1", allBut("HIV"));
    expect([status, text.includes("Familyname")]).toEqual([200, false]);
  });

  test("R8: an extension of the Patient that says something withheld leaves no trace; the personal details that are shared stay", async () => {
    const told = (system: string, value: string): JsonObject => ({
      url: "http://example.org/x",
      valueCodeableConcept: coded(system, value),
    });
    const harmless = { url: "http://example.org/plan", valueString: "plain" };
    const read = async (extension: JsonObject[], authorization: Partial<MemberAuthorization>): Promise<string> => {
      around.store.resources = [patient("p1", extension.length === 0 ? {} : { extension })];
      const texts = ["/Patient/p1", "/Patient?_id=p1", "/Patient/p1/$everything"].map(
        async (path) => (await around.get(path, authorization)).text,
      );
      return (await Promise.all(texts)).join("\n").replaceAll(/"(id|lastUpdated|url|recorded|fullUrl)":"[^"]*"/g, "");
    };
    const none = await read([], allBut("HIV"));
    expect(none).toContain("Familyname");
    expect(await read([told(ICD, "B20")], allBut("HIV"))).toBe(none);
    const unjudged = { url: "http://example.org/x", valueCoding: { system: "http://example.org/own", code: "42" } };
    expect(await read([unjudged], allBut("HIV"))).toBe(none);
    expect(await read([told(ICD, "B20"), harmless], allBut("HIV"))).toBe(await read([harmless], allBut("HIV")));
    expect(await read([told(ICD, "B20")], allBut("SEX"))).toContain("B20");
    expect(await read([told(ICD, "B20")], allBut("DEMO"))).not.toContain("B20");
  });

  test("R8: what a Patient says of something withheld elsewhere masks it whole", async () => {
    const contact = [{ relationship: [coded(ICD, "B20")], name: { family: "Otherperson" } }];
    const modifier = { modifierExtension: [{ url: "http://example.org/x", valueBoolean: true }] };
    for (const more of [{ contact }, modifier, { contained: [{ resourceType: "Condition", id: "x", code: secret }] }]) {
      around.store.resources = [patient("p1", more)];
      const { status, text } = await around.get("/Patient/p1", allBut("HIV", "SUD"));
      expect([status, text.includes("Familyname"), text.includes("masked")]).toEqual([200, false, true]);
    }
  });

  test("R8: the mask is the same with every Patient, so that it tells of no label", async () => {
    const masks = new Set<string>();
    for (const more of [{}, security(ACT_CODE, "HIV"), { link: [{ other: { reference: "Patient/p9" } }] }, { deceasedBoolean: true }]) {
      around.store.resources = [patient("p1", { meta: {}, ...more })];
      masks.add((await around.get("/Patient/p1", allBut("DEMO"))).text);
    }
    expect(masks.size).toBe(1);
  });

  test("R8: SNOMED CT codes of a family that is judged hide as well", async () => {
    expect(await seen(condition("x", code(SNOMED, "86406008")), allBut("HIV"))).toBe(false);
  });
});
