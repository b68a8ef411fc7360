/** `_sort`: in both ways of answering the same order, complete over pages, and nothing to sort by that an edit could move under withholding. */
import { EVERYTHING, keysOf, type Surroundings, startBeforeFhirStore } from "./support/facade.ts";
import { SEARCHABLE } from "./support/searchable.ts";

let around: Surroundings<{ url: string; close: () => Promise<void> }>;
beforeAll(async () => {
  around = await startBeforeFhirStore(SEARCHABLE);
});
afterAll(() => around.close());

const observations = (ids: string): string[] => ids.split(" ").map((id) => `Observation/${id}`);

describe("R4 _sort under withholding", () => {
  // GET /fhir/Observation?_sort=date
  test.each([
    ["date", "o5 o1 o6 o3 o2 o4"],
    ["-date", "o2 o3 o1 o6 o5 o4"],
    ["_id", "o1 o2 o3 o4 o5 o6"],
    ["-_id", "o6 o5 o4 o3 o2 o1"],
    ["date,-_id", "o5 o6 o1 o3 o2 o4"],
    ["-date,-_id", "o2 o3 o6 o1 o5 o4"],
  ])("R4: _sort=%s, missing dates last, ties by id", async (sort, expected) => {
    const token = await around.issuer.grant();
    expect(keysOf(await around.ask({ path: `/Observation?_sort=${sort}`, token }))).toEqual(observations(expected));
    for (const count of [1, 2, 4])
      expect(keysOf(...(await around.all(`/Observation?_sort=${sort}&_count=${count}`, token)))).toEqual(observations(expected));
  });

  test("R4: a period sorts by its beginning, a month by its first instant", async () => {
    expect(keysOf(await around.get("/Condition?_sort=onset-date"))).toEqual(["Condition/c2", "Condition/c1"]);
  });

  test("R4: filters and order go together", async () => {
    expect(keysOf(await around.get("/Observation?category=laboratory&date=ge2024&_sort=-date"))).toEqual(observations("o2 o1 o6"));
  });
});

describe("R4 _sort when everything is shared", () => {
  test.each(["date", "-date", "_id", "-_id"])(
    "R4: _sort=%s is passed to the store, and every page goes on where the one before ended",
    async (sort) => {
      const token = await around.issuer.grant(EVERYTHING);
      const whole = keysOf(await around.ask({ path: `/Observation?_sort=${sort}`, token }));
      expect([...whole].sort()).toEqual([...observations("o1 o2 o3 o4 o5 o6"), "Observation/o0-sud", "Observation/o9-refers"].sort());
      expect(keysOf(...(await around.all(`/Observation?_sort=${sort}&_count=2`, token)))).toEqual(whole);
    },
  );
});

describe("leak 22a: nothing that an edit moves", () => {
  test.each([
    "/Observation?_sort=_lastUpdated",
    "/Observation?_sort=-_lastUpdated",
    "/Observation?_sort=date,_lastUpdated",
    "/Observation?_lastUpdated=gt2020",
  ])("leak 22a: GET %s is refused when anything is withheld, and only then", async (path) => {
    expect((await around.get(path)).status).toBe(400);
    expect((await around.get(path, EVERYTHING)).status).toBe(200);
  });
  test("leak 22a: $everything since an instant is refused when anything is withheld, and only then", async () => {
    for (const since of ["2000-01-01", "2000-01-01T00:00:00Z"]) {
      expect((await around.get(`/Patient/p1/$everything?_since=${since}`)).status).toBe(400);
      expect(keysOf(await around.get(`/Patient/p1/$everything?_since=${since}&_type=Observation`, EVERYTHING))).toContain("Observation/o1");
    }
    expect(keysOf(await around.get("/Patient/p1/$everything?_since=2999-01-01", EVERYTHING))).toEqual([]);
  });
});
