/** The list of mutants is true of the sources as they are; that each is killed is `npm run mutants:facade`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SOURCES } from "../mutants/copied-checkout.ts";
import { MUTANTS } from "../mutants/list.ts";
import { mutated } from "../mutants/mutant.ts";

const ROOT = join(import.meta.dirname, "../..");
const STAGES = ["1-authn/", "2-parse/", "3-authz/", "4-forward/", "5-redact/", "patient-index/", "outcome/", "http/", "app.ts"];

describe("R10 the mutants of the facade", () => {
  test.each(MUTANTS.map((mutant) => [`${mutant.file}: ${mutant.says}`, mutant] as const))("R10: %s", (_title, mutant) => {
    const source = readFileSync(join(ROOT, SOURCES, mutant.file), "utf8");
    expect(mutated(source, mutant)).not.toBe(source);
    expect(mutant.tests.length).toBeGreaterThan(0);
    for (const name of mutant.tests) expect([name, existsSync(join(import.meta.dirname, `${name}.test.ts`))]).toEqual([name, true]);
  });

  test("R10: there are enough of them, in every stage, and no two are alike", () => {
    expect(MUTANTS.length).toBeGreaterThanOrEqual(30);
    for (const stage of STAGES) expect([stage, MUTANTS.some(({ file }) => file.includes(stage))]).toEqual([stage, true]);
    expect(new Set(MUTANTS.map(({ file, from, to }) => JSON.stringify([file, from, to]))).size).toBe(MUTANTS.length);
  });
});
