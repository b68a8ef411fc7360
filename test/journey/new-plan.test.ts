/** R1, R12: from an old health plan to a new one: the member allows it once, and the whole record arrives, also after a stop half-way. */
import { type ChildProcess, spawn } from "node:child_process";
import { CHECKOUT, DEMO_MEMBERS } from "@member-exchange/demo";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/member-browser.ts";

/** One run of `npm run demo:new-plan`, and what it has printed so far. */
class NewPlan {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  output = "";

  constructor() {
    this.process = spawn(process.execPath, ["demo/new-plan.mjs", "--print-url"], { cwd: CHECKOUT, stdio: ["ignore", "pipe", "pipe"] });
    this.process.stdout?.on("data", (text) => {
      this.output += text;
    });
    this.process.stderr?.on("data", (text) => {
      this.output += text;
    });
    this.ended = new Promise((done) => this.process.once("exit", done));
  }

  /** The first match in what is printed, waited for. */
  async prints(pattern: RegExp): Promise<RegExpExecArray> {
    for (const since = Date.now(); Date.now() - since < 120_000; await new Promise((done) => setTimeout(done, 50))) {
      const found = pattern.exec(this.output);
      if (found) return found;
      if (this.process.exitCode !== null) break;
    }
    throw new Error(`did not print ${pattern}:\n${this.output}`);
  }
}

/** Rows of the printed table: type → downloaded, read again, in store. */
function tableOf(output: string): Map<string, number[]> {
  const rows = [...output.matchAll(/^ {2}(\w+) +(\d+) +(\d+) +(\d+)$/gm)];
  return new Map(rows.map(([, type = "", ...numbers]) => [type, numbers.map(Number)]));
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("the download is stopped half-way, goes on in the next run, and everything is there once", async () => {
  const who = DEMO_MEMBERS.find(({ username }) => username === "estell");
  if (!who) throw new Error("no such demo member");

  const first = new NewPlan();
  const [url = ""] = await first.prints(/http:\/\/localhost:\d+\/realms\/\S+/);
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(url);
  await page.fill("#username", who.username);
  await page.fill("#password", who.password);
  await page.click("#kc-login");
  expect(await page.textContent("main")).toContain("Riverbend Health Plan");
  await page.check("#mode-everything");
  await page.check("#duration-P3M");
  await page.click("#allow");
  await page.getByText("your new plan now downloads your records").waitFor();
  await first.prints(/[1-9]\d* records, [1-9]\d* pages/);
  first.process.kill("SIGINT");
  expect(await first.ended).not.toBe(0);
  expect(first.output).not.toContain("Everything that was downloaded");

  const second = new NewPlan();
  expect(await second.ended).toBe(0);
  expect(second.output).toContain("Going on with the download that was stopped.");
  expect(second.output).toContain("Everything that was downloaded is in the new plan's store.");
  const table = tableOf(second.output);
  expect(table.get("Patient")).toEqual([1, 1, 1]);
  expect(table.get("all")?.[0]).toBeGreaterThan(1_000);
  for (const [downloaded, readAgain, inStore] of table.values()) expect([readAgain, inStore]).toEqual([downloaded, downloaded]);
  for (const type of ["Condition", "Observation", "ExplanationOfBenefit", "Organization", "Practitioner"])
    expect(table.get(type)?.[0]).toBeGreaterThan(0);
}, 400_000);
