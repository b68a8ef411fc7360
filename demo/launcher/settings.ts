/** What can be set: names and defaults from `demo/settings.json`, values from the environment, and all that follows from them. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "./refusal.ts";

export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));

const DEFAULTS = JSON.parse(readFileSync(new URL("../settings.json", import.meta.url), "utf8")) as { name: string; default: string }[];

export interface Settings {
  readonly dataDir: string;
  readonly keycloakPort: number;
  readonly fhirStorePort: number;
  readonly facadePort: number;
  readonly sampleAppPort: number;
  readonly newPlanStorePort: number;
  readonly newPlanCallbackPort: number;
  readonly smtpPort: number;
  readonly inboxPort: number;
  readonly realm: string;
  readonly keycloakVersion: string;
  readonly keycloakHeap: string;
  readonly fhirStoreHeap: string;
  readonly keycloakUrl: string;
  readonly issuerUrl: string;
  readonly fhirBaseUrl: string;
  readonly fhirStoreUrl: string;
  readonly sampleAppUrl: string;
  readonly inboxUrl: string;
  readonly newPlanCallbackUrl: string;
}

/** @throws {Refusal} when a port is not a number from 1 to 65535. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const text = (name: string): string => environment[name] || (DEFAULTS.find((setting) => setting.name === name)?.default ?? "");
  const port = (name: string): number => {
    const number = Number(text(name));
    if (Number.isInteger(number) && number >= 1 && number <= 65535) return number;
    throw new Refusal(`${name} is "${text(name)}": set it to a port number from 1 to 65535.`);
  };
  const keycloakUrl = `http://localhost:${port("KEYCLOAK_PORT")}`;
  return {
    dataDir: resolve(CHECKOUT, text("DATA_DIR")),
    keycloakPort: port("KEYCLOAK_PORT"),
    fhirStorePort: port("FHIR_STORE_PORT"),
    facadePort: port("FACADE_PORT"),
    sampleAppPort: port("SAMPLE_APP_PORT"),
    newPlanStorePort: port("NEW_PLAN_STORE_PORT"),
    newPlanCallbackPort: port("NEW_PLAN_CALLBACK_PORT"),
    smtpPort: port("SMTP_PORT"),
    inboxPort: port("INBOX_PORT"),
    realm: text("REALM"),
    keycloakVersion: text("KEYCLOAK_VERSION"),
    keycloakHeap: text("KEYCLOAK_HEAP"),
    fhirStoreHeap: text("FHIR_STORE_HEAP"),
    keycloakUrl,
    issuerUrl: `${keycloakUrl}/realms/${text("REALM")}`,
    fhirBaseUrl: `http://localhost:${port("FACADE_PORT")}/fhir`,
    fhirStoreUrl: `http://localhost:${port("FHIR_STORE_PORT")}/fhir`,
    sampleAppUrl: `http://localhost:${port("SAMPLE_APP_PORT")}`,
    inboxUrl: `http://localhost:${port("INBOX_PORT")}`,
    newPlanCallbackUrl: `http://localhost:${port("NEW_PLAN_CALLBACK_PORT")}/callback`,
  };
}
