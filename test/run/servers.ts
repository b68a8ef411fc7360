/** The servers that a run needs, each started once, with the demo's own functions, on free ports. */
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  buildStore,
  built,
  CHECKOUT,
  facade,
  inbox,
  keptSecrets,
  keycloak,
  keycloakHome,
  readSettings,
  realm,
  type Settings,
  sample,
  store,
} from "@member-exchange/demo";
import { findChromium } from "./chromium.ts";
import { freePorts } from "./free-ports.ts";
import { QUICK_PASSWORDS } from "./quick-passwords.ts";

/** Looks for authorizations that end soon more often than the hour after which the extension does. */
const REMINDERS = "--spi-realm-restapi-extension--member-authorizations--remind-every-seconds=2";
/** A setting of the plan that Keycloak's environment gives, so that a test can see it on a page. */
const BRANDED_PHONE = "1-800-555-0177";

/** Environment for the rings: where the servers are. Keycloak's database is new in every run; the store's members are kept. */
export async function startServers(jdk: string, rings: readonly string[]): Promise<Record<string, string>> {
  const settings = await testSettings();
  process.env.PLAN_PHONE = BRANDED_PHONE;
  rmSync(join(settings.dataDir, "keycloak-database"), { recursive: true, force: true });
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const chromium = rings.includes("journey") ? { TEST_CHROMIUM: findChromium(process.env) } : {};
  const place = { dataDir: settings.dataDir, jdk };
  const secrets = await keptSecrets(settings.dataDir);
  const whole = rings.includes("journey");
  const [home] = await Promise.all([keycloakHome(settings, place), whole && built("FHIR store", () => buildStore(place))]);
  await Promise.all([
    keycloak(settings, secrets, { ...place, home }, { flags: [REMINDERS, ...QUICK_PASSWORDS], jvm: [] }),
    whole && store(settings, place),
  ]);
  if (whole) {
    await realm(settings, secrets);
    await Promise.all([facade(settings, secrets), sample(settings), inbox(settings)]);
  }
  return {
    ...chromium,
    TEST_JDK: jdk,
    TEST_PLAN_PHONE: BRANDED_PHONE,
    TEST_KEYCLOAK_URL: settings.keycloakUrl,
    TEST_KEYCLOAK_USERNAME: secrets.keycloakAdmin.username,
    TEST_KEYCLOAK_PASSWORD: secrets.keycloakAdmin.password,
    TEST_REALM: settings.realm,
    TEST_FHIR_BASE_URL: settings.fhirBaseUrl,
    TEST_SAMPLE_APP_URL: settings.sampleAppUrl,
    TEST_INBOX_URL: settings.inboxUrl,
    TEST_MAILS: join(settings.dataDir, "mails"),
    ...environmentOf(settings),
  };
}

/** The same names that `npm start` reads, so that a test can run the demo's commands against these servers. */
function environmentOf(settings: Settings): Record<string, string> {
  return {
    DATA_DIR: settings.dataDir,
    KEYCLOAK_PORT: String(settings.keycloakPort),
    FHIR_STORE_PORT: String(settings.fhirStorePort),
    FACADE_PORT: String(settings.facadePort),
    SAMPLE_APP_PORT: String(settings.sampleAppPort),
    SMTP_PORT: String(settings.smtpPort),
    INBOX_PORT: String(settings.inboxPort),
    NEW_PLAN_STORE_PORT: String(settings.newPlanStorePort),
    NEW_PLAN_CALLBACK_PORT: String(settings.newPlanCallbackPort),
  };
}

export function testDataDir(): string {
  return resolve(CHECKOUT, process.env.TEST_DATA_DIR ?? ".data/test");
}

async function testSettings(): Promise<Settings> {
  const names = [
    "KEYCLOAK_PORT",
    "FHIR_STORE_PORT",
    "FACADE_PORT",
    "SAMPLE_APP_PORT",
    "SMTP_PORT",
    "INBOX_PORT",
    "NEW_PLAN_STORE_PORT",
    "NEW_PLAN_CALLBACK_PORT",
  ];
  const ports = await freePorts(names.length);
  return readSettings({
    ...process.env,
    DATA_DIR: testDataDir(),
    ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])),
  });
}
