/** `npm run realm -- apply` */
import { applyRealm } from "./apply/apply-realm.ts";
import { RealmConfigError } from "./apply/session.ts";
import { readRealmSettings, USAGE } from "./config.ts";

async function main(words: readonly string[]): Promise<number> {
  if (words.length !== 1 || words[0] !== "apply") {
    console.log(USAGE);
    return words.includes("--help") ? 0 : 1;
  }
  try {
    const since = Date.now();
    const onStep = (text: string) => console.log(`✓ ${text}  ${((Date.now() - since) / 1000).toFixed(1)} s`);
    const { created, changed, unchanged } = await applyRealm({ ...readRealmSettings(process.env), onStep });
    for (const name of changed) console.log(`changed ${name}`);
    console.log(`${created.length} created, ${changed.length} changed, ${unchanged} unchanged`);
    return 0;
  } catch (error) {
    if (!(error instanceof RealmConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
