/** The store filters for nobody: what it was asked holds no choice, and what it answers is filtered here. Leaks 16 and 26. */
import { EVERYTHING, keysOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { coded, condition, HIDDEN, ICD, MARKER, OTHERS, SHOWN } from "./support/records.ts";
import { fhirJson } from "./support/store.ts";

const ALL = [...SHOWN, ...HIDDEN, ...OTHERS, condition("other-code", { code: coded(ICD, "J21.9") })];
const SHARED = /^GET (Practitioner|PractitionerRole|Organization|Location|Medication|Endpoint|Binary)\b/;

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings(ALL);
});
beforeEach(() => {
  around.store.asked.length = 0;
  around.store.misbehaviour = undefined;
});
afterAll(() => around.close());

describe.each([
  ["something is withheld", {}],
  ["everything is shared", EVERYTHING],
])("leak 16: when %s", (_title, changes) => {
  test("leak 16: every search of the store names the one patient or ids, and no label, mode or category", async () => {
    for (const path of ["/Condition", "/Condition?code=J21.9", "/Patient", "/Observation?status=final&_count=2", "/Patient/p1/$everything"])
      await around.get(path, changes);
    expect(around.store.asked.length).toBeGreaterThan(10);
    for (const line of around.store.asked.filter((asked) => asked.includes("?"))) {
      expect(line).not.toMatch(/_security|_tag|_profile|SUD|PSY|HIV|sensitive/);
      if (!SHARED.test(line)) expect(line).toMatch(/[?&](patient=p1|_id=)/);
    }
  });

  test("leak 16: a query finds what matches it and no more", async () => {
    expect(keysOf(await around.get("/Condition?code=J21.9", changes))).toEqual(["Condition/other-code"]);
    expect(keysOf(await around.get("/Condition?code=nothing", changes))).toEqual([]);
    expect(around.store.asked.some((line) => line.includes("code=J21.9") && line.includes("patient=p1"))).toBe(true);
  });

  test("leak 16: a store that ignores the patient, ids and every other parameter gives away nobody else's", async () => {
    around.store.misbehaviour = (request, response) => {
      const type = new URL(request.url ?? "/", "http://x").pathname.split("/")[2] ?? "";
      const entry = ALL.filter(({ resourceType }) => resourceType === type).map((resource) => ({ resource, search: { mode: "match" } }));
      fhirJson(response, { resourceType: "Bundle", type: "searchset", entry });
    };
    for (const path of ["/Condition?code=J20.9", "/Condition?_id=c1", "/Patient", "/Patient/p1/$everything"]) {
      const { text } = await around.get(path, changes);
      for (const word of ["of-p2", "Patient/p2", "dr-unreferred"]) expect(text).not.toContain(word);
      if (!("mode" in changes)) expect(text).not.toContain(MARKER);
    }
  });
});

test("leak 26: what fails after the store has answered sends nothing of its answer", async () => {
  around.store.misbehaviour = (request, response) => {
    const type = new URL(request.url ?? "/", "http://x").pathname.split("/")[2] ?? "";
    const entry = ALL.filter(({ resourceType }) => resourceType === type).map((resource) => ({ resource }));
    if (type === "Practitioner") return void response.writeHead(500).end(MARKER);
    fhirJson(response, { resourceType: "Bundle", type: "searchset", entry });
  };
  for (const path of ["/Condition", "/Condition/c1", "/Patient/p1/$everything"]) {
    const { status, body, text } = await around.get(path);
    expect([status, body.resourceType]).toEqual([502, "OperationOutcome"]);
    expect(text).not.toContain(MARKER);
  }
});
