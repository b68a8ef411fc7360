/** One run of tests of the facade in a copy of the checkout, and what it says of what was changed there. */
import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

/** `failed`: a test said no. `broken`: the tests could not be run at all, or not to their end, which says nothing. */
export type Outcome = "passed" | "failed" | "broken";

const PATIENCE_MS = 300_000;

/** @param files names in `test/facade` without `.test.ts`; every file when there are none */
export async function tried(path: string, files: readonly string[]): Promise<Outcome> {
  const report = join(path, "report.json");
  await rm(report, { force: true });
  const pattern = `/facade/(${files.length > 0 ? files.join("|") : ".+"})\\.test\\.ts$`;
  const options = ["--config", "test/jest.config.mjs", "--selectProjects", "facade", "--testPathPatterns", pattern];
  const jest = spawn(process.execPath, ["node_modules/jest/bin/jest.js", ...options, "-i", "--json", "--outputFile", report], {
    cwd: path,
    env: { ...process.env, NODE_OPTIONS: "--experimental-vm-modules --disable-warning=ExperimentalWarning" },
    stdio: "ignore",
    timeout: PATIENCE_MS,
  });
  const code = await new Promise<number | null>((resolve) => jest.on("close", resolve));
  const text = await readFile(report, "utf8").catch(() => undefined);
  if (code === null || text === undefined) return "broken";
  const { numFailedTests, numPassedTests, numRuntimeErrorTestSuites } = JSON.parse(text) as Record<string, number>;
  if (numRuntimeErrorTestSuites !== 0) return "broken";
  if (code === 0) return numPassedTests ? "passed" : "broken";
  return numFailedTests ? "failed" : "broken";
}
