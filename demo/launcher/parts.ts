/** The parts of the demo, each with its progress line; `main.ts` puts them in order, and the tests start the ones they need. */
import { join } from "node:path";
import { applyRealm } from "@member-exchange/realm-config";
import { startInbox } from "../inbox/inbox.ts";
import { loadMembers } from "../loading/load-members.ts";
import { MEMBER_PROFILES } from "../loading/member-profiles.ts";
import { makePortal } from "../portal/make-portal.ts";
import { startSampleApp } from "../sample-app/server.ts";
import { SAMPLE_SCOPE, sampleApp } from "./apps.ts";
import { buildExtension, buildTheme, EXTENSION_JAR, THEME_JAR } from "./build.ts";
import { startFacade } from "./facade.ts";
import { startFhirStore } from "./fhir-store.ts";
import { type DatabaseKind, type KeycloakStart, prepareKeycloak, startKeycloak } from "./keycloak.ts";
import { demoPortal } from "./portal.ts";
import { step } from "./progress.ts";
import { demoRealm, FACADE_CLIENT_ID } from "./realm.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

export interface Place {
  readonly dataDir: string;
  readonly jdk: string;
}

/** Builds the jars, unpacks the distribution and builds it with them; resolves to its home. */
export async function keycloakHome(settings: Settings, place: Place, database: DatabaseKind = "dev-file"): Promise<string> {
  await Promise.all([built("Keycloak extension", () => buildExtension(place)), built("Keycloak theme", () => buildTheme(place))]);
  const jars = [EXTENSION_JAR, THEME_JAR];
  return step(`Keycloak ${settings.keycloakVersion} in place`, () =>
    prepareKeycloak({ ...place, version: settings.keycloakVersion, jars, database }),
  );
}

/** One progress line for a build that may be there already. */
export function built(what: string, build: () => Promise<boolean>): Promise<boolean> {
  return step(`${what} built`, async (say) => {
    const ran = await build();
    if (!ran) say("unchanged");
    return ran;
  });
}

/** @param options further options of the server and of its JVM */
export async function keycloak(
  settings: Settings,
  secrets: Secrets,
  place: Place & { readonly home: string },
  options: Pick<KeycloakStart, "flags" | "jvm"> = {},
): Promise<void> {
  const start = { ...place, ...options, port: settings.keycloakPort, admin: secrets.keycloakAdmin, heap: settings.keycloakHeap };
  await step("Keycloak started", () => startKeycloak(start));
}

export async function realm(settings: Settings, secrets: Secrets): Promise<void> {
  await step("member portal made", async (say) => {
    if (!(await makePortal(settings.keycloakUrl, secrets.keycloakAdmin, demoPortal(settings, secrets)))) say("there already");
  });
  await step("realm applied", async (say) => {
    const { created, changed, unchanged } = await applyRealm(demoRealm(settings, secrets));
    say(`${created.length} created, ${changed.length} changed, ${unchanged} unchanged`);
  });
}

/** The plan's store with the members in it. */
export async function store(settings: Settings, place: Place): Promise<void> {
  const start = { ...place, port: settings.fhirStorePort, name: "fhir-store", heap: settings.fhirStoreHeap };
  await step("FHIR store started", () => startFhirStore(start));
  await step("synthetic members loaded", async (say) => {
    const { loaded, present } = await loadMembers(settings.fhirStoreUrl, say);
    say(`${loaded} records new, ${present} there already`);
  });
}

export async function facade(settings: Settings, secrets: Secrets): Promise<void> {
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
    // the synthetic members carry SNOMED CT and little else
    CODE_LISTS: "snomed-ct",
    STORE_PROFILES: MEMBER_PROFILES,
  };
  await step("FHIR facade started", () => startFacade(environment, join(settings.dataDir, "logs/fhir-facade.log")));
}

/** Where members' mails go; `realm` tells Keycloak of it. */
export async function inbox({ smtpPort, inboxPort: pagePort, dataDir }: Settings): Promise<void> {
  await step("inbox started", () => startInbox({ smtpPort, pagePort, folder: join(dataDir, "mails") }));
}

export async function sample(settings: Settings): Promise<void> {
  const { sampleAppPort: port, sampleAppUrl: url, fhirBaseUrl, keycloakUrl } = settings;
  const { clientId } = sampleApp(url);
  await step("sample app started", () => startSampleApp({ port, url, fhirBaseUrl, keycloakUrl, clientId, scope: SAMPLE_SCOPE }));
}
