/** Ids and dates are read whole, and nothing that could be a path reaches the store: leaks 19 and 20. */
import { EVERYTHING, type Surroundings, startSurroundings } from "./support/facade.ts";
import { SHOWN } from "./support/records.ts";

let around: Surroundings;
beforeAll(async () => {
  around = await startSurroundings(SHOWN);
});
beforeEach(() => {
  around.store.asked.length = 0;
});
afterAll(() => around.close());

describe("leak 20: what is no id", () => {
  test.each([
    "/Condition/..",
    "/Condition/.",
    "/Patient/../Condition",
    "/Patient/../$everything",
    "/Condition/c1/extra",
    "/Condition/c1/",
    "/Condition?_id=c1|x",
    "/Condition?_id=c1/../c2",
    "/Condition?_id=,",
    "/Condition?_id=c1,",
    "/Condition?_id=%2e%2e%2fc1",
    "/Condition?encounter=../Encounter/e1",
    "/Condition?encounter=Encounter/e1/x",
    "/Condition?onset-date=2020-01-01/..",
    "/Patient/p1/$everything?_since=x",
    "/Patient/p1/$everything?_since=2020",
    "/Patient/p1/$everything?_since=ge2020-01-01",
    "/Patient/p1/$everything?_type=../Condition",
  ])("leak 20: GET %s is refused and the store is not asked", async (path) => {
    expect([(await around.get(path, EVERYTHING)).status, around.store.asked]).toEqual([400, []]);
  });
});

describe("leak 19: no address of a request is followed", () => {
  test.each(["patient", "encounter"])("leak 19: an absolute address as %s is refused", async (name) => {
    for (const address of [
      "http://127.0.0.1:1/fhir/Patient/p1",
      "https://plan.example/fhir/Encounter/e1",
      "//elsewhere.example/x",
      "urn:uuid:1",
    ])
      expect((await around.get(`/Condition?${name}=${encodeURIComponent(address)}`, EVERYTHING)).status).toBe(400);
    expect(around.store.asked).toEqual([]);
  });
});
