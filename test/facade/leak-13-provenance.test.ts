/** Provenance stands between records: it leaves only when everything that it points to may be seen. Leak 13. */
import type { JsonObject } from "../../fhir-facade/src/compartment/resource.ts";
import { type Answered, EVERYTHING, keysOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { ACT_CODE, HIDDEN, OTHERS, resource, SHOWN } from "./support/records.ts";

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings([]);
});
afterAll(() => around.close());

const to = (...references: string[]) => references.map((reference) => ({ reference }));
const LISTINGS = [
  "/Condition?_id=c1&_revinclude=Provenance:target",
  "/Provenance?_id=x",
  "/Provenance?patient=p1",
  "/Patient/p1/Provenance",
  "/Patient/p1/$everything",
  "/Patient/p1/$everything?_type=Provenance,Condition",
];
const C1 = to("Condition/c1", "Patient/p1");

/** Whether it is there: by its id, beside its target, by a search and in the whole record, which must agree. */
async function seen(more: JsonObject, authorization: object): Promise<boolean> {
  const provenance = resource("Provenance", "x", { target: C1, recorded: "2024-01-01T00:00:00Z", ...more });
  around.store.resources = [...SHOWN, ...HIDDEN, ...OTHERS, provenance];
  const read = (await around.get("/Provenance/x", authorization)).status === 200;
  const found: boolean[] = [];
  for (const path of LISTINGS) found.push(keysOf(await around.get(path, authorization)).includes("Provenance/x"));
  expect([more, found]).toEqual([more, LISTINGS.map(() => read)]);
  return read;
}

describe("leak 13: the store's own Provenance", () => {
  test.each<[string, JsonObject]>([
    ["of a shown condition", {}],
    ["by a practitioner whom something shown names", { agent: [{ who: { reference: "Practitioner/dr-plain" } }] }],
  ])("leak 13: %s is there", async (_title, more) => {
    expect([await seen(more, {}), await seen(more, EVERYTHING)]).toEqual([true, true]);
  });

  test.each<[string, JsonObject]>([
    ["of a hidden condition as well", { target: [...C1, ...to("Condition/b-sud")] }],
    ["derived from a hidden condition", { entity: [{ role: "source", what: { reference: "Condition/b-sud" } }] }],
    ["labelled itself", { meta: { security: [{ system: ACT_CODE, code: "PSY" }] } }],
    ["by somebody of another server", { agent: [{ who: { reference: "https://elsewhere.example/fhir/Practitioner/1" } }] }],
  ])("leak 13: %s is there only when everything is shared", async (_title, more) => {
    expect([await seen(more, {}), await seen(more, EVERYTHING)]).toEqual([false, true]);
  });

  test.each<[string, JsonObject]>([
    ["of another patient as well", { target: [...C1, ...to("Patient/p2")] }],
    ["of another patient's condition as well", { target: [...C1, ...to("Condition/of-p2")] }],
    ["of something on another server as well", { target: [...C1, ...to("https://elsewhere.example/fhir/Condition/1")] }],
    [
      "of nothing",
      { target: [], entity: [{ role: "source", what: { reference: "Condition/c1" } }, { what: { reference: "Patient/p1" } }] },
    ],
  ])("leak 13: %s is never there", async (_title, more) => {
    expect([await seen(more, {}), await seen(more, EVERYTHING)]).toEqual([false, false]);
  });
});

test("leak 13: of something that the scopes do not cover it is nowhere, whatever is shared", async () => {
  const scope = "patient/Patient.rs patient/Provenance.rs";
  around.store.resources = [...SHOWN, ...HIDDEN, ...OTHERS, resource("Provenance", "x", { target: C1, recorded: "2024-01-01T00:00:00Z" })];
  for (const authorization of [{ scope }, { ...EVERYTHING, scope }]) {
    const listings = LISTINGS.slice(1, -1);
    const found = [];
    for (const path of listings) found.push(keysOf(await around.get(path, authorization)).includes("Provenance/x"));
    expect(found).toEqual(listings.map(() => false));
    expect((await around.get("/Provenance/x", authorization)).status).toBe(404);
  }
});

describe("leak 13: the Provenance of an exchange", () => {
  const made = ({ body }: Answered) => body.entry.filter(({ fullUrl }: { fullUrl: string }) => fullUrl.startsWith("urn:uuid:"));

  test("leak 13: it names what leaves, and nothing that is hidden", async () => {
    around.store.resources = [...SHOWN, ...HIDDEN];
    const answer = await around.get("/Condition?_count=100&_revinclude=Provenance:target");
    const [{ resource: provenance }] = made(answer);
    expect(provenance.target.map(({ reference }: { reference: string }) => reference)).toEqual(
      keysOf(answer).filter((key) => key.startsWith("Condition/")),
    );
  });

  test("leak 13: without a scope for all Provenance there is none", async () => {
    around.store.resources = SHOWN;
    for (const scope of ["patient/Condition.rs", "patient/Condition.rs patient/Provenance.r"])
      expect(made(await around.get("/Condition?_count=100&_revinclude=Provenance:target", { scope }))).toEqual([]);
  });

  test.each(["AuditEvent", "List", "Group"])("leak 13: %s is no type for apps", async (type) => {
    around.store.resources = [...SHOWN, resource(type, "x", { subject: { reference: "Patient/p1" } })];
    for (const path of [`/${type}/x`, `/${type}?patient=p1`, `/Patient/p1/${type}`])
      expect((await around.get(path, EVERYTHING)).status).toBe(400);
  });
});
