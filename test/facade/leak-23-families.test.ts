/** Families: other members' compartments and what tells of a person. Leak 23. */
import type { JsonObject } from "../../fhir-facade/src/compartment/resource.ts";
import { EVERYTHING, keysOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { condition, MARKER, OTHERS, patient, resource, SHOWN } from "./support/records.ts";

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings([...SHOWN, ...OTHERS]);
});
beforeEach(() => {
  around.store.asked.length = 0;
});
afterAll(() => around.close());

describe("leak 23: other members", () => {
  test.each([
    "/Patient/p2/Condition",
    "/Patient/p2/Condition?_id=of-p2",
    "/Patient/nobody/Condition",
    "/Patient/p2/$everything",
    "/Patient/p2",
  ])("leak 23: GET %s is what is not there, and the store is not asked", async (path) => {
    for (const changes of [{}, EVERYTHING]) {
      const { status, text } = await around.get(path, changes);
      expect([status, text]).toEqual([404, (await around.get("/Patient/none", changes)).text]);
    }
    expect(around.store.asked).toEqual([]);
  });

  test("leak 23: the member's own compartment is searched by its path", async () => {
    expect(keysOf(await around.get("/Patient/p1/Condition?_count=2"))).toEqual(["Condition/c0", "Condition/c1"]);
  });

  test("leak 23: the patient's links and a subscriber who is somebody else leave without their ids", async () => {
    around.store.resources = [
      ...SHOWN.slice(1),
      patient("p1", {
        link: [
          { type: "seealso", other: { reference: "Patient/somebody-else" } },
          { other: { reference: "Patient/somebody-else/_history/2" } },
        ],
      }),
      resource("Coverage", "cov", {
        status: "active",
        beneficiary: { reference: "Patient/p1" },
        subscriber: { reference: "https://elsewhere.example/fhir/Patient/somebody-else" },
        policyHolder: { reference: "Patient/somebody-else", display: MARKER, identifier: { value: MARKER } },
      }),
    ];
    for (const path of ["/Patient/p1", "/Coverage/cov", "/Patient/p1/$everything"]) {
      const { status, text } = await around.get(path, EVERYTHING);
      expect(status).toBe(200);
      expect(text).not.toContain("somebody-else");
      expect(text).not.toContain(MARKER);
    }
  });
});

describe("leak 23: who the person is, in other resources", () => {
  const US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition";
  test.each<[string, JsonObject]>([
    [
      "a contained Patient",
      { contained: [{ resourceType: "Patient", id: "in", active: true, name: [{ family: MARKER }], communication: [{ id: MARKER }] }] },
    ],
    ["a contained relative", { contained: [{ resourceType: "RelatedPerson", id: "in", period: { start: "1970" }, id2: MARKER }] }],
    ["an extension that says the race", { extension: [{ url: `${US_CORE}/us-core-race`, valueCode: MARKER }] }],
    ["an extension that says the sex at birth", { extension: [{ url: `${US_CORE}/us-core-birthsex`, valueCode: MARKER }] }],
  ])("leak 23: %s goes out when demographics are withheld", async (_title, more) => {
    around.store.resources = [...SHOWN, condition("x", more)];
    const { text } = await around.get("/Condition/x", { mode: "all-but-sensitive", shared: [] });
    expect(text).not.toContain(MARKER);
    expect((await around.get("/Condition/x", EVERYTHING)).text).toContain(MARKER);
  });
});
