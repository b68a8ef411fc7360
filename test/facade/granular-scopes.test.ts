/** Leak 12: a granular SMART scope covers the resources that match it and no other, whichever way they are asked for. */
import { EVERYTHING, keysOf, type Surroundings, startBeforeFhirStore } from "./support/facade.ts";
import { LABORATORY, SEARCHABLE, VITAL_SIGNS } from "./support/searchable.ts";

let around: Surroundings<{ url: string; close: () => Promise<void> }>;
beforeAll(async () => {
  around = await startBeforeFhirStore(SEARCHABLE);
});
afterAll(() => around.close());

const LAB = `patient/Observation.rs?category=${LABORATORY}`;
const VITAL = `patient/Observation.rs?category=${VITAL_SIGNS}`;
const own = (ids: string): string[] => ids.split(" ").map((id) => `Observation/${id}`);
const sorted = (keys: readonly string[]): string[] => [...keys].sort();

describe.each([
  ["something is withheld", {}, ""],
  ["everything is shared", EVERYTHING, " o0-sud o9-refers"],
] as const)("leak 12: granular scopes when %s", (_title, choice, more) => {
  const search = async (scope: string, path = "/Observation"): Promise<string[]> => {
    const token = await around.issuer.grant({ ...choice, scope });
    const pages = await around.all(path, token);
    // what is not covered leaves no gap
    if (pages.length > 1) expect(pages.every((page) => keysOf(page).length > 0)).toBe(true);
    return sorted(keysOf(...pages));
  };
  const read = async (scope: string, id: string): Promise<number> => (await around.get(`/Observation/${id}`, { ...choice, scope })).status;

  test("leak 12: a search finds what the scope covers, over every page size", async () => {
    expect(await search(VITAL)).toEqual(own("o3 o4"));
    expect(await search(LAB)).toEqual(sorted(own(`o1 o2 o5 o6${more}`)));
    for (const count of [1, 2, 3]) expect(await search(VITAL, `/Observation?_count=${count}`)).toEqual(own("o3 o4"));
  });

  test("leak 12: a filter narrows a scope and never widens it", async () => {
    expect(await search(VITAL, `/Observation?category=${encodeURIComponent(LABORATORY)}`)).toEqual([]);
    expect(await search(VITAL, "/Observation?_id=o1,o3")).toEqual(own("o3"));
    expect(await search(VITAL, "/Observation?date=ge2000")).toEqual(own("o3"));
  });

  test("leak 12: a read of what the scope does not cover is a 404 like any other", async () => {
    expect([await read(VITAL, "o3"), await read(VITAL, "o1"), await read(VITAL, "none")]).toEqual([200, 404, 404]);
  });

  test("leak 12: two scopes of one type cover both; a whole type covers all", async () => {
    expect(await search(`${VITAL} ${LAB}`)).toEqual(sorted(own(`o1 o2 o3 o4 o5 o6${more}`)));
    expect(await search(`${VITAL} patient/Observation.rs`)).toEqual(sorted(own(`o1 o2 o3 o4 o5 o6${more}`)));
  });

  test.each([
    ["all parameters must match", `${VITAL}&status=final`, "o3 o4"],
    ["all parameters must match, and one does not", `${VITAL}&status=preliminary`, ""],
    ["one value of a list suffices", `patient/Observation.rs?category=x|y,${VITAL_SIGNS}`, "o3 o4"],
    ["a code without a system", "patient/Observation.rs?category=vital-signs", "o3 o4"],
    ["a system without a code", `patient/Observation.rs?category=${VITAL_SIGNS.split("|")[0]}x|`, ""],
    ["a code of no system", "patient/Observation.rs?category=|vital-signs", ""],
    ["another case", `patient/Observation.rs?category=${VITAL_SIGNS.toUpperCase()}`, ""],
  ])("leak 12: %s", async (_case, scope, expected) => {
    expect(await search(scope)).toEqual(expected === "" ? [] : own(expected));
  });

  test("leak 12: permissions are kept apart", async () => {
    const readOnly = VITAL.replace(".rs", ".r");
    expect(await read(readOnly, "o3")).toBe(200);
    expect((await around.get("/Observation", { ...choice, scope: readOnly })).status).toBe(403);
    const searchOnly = VITAL.replace(".rs", ".s");
    expect(await search(searchOnly)).toEqual(own("o3 o4"));
    expect(await read(`${searchOnly} ${LAB}`, "o3")).toBe(404);
    expect(await read(searchOnly, "o3")).toBe(403);
  });

  test("leak 12: with a whole type to read and a part of it to search, pages have no gaps", async () => {
    const scope = `patient/Observation.r ${VITAL.replace(".rs", ".s")}`;
    expect(await search(scope, "/Observation?_count=1")).toEqual(own("o3 o4"));
    expect(await read(scope, "o1")).toBe(200);
  });

  test("leak 12: $everything holds what is covered, and the shared resources to which that leads", async () => {
    const keys = await search(`${VITAL} patient/Practitioner.rs patient/Organization.rs`, "/Patient/p1/$everything");
    expect(keys).toEqual(sorted([...own("o3 o4"), "Practitioner/dr-vital"]));
  });

  test("leak 13: a shared resource that only an uncovered one leads to is not there", async () => {
    const scope = `${VITAL} patient/Practitioner.rs`;
    const status = async (id: string) => (await around.get(`/Practitioner/${id}`, { ...choice, scope })).status;
    expect([await status("dr-vital"), await status("dr-1")]).toEqual([200, 404]);
  });

  test("leak 4: an include and a reverse include are held to the scope of the included resource", async () => {
    const scope = `patient/Encounter.rs ${VITAL}`;
    const { body } = await around.get("/Encounter?_revinclude=Observation:encounter", { ...choice, scope });
    expect(body.entry.filter(({ search: { mode } }: { search: { mode: string } }) => mode === "include")).toEqual([]);
  });

  test("leak 12: beyond thirty granular scopes nothing is covered", async () => {
    const many = Array.from({ length: 30 }, (_, n) => `patient/Observation.rs?category=x|${n}`).join(" ");
    expect(await search(`${many} ${VITAL}`)).toEqual([]);
    expect(await search(`${many.split(" ").slice(1).join(" ")} ${VITAL}`)).toEqual(own("o3 o4"));
  });
});
