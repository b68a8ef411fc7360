/** One ring as one jest run; what it counted, with what did not run at all counted as failed. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECKOUT, runShown } from "@member-exchange/demo";

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numTotalTests: number;
}

/**
 * A ring that ran no test has failed; so has a test that was skipped.
 * @param workers test files that run at the same time; 1 for one by one
 */
export async function runRing(
  ring: string,
  workers: number,
  environment: Record<string, string>,
  words: readonly string[],
): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), "ring-"));
  const file = join(folder, "report.json");
  const atOnce = workers > 1 ? `--maxWorkers=${workers}` : "--runInBand";
  const flags = ["--config", "test/jest.config.mjs", "--selectProjects", ring, atOnce, "--json", "--outputFile", file, ...words];
  const status = await run(
    process.execPath,
    ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", ...flags],
    environment,
  );
  const report = read(file);
  rmSync(folder, { recursive: true });
  if (!report) return { passed: 0, failed: 1 };
  const notRun = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + (words.length === 0 ? notRun : 0);
  const silent = status !== 0 || report.numPassedTests === 0;
  return { passed: report.numPassedTests, failed: failed === 0 && silent ? 1 : failed };
}

/** A check that is a command of its own counts as one test. */
export async function runCheck(name: string, command: readonly string[]): Promise<Count> {
  const [program = "", ...flags] = command;
  const status = await run(program, flags, {});
  console.log(`${status === 0 ? "PASS" : "FAIL"} ${name}`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function run(command: string, flags: readonly string[], environment: Record<string, string>): Promise<number | string> {
  return runShown({ command, flags, cwd: CHECKOUT, env: { ...process.env, ...environment } });
}

function read(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as JestReport;
  } catch {
    return undefined;
  }
}
