/** The harness of D11 can fail: a facade or a record that tells what is withheld does not go unnoticed. */
import { answering } from "../../fhir-facade/src/answer.ts";
import type { Pipeline } from "../non-interference/compare/side.ts";
import { sightsOf } from "../non-interference/compare/sights.ts";
import { generatedRecords } from "../non-interference/records/generated.ts";
import { type Records, recordsOf } from "../non-interference/records/records.ts";
import { keyOf } from "../non-interference/records/resource.ts";
import { compareStores, type Run } from "../non-interference/world.ts";
import { EVERYTHING } from "./support/facade.ts";

const WITHHOLD = ["PSY", "SUD"];
const SEED = 7;
let records: Records;
beforeAll(() => {
  records = recordsOf(generatedRecords(SEED, 1), { withhold: WITHHOLD, seed: SEED, keepLabels: true, isPlain: true });
});

const differencesOf = async (changes: Partial<Run>, pairs = 400) =>
  (await compareStores({ records, withhold: WITHHOLD, seed: SEED, pairs, ...changes })).differences;

/** The pipeline as it is, and the store's own number of resources added to every Bundle. */
const telling: Pipeline = (config, log) => {
  const answer = answering(config, log);
  return async (headers, raw) => {
    const answered = await answer(headers, raw);
    const counted = (await (await fetch(`${config.storeUrl}/Condition?_summary=count`)).json()) as { total: number };
    return "entry" in answered.body ? { ...answered, body: { ...answered.body, total: counted.total } } : answered;
  };
};

/** The pipeline as it is, and in the log what the store says of a withheld resource. */
const telltaleLog: Pipeline = (config, log) => {
  const answer = answering(config, log);
  return async (headers, raw) => {
    const answered = await answer(headers, raw);
    const { status } = await fetch(`${config.storeUrl}/${records.withheld.map(keyOf)[0]}`);
    return { ...answered, about: { ...answered.about, entries: status } };
  };
};

describe("R8: the harness notices", () => {
  test("an authorization that shares what is said to be withheld: answers differ, and markers come out", async () => {
    const sights = sightsOf(records.patients, WITHHOLD).map((sight) => ({
      ...sight,
      authorization: { ...sight.authorization, ...EVERYTHING },
    }));
    const differences = await differencesOf({ sights });
    expect(differences.length).toBeGreaterThan(20);
    expect(differences.some(({ told }) => /mk7qz[0-9a-z]{5}x/.test(told))).toBe(true);
  });

  test("leak 5: a total that counts what is withheld", async () => {
    expect((await differencesOf({ pipeline: telling })).length).toBeGreaterThan(50);
  });

  test("a log line that differs", async () => {
    expect((await differencesOf({ pipeline: telltaleLog }))[0]?.told).toContain("log:");
  });

  test("one visible resource that only one store has", async () => {
    const missing = records.b.find(({ resourceType }) => resourceType === "Condition");
    const differences = await differencesOf({ records: { ...records, b: records.b.filter((resource) => resource !== missing) } });
    expect(differences.filter(({ told }) => told.includes(missing?.id ?? "none")).length).toBeGreaterThan(0);
  });

  test("leak 18: a plain resource to which a label spread, and which one store has", async () => {
    const plain = new Set(generatedRecords(SEED, 1).map(keyOf));
    const spread = records.withheld.find(
      (resource) => plain.has(keyOf(resource)) && !["List", "Provenance"].includes(resource.resourceType),
    );
    expect(spread).toBeDefined();
    const differences = await differencesOf({ records: { ...records, b: [...records.b, ...(spread ? [spread] : [])] } }, 600);
    expect(differences.some(({ told }) => told.includes(spread?.id ?? "none"))).toBe(true);
  });

  test("leak 22a: one visible resource whose element was moved by a withheld one", async () => {
    const b = records.b.map((resource) => (resource.resourceType === "Condition" ? { ...resource, recordedDate: "2001-01-01" } : resource));
    expect((await differencesOf({ records: { ...records, b } })).length).toBeGreaterThan(0);
  });

  test("a difference is told by the smallest request that shows it", async () => {
    const b = records.b.filter(({ resourceType }) => resourceType !== "Observation");
    const differences = await differencesOf({ records: { ...records, b } }, 600);
    expect(differences.some(({ asked, smallest }) => smallest.query.length < asked.query.length)).toBe(true);
  });
});
