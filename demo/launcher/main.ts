/** `npm start`: everything on this machine, step by step; Ctrl-C ends all that it started. */
import { mkdirSync } from "node:fs";
import { buildStore } from "./build.ts";
import { logOfTheFirstToEnd } from "./children.ts";
import { endWith } from "./end.ts";
import { built, facade, inbox, keycloak, keycloakHome, realm, sample, store } from "./parts.ts";
import { requireFreePorts } from "./ports.ts";
import { step } from "./progress.ts";
import { Refusal } from "./refusal.ts";
import { keptSecrets } from "./secrets.ts";
import { readSettings, type Settings } from "./settings.ts";
import { whatRunsWhere } from "./table.ts";

/** Runs until it is ended or one of the servers ends; `jdk` is the home of a JDK ≥ 17. */
export async function main(jdk: string): Promise<void> {
  await endWith(async () => {
    const since = Date.now();
    const settings = readSettings(process.env);
    const place = { dataDir: settings.dataDir, jdk };
    await step("ports checked", () => requireFreePorts(ports(settings)));
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
    const secrets = await keptSecrets(settings.dataDir);

    const [home] = await Promise.all([keycloakHome(settings, place), built("FHIR store", () => buildStore(place))]);
    await Promise.all([keycloak(settings, secrets, { ...place, home }).then(() => realm(settings, secrets)), store(settings, place)]);
    await Promise.all([facade(settings, secrets), sample(settings), inbox(settings)]);
    console.log(whatRunsWhere(settings, secrets, (Date.now() - since) / 1000));
    throw new Refusal(`One of the servers ended by itself: see ${await logOfTheFirstToEnd()}, then start again.`);
  });
}

function ports(settings: Settings) {
  return [
    { port: settings.keycloakPort, setting: "KEYCLOAK_PORT" },
    { port: settings.fhirStorePort, setting: "FHIR_STORE_PORT" },
    { port: settings.facadePort, setting: "FACADE_PORT" },
    { port: settings.sampleAppPort, setting: "SAMPLE_APP_PORT" },
    { port: settings.smtpPort, setting: "SMTP_PORT" },
    { port: settings.inboxPort, setting: "INBOX_PORT" },
  ];
}
