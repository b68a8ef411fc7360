/** `npm run demo:new-plan`: another plan gets the member's authorization, downloads the whole record and keeps it in a store of its own. */
import { buildStore } from "../launcher/build.ts";
import { endWith } from "../launcher/end.ts";
import { startFhirStore } from "../launcher/fhir-store.ts";
import { requireFreePorts } from "../launcher/ports.ts";
import { step } from "../launcher/progress.ts";
import { Refusal } from "../launcher/refusal.ts";
import { keptSecrets } from "../launcher/secrets.ts";
import { readSettings, type Settings } from "../launcher/settings.ts";
import { type Access, askMember, discover, resumed } from "./access.ts";
import { download } from "./download.ts";
import { forgetProgress, keptProgress, type Progress } from "./progress-file.ts";
import { readAgain, table } from "./proof.ts";

/** `jdk` is the home of a JDK ≥ 17. */
export async function main(jdk: string, flags: readonly string[]): Promise<void> {
  await endWith(async () => {
    const settings = readSettings(process.env);
    await requireFreePorts([
      { port: settings.newPlanStorePort, setting: "NEW_PLAN_STORE_PORT" },
      { port: settings.newPlanCallbackPort, setting: "NEW_PLAN_CALLBACK_PORT" },
    ]);
    const { newPlanKey } = await keptSecrets(settings.dataDir);
    const plan = await discover(settings, newPlanKey);
    const place = { dataDir: settings.dataDir, jdk };
    const start = { ...place, port: settings.newPlanStorePort, name: "new-plan-store", heap: settings.fhirStoreHeap };
    const store = await step("the new plan's FHIR store started", async () => {
      await buildStore(place);
      return startFhirStore(start);
    });

    const earlier = keptProgress(settings.dataDir);
    const access = (await again(plan, earlier)) ?? (await askMember(plan, settings, flags.includes("--print-url")));
    console.log(`The member shares: ${access.scope}`);
    const { stored } = await download(settings, store.url, access, earlier);
    await prove(settings, store.url, stored);
    await store.stop();
  });
}

async function again(plan: Parameters<typeof resumed>[0], earlier: Progress | undefined): Promise<Access | undefined> {
  if (earlier?.refreshToken === undefined) return undefined;
  const access = await resumed(plan, earlier.refreshToken, earlier.patient);
  console.log(access ? "Going on with the download that was stopped." : "The earlier authorization is over: the member is asked again.");
  return access;
}

/** @throws {Refusal} when the store does not hold what was downloaded. */
async function prove(settings: Settings, storeUrl: string, stored: Progress["stored"]): Promise<void> {
  const counts = await readAgain(storeUrl, stored);
  console.log(`\n${table(counts)}\n`);
  const missing = counts.filter(({ downloaded, readAgain }) => downloaded !== readAgain).map(({ type }) => type);
  if (counts.length === 0) throw new Refusal("The plan gave no records: nothing was stored.");
  if (missing.length > 0)
    throw new Refusal(`The new plan's store does not hold all of ${missing.join(", ")}: run npm run demo:new-plan again.`);
  forgetProgress(settings.dataDir);
  console.log("Everything that was downloaded is in the new plan's store.");
}
