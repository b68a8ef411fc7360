/** What `_include` and `_revinclude` bring is judged like every match: leak 4. */
import { EVERYTHING, keysOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { coded, condition, ICD, observation, resource, SHOWN } from "./support/records.ts";

const IN_E1 = { encounter: { reference: "Encounter/e1" } };

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings([
    ...SHOWN,
    observation("z-last", IN_E1),
    observation("a-first", { ...IN_E1, performer: [{ reference: "Organization/org-plain" }, { reference: "Practitioner/dr-plain" }] }),
    observation("b-refers", { ...IN_E1, focus: [{ reference: "Condition/secret" }] }),
    condition("secret", { ...IN_E1, code: coded(ICD, "F11.20") }),
    // somebody else's, that names this patient beside
    observation("c-of-p2", { ...IN_E1, subject: { reference: "Patient/p2" }, performer: [{ reference: "Patient/p1" }] }),
    resource("Encounter", "of-p2", { status: "finished", subject: { reference: "Patient/p2" } }),
    condition("elsewhere", { encounter: { reference: "Encounter/of-p2" } }),
  ]);
});
beforeEach(() => {
  around.store.asked.length = 0;
});
afterAll(() => around.close());

const askedFor = (type: string): string[] => around.store.asked.filter((line) => line.startsWith(`GET ${type}`));

describe("leak 4: reverse includes", () => {
  const path = "/Encounter?_id=e1&_revinclude=Observation:encounter";

  test("leak 4: what only refers to something hidden is not brought in", async () => {
    expect(keysOf(await around.get(path))).toEqual(["Encounter/e1", "Observation/a-first", "Observation/z-last"]);
  });

  test("leak 4: what is sensitive itself is not brought in", async () => {
    expect(keysOf(await around.get("/Encounter?_id=e1&_revinclude=Condition:encounter"))).toEqual(["Encounter/e1"]);
  });

  test("leak 4: nobody else's is brought in, whatever is shared, and the store is asked for this patient's only", async () => {
    expect(keysOf(await around.get(path, EVERYTHING))).toEqual([
      "Encounter/e1",
      "Observation/a-first",
      "Observation/b-refers",
      "Observation/z-last",
    ]);
    expect(askedFor("Observation").length).toBeGreaterThan(0);
    for (const line of askedFor("Observation")) expect(line).toContain("patient=p1");
  });

  test("leak 4: a type that no scope lets be searched is not even asked for", async () => {
    const scope = "patient/Encounter.rs patient/Observation.r";
    expect(keysOf(await around.get(path, { ...EVERYTHING, scope }))).toEqual(["Encounter/e1"]);
    expect(askedFor("Observation")).toEqual([]);
  });
});

describe("leak 4: includes", () => {
  test("leak 4: of the types that were asked for, and no other", async () => {
    const found = keysOf(await around.get("/Observation?_id=a-first&_include=Observation:performer:Practitioner"));
    expect(found).toEqual(["Observation/a-first", "Practitioner/dr-plain"]);
  });

  test("leak 4: a type that no scope lets be read is not even asked for", async () => {
    const scope = "patient/Observation.rs patient/Encounter.s";
    expect(keysOf(await around.get("/Observation?_id=a-first&_include=Observation:encounter", { ...EVERYTHING, scope }))).toEqual([
      "Observation/a-first",
    ]);
    expect(askedFor("Encounter")).toEqual([]);
  });

  test("leak 4: nobody else's is brought in, whatever is shared", async () => {
    expect(keysOf(await around.get("/Condition?_id=elsewhere&_include=Condition:encounter", EVERYTHING))).toEqual(["Condition/elsewhere"]);
  });

  test.each([
    "_include=*",
    "_include=Observation:*",
    "_include:iterate=Observation:encounter",
    "_include=Condition:encounter",
    "_include=Observation:encounter:Practitioner",
    "_include=Observation:encounter:Encounter:Encounter",
    "_include=Observation:code",
    "_revinclude=*",
    "_revinclude=Observation:encounter",
    "_revinclude=Condition:evidence-detail",
    "_revinclude=Provenance:patient",
    "_revinclude=AuditEvent:entity",
  ])("leak 4: %s is refused before the store is asked", async (query) => {
    const { status } = await around.get(`/Observation?${query}`, EVERYTHING);
    expect([status, around.store.asked]).toEqual([400, []]);
  });
});
