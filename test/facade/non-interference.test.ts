/** D11: from no answer can one know whether the store holds what is withheld. Leaks 1 to 11, 13, 17, 18, 22a and 24, without naming one. */
import { plainly, written } from "../non-interference/corpus/asked.ts";
import { readFolder } from "../non-interference/records/folder.ts";
import { generatedRecords } from "../non-interference/records/generated.ts";
import { labelled } from "../non-interference/records/label-some.ts";
import { type Records, recordsOf } from "../non-interference/records/records.ts";
import { compareStores } from "../non-interference/world.ts";
import { startSurroundings } from "./support/facade.ts";
import { coded, HIDDEN, LOINC, resource, SHOWN } from "./support/records.ts";

const FIXED = 20261124;
const FRESH = 1 + Math.floor(Math.random() * 1e9);
const EACH = 2_000;
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
    await expectNoDifference(recordsOf(generatedRecords(seed), { withhold, seed, keepLabels: true, isPlain: true }), withhold, seed);
  });

  test(`R8: labels that people put on otherwise ordinary resources are enough, seed ${FRESH}`, async () => {
    const records = recordsOf(labelled(generatedRecords(FRESH, 2, 80), ["HIV", "SUD"], FRESH), {
      withhold: ["HIV"],
      seed: FRESH,
      keepLabels: true,
      isPlain: true,
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

  test("leak 4: more that refers to one resource than a page may include", async () => {
    const plain = generatedRecords(FIXED, 1, 5);
    const encounter = plain.find(({ resourceType }) => resourceType === "Encounter")?.id ?? "";
    const crowd = Array.from({ length: 1_500 }, (_, n) =>
      resource("Observation", `crowd-${n}`, {
        status: "final",
        subject: { reference: "Patient/member-0" },
        encounter: { reference: `Encounter/${encounter}` },
        code: coded(LOINC, "8302-2"),
      }),
    );
    const records = recordsOf([...plain, ...crowd], { withhold: ["PSY", "SUD"], seed: FIXED, keepLabels: true, isPlain: true });
    const requests = [0, 1].map((sight) => plainly(sight, "/Encounter", [`_id=${encounter}`, "_revinclude=Observation:encounter"]));
    const { shown, differences } = await compareStores({ records, withhold: ["PSY", "SUD"], seed: FIXED, pairs: 2, requests });
    expect(shown).toBeGreaterThan(1_000);
    expect(differences.map(({ told }) => told)).toEqual([]);
  });

  test.each(["/Condition?_count=1", "/Condition?_count=2", "/Observation?_count=2&status=final", "/Patient/p1/$everything?_count=3"])(
    "leak 6: page by page, no page of %s but the last is short",
    async (path) => {
      const around = await startSurroundings([...HIDDEN, ...SHOWN]);
      const pages = await around.all(path, await around.issuer.grant());
      await around.close();
      const matches = pages.map(
        (page) => page.body.entry.filter((entry: { search?: { mode: string } }) => entry.search?.mode !== "include").length,
      );
      expect(matches.length).toBeGreaterThan(1);
      expect(new Set(matches.slice(0, -1))).toEqual(new Set([Number(/_count=(\d+)/.exec(path)?.[1])]));
      expect(matches.at(-1)).toBeGreaterThan(0);
    },
  );

  test("R8: at least 5,000 pairs were compared", () => {
    expect(compared).toBeGreaterThanOrEqual(5_000);
  });
});
