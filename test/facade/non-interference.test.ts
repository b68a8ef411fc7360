/** D11: from no answer can one know whether the store holds what is withheld. Leaks 1 to 11, 13, 17, 18, 22a and 24, without naming one. */
import { written } from "../non-interference/corpus/asked.ts";
import { readFolder } from "../non-interference/records/folder.ts";
import { generatedRecords } from "../non-interference/records/generated.ts";
import { labelled } from "../non-interference/records/label-some.ts";
import { type Records, recordsOf } from "../non-interference/records/records.ts";
import { compareStores } from "../non-interference/world.ts";

const FIXED = 20261124;
const FRESH = 1 + Math.floor(Math.random() * 1e9);
const EACH = 1_500;
const SENSITIVE = ["PSY", "SUD", "HIV", "STD", "SEX", "SDV", "GDIS", "COGN", "PSYTHPN"];
let compared = 0;

async function expectNoDifference(records: Records, withhold: readonly string[], seed: number, pairs = EACH): Promise<void> {
  const { differences, shown, pairs: done } = await compareStores({ records, withhold, seed, pairs });
  const told = differences.map(({ smallest, told: lines }) => `${written(smallest)}\n${lines}`);
  expect({ seed, told: told.slice(0, 5) }).toEqual({ seed, told: [] });
  expect(done).toBeGreaterThanOrEqual(pairs);
  expect(shown).toBeGreaterThan(300);
  compared += done;
}

describe("R8 non-interference", () => {
  test.each([
    ["everything sensitive", SENSITIVE, FIXED],
    ["everything sensitive", SENSITIVE, FRESH],
    ["two categories", ["PSY", "SUD"], FRESH],
    ["demographics", ["DEMO"], FRESH],
  ] as const)("R8: a store that holds %s (%j) is answered like one that never did, seed %i", async (_title, withhold, seed) => {
    await expectNoDifference(recordsOf(generatedRecords(seed), { withhold, seed, keepLabels: true }), withhold, seed);
  });

  test(`R8: labels that people put on otherwise ordinary resources are enough, seed ${FRESH}`, async () => {
    const records = recordsOf(labelled(generatedRecords(FRESH, 2, 80), ["HIV", "SUD"], FRESH), {
      withhold: ["HIV"],
      seed: FRESH,
      keepLabels: true,
    });
    expect(records.statement).toBe("labels");
    expect(records.withheld.length).toBeGreaterThan(5);
    await expectNoDifference(records, ["HIV"], FRESH);
  });

  const folder = process.env.LABELLED_RECORDS;
  if (folder)
    test.each([["PSY", "SUD"], ["SEX"], ["HIV", "STD"]])("R8: hand-labelled records of LABELLED_RECORDS, %s %s", async (...withhold) => {
      await expectNoDifference(recordsOf(readFolder(folder), { withhold, seed: FRESH, keepLabels: true }), withhold, FRESH, 1_000);
    });

  test("R8: at least 5,000 pairs were compared", () => {
    expect(compared).toBeGreaterThanOrEqual(5_000);
  });
});
