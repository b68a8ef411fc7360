/** `npm start`: everything on this machine, step by step; Ctrl-C ends all that it started. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { applyRealm } from "@member-exchange/realm-config";
import { loadMembers } from "../loading/load-members.ts";
import { startSampleApp } from "../sample-app/server.ts";
import { SAMPLE_SCOPE, sampleApp } from "./apps.ts";
import { buildExtension, buildStore, buildTheme, EXTENSION_JAR, THEME_JAR } from "./build.ts";
import { logOfTheFirstToEnd } from "./children.ts";
import { endWith } from "./end.ts";
import { startFacade } from "./facade.ts";
import { startFhirStore } from "./fhir-store.ts";
import { prepareKeycloak, startKeycloak } from "./keycloak.ts";
import { requireFreePorts } from "./ports.ts";
import { step } from "./progress.ts";
import { demoRealm, FACADE_CLIENT_ID } from "./realm.ts";
import { Refusal } from "./refusal.ts";
import { keptSecrets, type Secrets } from "./secrets.ts";
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
    await Promise.all([keycloak(settings, secrets, { ...place, home }), store(settings, place)]);
    await Promise.all([facade(settings, secrets), sample(settings)]);
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
  ];
}

interface Place {
  readonly dataDir: string;
  readonly jdk: string;
}

async function keycloakHome(settings: Settings, place: Place): Promise<string> {
  await Promise.all([built("Keycloak extension", () => buildExtension(place)), built("Keycloak theme", () => buildTheme(place))]);
  const jars = [EXTENSION_JAR, THEME_JAR];
  return step(`Keycloak ${settings.keycloakVersion} in place`, () =>
    prepareKeycloak({ ...place, version: settings.keycloakVersion, jars }),
  );
}

function built(what: string, build: () => Promise<boolean>): Promise<boolean> {
  return step(`${what} built`, async (say) => {
    const ran = await build();
    if (!ran) say("unchanged");
    return ran;
  });
}

async function keycloak(settings: Settings, secrets: Secrets, place: Place & { readonly home: string }): Promise<void> {
  const start = { ...place, port: settings.keycloakPort, admin: secrets.keycloakAdmin, heap: settings.keycloakHeap };
  await step("Keycloak started", () => startKeycloak(start));
  await step("realm applied", async (say) => {
    const { created, changed, unchanged } = await applyRealm(demoRealm(settings, secrets));
    say(`${created.length} created, ${changed.length} changed, ${unchanged} unchanged`);
  });
}

async function store(settings: Settings, place: Place): Promise<void> {
  const start = { ...place, port: settings.fhirStorePort, name: "fhir-store", heap: settings.fhirStoreHeap };
  await step("FHIR store started", () => startFhirStore(start));
  await step("synthetic members loaded", async (say) => {
    const { loaded, present } = await loadMembers(settings.fhirStoreUrl, say);
    say(`${loaded} records new, ${present} there already`);
  });
}

async function facade(settings: Settings, secrets: Secrets): Promise<void> {
  const environment = {
    ISSUER_URL: settings.issuerUrl,
    ISSUER_BACKCHANNEL_URL: settings.issuerUrl,
    FACADE_CLIENT_ID,
    FACADE_CLIENT_SECRET: secrets.facadeClientSecret,
    FHIR_BASE_URL: settings.fhirBaseUrl,
    FHIR_STORE_URL: settings.fhirStoreUrl,
    CURSOR_KEY: secrets.cursorKey,
    FACADE_HOST: "127.0.0.1",
    FACADE_PORT: String(settings.facadePort),
  };
  await step("FHIR facade started", () => startFacade(environment, join(settings.dataDir, "logs/fhir-facade.log")));
}

async function sample(settings: Settings): Promise<void> {
  const { sampleAppPort: port, sampleAppUrl: url, fhirBaseUrl, keycloakUrl } = settings;
  const { clientId } = sampleApp(url);
  await step("sample app started", () => startSampleApp({ port, url, fhirBaseUrl, keycloakUrl, clientId, scope: SAMPLE_SCOPE }));
}
