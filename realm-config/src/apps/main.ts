/** `npm run apps -- register|list|show|suspend|resume|remove|rotate-key|ledger` */
import { RealmConfigError } from "../apply/refusals.ts";
import { usage } from "./commands.ts";
import { runApps } from "./run.ts";
import { readAppsSettings } from "./settings.ts";

async function main(words: readonly string[]): Promise<number> {
  if (words.length === 0 || words[0] === "--help") {
    console.log(usage());
    return words.length === 0 ? 1 : 0;
  }
  try {
    console.log(await runApps(words, () => readAppsSettings(process.env)));
    return 0;
  } catch (error) {
    if (!(error instanceof RealmConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
