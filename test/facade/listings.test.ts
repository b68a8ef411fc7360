/** Compartment search, `$everything` and page links: whose they are, which types they hold, and what becomes of them when the grant or the choice changes. */
import { randomBytes } from "node:crypto";
import { cursors } from "../../fhir-facade/src/cursor/cursor.ts";
import { EVERYTHING, keysOf, nextOf, type Surroundings, startBeforeFhirStore } from "./support/facade.ts";
import { MARKER } from "./support/records.ts";
import { SEARCHABLE } from "./support/searchable.ts";

let around: Surroundings<{ url: string; close: () => Promise<void> }>;
beforeAll(async () => {
  around = await startBeforeFhirStore(SEARCHABLE);
});
afterAll(() => around.close());

describe.each([{}, EVERYTHING])("R4 compartment search (%j)", (choice) => {
  test.each([
    "Observation",
    "Observation?category=laboratory&_sort=-date",
    "Encounter?_revinclude=Observation:encounter",
    "MedicationRequest?_elements=status",
  ])("R4: GET /Patient/p1/%s is the search with the patient", async (query) => {
    const [inside, plain] = [await around.get(`/Patient/p1/${query}`, choice), await around.get(`/${query}`, choice)];
    expect([inside.status, keysOf(inside)]).toEqual([200, keysOf(plain)]);
    expect(inside.body.link[0].url).toContain("/Patient/p1/");
  });

  test("R4: its pages go on in it", async () => {
    const token = await around.issuer.grant(choice);
    const pages = await around.all("/Patient/p1/Observation?_count=2", token);
    expect(keysOf(...pages).sort()).toEqual(keysOf(await around.ask({ path: "/Observation", token })).sort());
    for (const page of pages) expect(page.body.link[0].url).toMatch(/\/Patient\/p1\/Observation\?_count=2$/);
  });

  test("leak 9: another member's compartment and one that does not exist are refused with the same bytes", async () => {
    const paths = ["/Patient/p2/Observation", "/Patient/none/Observation", "/Patient/p2", "/Patient/p2/$everything", "/Condition/none"];
    const answers = await Promise.all(paths.map((path) => around.get(path, choice)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  test("leak 12: a type that no scope covers is refused in a compartment as well", async () => {
    expect((await around.get("/Patient/p1/Encounter", { ...choice, scope: "patient/Observation.rs" })).status).toBe(403);
  });
});

describe.each([{}, EVERYTHING])("R4 $everything (%j)", (choice) => {
  test("R4: _type keeps to the types that it names", async () => {
    const token = await around.issuer.grant(choice);
    const keys = keysOf(...(await around.all("/Patient/p1/$everything?_type=Condition,Practitioner", token)));
    expect(new Set(keys.map((key) => key.split("/")[0]))).toEqual(new Set(["Condition", "Practitioner"]));
  });

  test("leak 12: a type that no scope covers stays out, and is refused when it is the only one", async () => {
    const scope = "patient/Condition.rs patient/Encounter.r";
    const keys = keysOf(await around.get("/Patient/p1/$everything?_type=Condition,Encounter", { ...choice, scope }));
    expect(new Set(keys.map((key) => key.split("/")[0]))).toEqual(new Set(["Condition"]));
    expect((await around.get("/Patient/p1/$everything?_type=Encounter", { ...choice, scope })).status).toBe(403);
  });
});

describe("leak 6: page links and changes", () => {
  test("leak 6: a link of a listing that was judged under another choice is a clear 400", async () => {
    const id = "a-change";
    const open = nextOf(await around.get("/Observation?_count=2", { ...EVERYTHING, id })) ?? "";
    const narrow = nextOf(await around.get("/Observation?_count=2", { id })) ?? "";
    for (const answer of [await around.get(open, { id }), await around.get(narrow, { ...EVERYTHING, id })]) {
      expect([answer.status, answer.body.issue[0].code]).toEqual([400, "invalid"]);
      expect(answer.text).not.toContain(MARKER);
    }
  });

  test("leak 6: a type that was taken away since is not in the pages that follow, and the rest is", async () => {
    const id = "a-narrowed";
    const first = await around.get("/Patient/p1/$everything?_count=2", { ...EVERYTHING, id });
    const scope = "patient/Patient.rs patient/Condition.rs patient/Provenance.rs";
    const token = await around.issuer.grant({ ...EVERYTHING, id, scope });
    const keys = keysOf(...(await around.all(nextOf(first) ?? "", token)));
    expect(new Set(keys.map((key) => key.split("/")[0]))).toEqual(new Set(["Condition", "Provenance"]));
  });

  test("leak 6: the first key seals, every key opens, an unknown one does not", async () => {
    const [before, now, other] = [randomBytes(32), randomBytes(32), randomBytes(32)];
    const content = { authorizationId: "a", patient: "p", path: "Observation", query: [], position: { after: "Observation/x", by: [] } };
    const sealed = await cursors([before]).seal(content);
    expect(await cursors([now, before]).open(sealed)).toEqual(content);
    expect(await cursors([before]).open(await cursors([before, now]).seal(content))).toEqual(content);
    await expect(cursors([now, other]).open(sealed)).rejects.toMatchObject({ value: { status: 400 } });
    await expect(cursors([before]).open(await cursors([now, before]).seal(content))).rejects.toMatchObject({ value: { status: 400 } });
  });
});
