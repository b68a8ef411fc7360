/** D10: stage 5 may leave out judging only what the index judged, to the label; anything else is judged again. */
import type { JsonObject, Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { fingerprintOf, isAsJudged, UNTOLD } from "../../fhir-facade/src/patient-index/fingerprint.ts";
import { type Indexes, startIndexes } from "./support/indexes.ts";
import { ACT_CODE, condition, patient, resource } from "./support/records.ts";

const PSY = { system: ACT_CODE, code: "PSY" };
const META: JsonObject = {
  versionId: "1",
  lastUpdated: "2024-01-01T00:00:00Z",
  profile: ["http://example.org/p"],
  tag: [{ system: "http://example.org/t", code: "a" }],
  security: [{ system: ACT_CODE, code: "HTEST" }],
};
const of = (meta: JsonObject | undefined): number =>
  fingerprintOf({ resourceType: "Condition", id: "c1", ...(meta && { meta }) } as Resource);

let around: Indexes;
beforeEach(async () => {
  around = await startIndexes([patient("p1"), condition("c1"), condition("c2", { meta: { security: [PSY] } })]);
});
afterEach(() => around.store.close());

/** The resource as the store gives it now. */
const stored = async (key: string): Promise<Resource> => (await (await fetch(`${around.store.url}/${key}`)).json()) as Resource;

describe("D10 as judged", () => {
  test("D10: what the index read is as judged, hidden or not", async () => {
    const index = await around.of();
    for (const key of ["Condition/c1", "Condition/c2"]) expect(isAsJudged(index, await stored(key))).toBe(true);
  });

  test("leak 16: a label that came without a new version is noticed", async () => {
    const index = await around.of();
    around.store.touch("Condition/c1", (one) => ({ ...one, meta: { ...(one.meta as JsonObject), security: [PSY] } }));
    expect(isAsJudged(index, await stored("Condition/c1"))).toBe(false);
  });

  test.each<[string, (meta: JsonObject) => JsonObject]>([
    ["another version", (meta) => ({ ...meta, versionId: "99" })],
    ["another time", (meta) => ({ ...meta, lastUpdated: "2026-01-01T00:00:00.001Z" })],
    ["a tag", (meta) => ({ ...meta, tag: [{ code: "x" }] })],
    ["a profile", (meta) => ({ ...meta, profile: ["http://example.org/p"] })],
    ["no version", ({ versionId: _, ...meta }) => meta],
    ["no time", ({ lastUpdated: _, ...meta }) => meta],
  ])("D10: with %s it is not", async (_title, change) => {
    const index = await around.of();
    around.store.touch("Condition/c1", (one) => ({ ...one, meta: change(one.meta as JsonObject) }));
    expect(isAsJudged(index, await stored("Condition/c1"))).toBe(false);
  });

  test("D10: what the index does not know is not", async () => {
    const index = await around.of();
    around.store.put(condition("c3"));
    expect(isAsJudged(index, await stored("Condition/c3"))).toBe(false);
  });

  test("D10: what had no version or no time when it was judged never is", async () => {
    const without: readonly ("versionId" | "lastUpdated")[] = ["versionId", "lastUpdated"];
    for (const name of without) {
      around.store.touch("Condition/c1", (one) => {
        const { [name]: _, ...meta } = one.meta as JsonObject;
        return { ...one, meta };
      });
      around.wait(900_000);
      expect(isAsJudged(await around.of(), await stored("Condition/c1"))).toBe(false);
    }
  });

  test("D10: it is of this resource only", async () => {
    const index = await around.of();
    expect(isAsJudged(index, { ...(await stored("Condition/c1")), id: "c2" })).toBe(false);
    expect(isAsJudged(index, resource("Observation", "c1", { meta: (await stored("Condition/c1")).meta }) as unknown as Resource)).toBe(
      false,
    );
  });
});

describe("D10 the fingerprint", () => {
  test("D10: it is a whole number that a double holds, and the same each time", () => {
    expect(of(META)).toBe(of(structuredClone(META)));
    expect(Number.isSafeInteger(of(META)) && of(META) > 0).toBe(true);
  });

  test.each<[string, JsonObject | undefined]>([
    ["none", undefined],
    ["no version", { lastUpdated: "2024-01-01T00:00:00Z" }],
    ["no time", { versionId: "1" }],
    ["a version that is no text", { ...META, versionId: 1 }],
    ["too deep", { ...META, extension: Array.from({ length: 100 }).reduce<JsonObject>((inner) => ({ a: inner }), {}) }],
  ])("D10: meta with %s cannot be told", (_title, meta) => expect(of(meta)).toBe(UNTOLD));

  test("D10: texts do not run into each other, and structure counts", () => {
    const variants: JsonObject[] = [
      { tag: [{ code: "ab" }] },
      { tag: [{ code: "a" }, { code: "b" }] },
      { tag: [{ code: "a", b: "" }] },
      { tag: [{ code: "a" }], b: "" },
      { tag: { code: "a" } },
      { tag: [{ code: 1 }] },
      { tag: [{ code: "1" }] },
      { tag: [{ code: null }] },
      { tag: [{ code: "null" }] },
      { tag: [] },
      { tag: {} },
      { security: [{ code: "ab" }] },
      {},
    ];
    expect(new Set(variants.map((more) => of({ versionId: "1", lastUpdated: "2024", ...more }))).size).toBe(variants.length);
  });

  test("D10: a hundred thousand versions have as many fingerprints", () => {
    const found = new Set(Array.from({ length: 100_000 }, (_, n) => of({ ...META, versionId: String(n) })));
    expect(found.size).toBe(100_000);
  });
});
