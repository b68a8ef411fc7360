/** `npm run realm -- plan|apply|check` */
import { applyRealm, planRealm } from "./apply/apply-realm.ts";
import { RealmConfigError } from "./apply/refusals.ts";
import { readRealmSettings } from "./config.ts";
import { checkLines, planLines } from "./print.ts";
import type { ApplyReport, RealmSettings } from "./settings.ts";
import { USAGE } from "./usage.ts";

/** Exit code of a check that found something. */
const DRIFT = 2;

const COMMANDS = new Map([
  ["plan", plan],
  ["apply", apply],
  ["check", check],
]);

async function main(words: readonly string[]): Promise<number> {
  const json = words.includes("--json");
  const [word = "", ...more] = words.filter((each) => each !== "--json");
  const command = COMMANDS.get(word);
  if (!command || more.length > 0 || (json && word === "apply")) {
    console.log(USAGE);
    return words.includes("--help") ? 0 : 1;
  }
  try {
    const since = Date.now();
    const onStep = (text: string) => console.log(`✓ ${text}  ${((Date.now() - since) / 1000).toFixed(1)} s`);
    return await command({ ...readRealmSettings(process.env), ...(json ? {} : { onStep }) }, json);
  } catch (error) {
    if (!(error instanceof RealmConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function plan(settings: RealmSettings, json: boolean): Promise<number> {
  const report = await planRealm(settings);
  print(json ? [asJson(report)] : planLines(report));
  return 0;
}

async function check(settings: RealmSettings, json: boolean): Promise<number> {
  const report = await planRealm(settings);
  print(json ? [asJson(report)] : checkLines(report));
  return report.differences.length + report.findings.length > 0 ? DRIFT : 0;
}

async function apply(settings: RealmSettings): Promise<number> {
  const { created, changed, unchanged, findings } = await applyRealm(settings);
  const lines = [...changed.map((name) => `changed ${name}`), ...findings.map((finding) => `! ${finding}`)];
  print([...lines, `${created.length} created, ${changed.length} changed, ${unchanged} unchanged`]);
  return 0;
}

const print = (lines: readonly string[]) => console.log(lines.join("\n"));

const asJson = ({ differences, unchanged, findings }: ApplyReport): string => JSON.stringify({ differences, unchanged, findings }, null, 2);

process.once("SIGINT", () => {
  console.error("Stopped before the end: run it again, it goes on where it stopped.");
  process.exit(130);
});
process.exitCode = await main(process.argv.slice(2));
