/** R13: Provenance that names the plan as transmitter, made from what leaves; leak 13: the store's own only when all of it is visible. */
import { type Answered, EVERYTHING, type Surroundings, startBeforeFhirStore } from "./support/facade.ts";
import { MARKER } from "./support/records.ts";
import { SEARCHABLE } from "./support/searchable.ts";

let around: Surroundings<{ url: string; close: () => Promise<void> }>;
beforeAll(async () => {
  around = await startBeforeFhirStore(SEARCHABLE, { PLAN_NAME: "Example Health Plan" });
});
afterAll(() => around.close());

const [SAME, OTHER] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"] as const;

interface Entry {
  fullUrl: string;
  resource: { resourceType: string; id: string; target: { reference: string }[]; [element: string]: unknown };
  search: { mode: string };
}
const entries = ({ body }: Answered): Entry[] => body.entry ?? [];
const made = (answer: Answered): Entry[] => entries(answer).filter(({ fullUrl }) => fullUrl.startsWith("urn:uuid:"));
const others = (answer: Answered): string[] =>
  entries(answer)
    .filter(({ fullUrl }) => !fullUrl.startsWith("urn:uuid:"))
    .map(({ resource }) => `${resource.resourceType}/${resource.id}`);
const stored = (answer: Answered): string[] => others(answer).filter((key) => key.startsWith("Provenance/"));

describe.each([{}, EVERYTHING])("R13 the plan as transmitter (%j)", (choice) => {
  test("R13: a page that asks for Provenance has exactly one that names the plan as transmitter of what stands on it", async () => {
    for (const path of ["/Observation?_revinclude=Provenance:target&_include=Observation:encounter", "/Patient/p1/$everything"]) {
      const answer = await around.get(path, choice);
      const [entry, ...more] = made(answer);
      expect(more).toEqual([]);
      expect(entry?.resource).toMatchObject({
        resourceType: "Provenance",
        recorded: "2026-01-02T00:00:00.000Z",
        contained: [{ resourceType: "Organization", id: "plan", name: "Example Health Plan" }],
        agent: [{ type: { coding: [{ code: "transmitter" }] }, who: { reference: "#plan", display: "Example Health Plan" } }],
      });
      expect(entry?.fullUrl).toBe(`urn:uuid:${entry?.resource.id}`);
      expect(entry?.search.mode).toBe("include");
      expect(entry?.resource.target.map(({ reference }) => reference)).toEqual(others(answer));
    }
  });

  test("R13: each page of a download has its own, and the same page the same", async () => {
    const token = await around.issuer.grant(choice);
    const ids = async () => (await around.all("/Patient/p1/$everything?_count=3", token)).map((page) => made(page)[0]?.resource.id);
    const first = await ids();
    expect(first.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id ?? ""))).toBe(true);
    expect(new Set(first).size).toBe(first.length);
    expect(await ids()).toEqual(first);
  });

  test.each([
    ["nothing asks for it", "/Observation", "patient/*.rs"],
    ["the scopes do not name Provenance", "/Observation?_revinclude=Provenance:target", "patient/Observation.rs"],
    ["Provenance may only be read", "/Observation?_revinclude=Provenance:target", "patient/Observation.rs patient/Provenance.r"],
    [
      "the scopes name some Provenance only",
      "/Observation?_revinclude=Provenance:target",
      "patient/Observation.rs patient/Provenance.rs?agent-type=author",
    ],
    ["the types of $everything leave it out", "/Patient/p1/$everything?_type=Observation", "patient/*.rs"],
    ["the page is empty", "/Observation?_id=none&_revinclude=Provenance:target", "patient/*.rs"],
  ])("R13: there is none when %s", async (_title, path, scope) => {
    const answer = await around.get(path, { ...choice, scope });
    expect(answer.status).toBe(200);
    expect([...made(answer), ...stored(answer).filter(() => !scope.includes("*"))]).toEqual([]);
  });

  test("R13: the one that the facade made can be read by its id, with the token that got it", async () => {
    const token = await around.issuer.grant(choice);
    const [entry] = made(await around.ask({ path: "/Observation?_revinclude=Provenance:target", token }));
    const read = await around.ask({ path: `/Provenance/${entry?.resource.id}`, token });
    expect([read.status, read.body]).toEqual([200, entry?.resource]);
  });
});

describe("leak 13: the Provenance that the facade made is there for nobody else", () => {
  test.each<[string, object, object]>([
    ["another authorization", { id: SAME }, { id: OTHER }],
    ["the same one after the choice was changed", { id: SAME }, { id: SAME, shared: ["DEMO", "SUD"] }],
    ["the same one with a token for less", { id: SAME }, { id: SAME, scope: "patient/Provenance.rs patient/Observation.r" }],
    ["a scope without read of Provenance", { id: SAME }, { id: SAME, scope: "patient/*.s" }],
    ["a scope for some Provenance", { id: SAME }, { id: SAME, scope: "patient/*.s patient/Provenance.rs?agent-type=author" }],
  ])("leak 13: %s", async (_title, sender, reader) => {
    const [entry] = made(await around.get("/Observation?_revinclude=Provenance:target", sender));
    expect(entry?.resource.id).toBeTruthy();
    expect((await around.get(`/Provenance/${entry?.resource.id}`, reader)).status).not.toBe(200);
  });

  test("a part of it is not made from memory", async () => {
    const token = await around.issuer.grant({});
    const [entry] = made(await around.ask({ path: "/Observation?_revinclude=Provenance:target", token }));
    expect((await around.ask({ path: `/Provenance/${entry?.resource.id}?_elements=recorded`, token })).status).toBe(404);
  });
});

describe("leak 13: the store's own Provenance", () => {
  test("leak 13: it comes with its target when everything that it is about is visible", async () => {
    expect(stored(await around.get("/Observation?_revinclude=Provenance:target"))).toEqual(["Provenance/pr-plain"]);
    expect(stored(await around.get("/Observation?_revinclude=Provenance:target", EVERYTHING))).toEqual([
      "Provenance/pr-both",
      "Provenance/pr-plain",
    ]);
  });

  test.each([
    ["pr-plain", 200, 200],
    ["pr-patient", 200, 200],
    ["pr-both", 404, 200],
    ["pr-of-both", 404, 404],
    ["pr-of-p2", 404, 404],
    ["none", 404, 404],
  ])("leak 13: GET /Provenance/%s is %i when substance use is withheld, %i when nothing is", async (id, withheld, shared) => {
    const answers = [await around.get(`/Provenance/${id}`), await around.get(`/Provenance/${id}`, EVERYTHING)];
    expect(answers.map(({ status }) => status)).toEqual([withheld, shared]);
    expect(answers[0]?.text).not.toContain(MARKER);
  });

  test("leak 13: with no scope for its target, Provenance is not there either", async () => {
    for (const choice of [{}, EVERYTHING])
      expect((await around.get("/Provenance/pr-plain", { ...choice, scope: "patient/Provenance.rs patient/Condition.rs" })).status).toBe(
        404,
      );
  });

  test("leak 9: hidden, another's and absent Provenance are refused with the same bytes", async () => {
    const texts = new Set<string>();
    for (const id of ["pr-both", "pr-of-both", "pr-of-p2", "none"]) texts.add((await around.get(`/Provenance/${id}`)).text);
    expect(texts.size).toBe(1);
  });
});
