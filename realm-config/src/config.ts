/** Settings from the environment and from the JSON files that it names. */
import { readFileSync } from "node:fs";
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import { PlanPolicyError, readSharingPolicy } from "@member-exchange/sharing-policy/plan-policy";
import { type SharingPolicy, standardPolicy } from "@member-exchange/sharing-policy/policy";
import { RealmConfigError } from "./apply/refusals.ts";
import { type RealmConfigFile, readConfigFile } from "./config-file.ts";
import { readJson } from "./json-file.ts";
import type { Admin, App, Member, RealmSettings, Smtp } from "./settings.ts";
import { readSignIn } from "./sign-in-file.ts";

/**
 * Settings of the environment, and of the file that REALM_CONFIG_FILE names where the environment says nothing.
 * @throws RealmConfigError naming the variable that is missing or the file that cannot be read
 */
export function readRealmSettings(environment: NodeJS.ProcessEnv): RealmSettings {
  const file = readConfigFile(environment.REALM_CONFIG_FILE);
  const required = (name: string, value = environment[name]): string => {
    if (!value) throw new RealmConfigError(`${name} is not set: see npm run realm -- --help.`);
    return value;
  };
  const planSecret = environment.PLAN_CLIENT_SECRET;
  const resourceServerSecret = environment.RESOURCE_SERVER_CLIENT_SECRET;
  const signIn = readSignIn({ ...environment, SIGN_IN_FILE: environment.SIGN_IN_FILE || file.signInFile });
  const smtp = readSmtp(environment, file.smtp, required);
  const sslRequired = readSslRequired(environment.SSL_REQUIRED || file.sslRequired);
  return {
    keycloakUrl: required("KEYCLOAK_URL", environment.KEYCLOAK_URL || file.keycloakUrl).replace(/\/$/, ""),
    admin: readAdmin(environment, file.adminRealm, required),
    realm: environment.REALM || file.realm || "health-plan",
    ...(file.displayName ? { displayName: file.displayName } : {}),
    ...(sslRequired ? { sslRequired } : {}),
    ...(file.limits ? { limits: file.limits } : {}),
    fhirBaseUrl: required("FHIR_BASE_URL", environment.FHIR_BASE_URL || file.fhirBaseUrl).replace(/\/$/, ""),
    facadeClient: { id: environment.FACADE_CLIENT_ID || file.facadeClientId || "fhir-facade", secret: required("FACADE_CLIENT_SECRET") },
    ...(planSecret ? { planClient: { id: environment.PLAN_CLIENT_ID || file.planClientId || "plan-service", secret: planSecret } } : {}),
    ...(resourceServerSecret
      ? { resourceServer: { id: environment.RESOURCE_SERVER_CLIENT_ID || "resource-server", secret: resourceServerSecret } }
      : {}),
    ...(smtp ? { smtp } : {}),
    policy: readPolicy({ SHARING_POLICY_FILE: environment.SHARING_POLICY_FILE || file.sharingPolicyFile }),
    ...(signIn ? { signIn } : {}),
    apps: list<App>(environment.APPS_FILE || file.appsFile),
    members: list<Member>(environment.MEMBERS_FILE || file.membersFile),
  };
}

type Required = (name: string, value?: string) => string;

/** A service account when one is named, else an admin with a password. */
/** @throws RealmConfigError naming the variable that is missing */
export function readAdmin(environment: NodeJS.ProcessEnv, adminRealm: string | undefined, required: Required): Admin {
  const realm = environment.KEYCLOAK_ADMIN_REALM || adminRealm || "master";
  const clientId = environment.KEYCLOAK_ADMIN_CLIENT_ID;
  if (clientId) return { clientId, clientSecret: required("KEYCLOAK_ADMIN_CLIENT_SECRET"), realm };
  if (!environment.KEYCLOAK_ADMIN_USERNAME)
    throw new RealmConfigError("Neither KEYCLOAK_ADMIN_CLIENT_ID nor KEYCLOAK_ADMIN_USERNAME is set: see npm run realm -- --help.");
  return { username: environment.KEYCLOAK_ADMIN_USERNAME, password: required("KEYCLOAK_ADMIN_PASSWORD"), realm };
}

function readSslRequired(word: string | undefined): "all" | "external" | undefined {
  if (word === undefined || word === "all" || word === "external") return word;
  throw new RealmConfigError(`SSL_REQUIRED is "${word}": set it to all or external.`);
}

const SECURITY = ["none", "starttls", "tls"] as const;

function readSmtp(environment: NodeJS.ProcessEnv, file: RealmConfigFile["smtp"] = {}, required: Required): Smtp | undefined {
  const host = environment.SMTP_HOST || file.host;
  if (!host) return undefined;
  const port = Number(environment.SMTP_PORT || file.port || 587);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new RealmConfigError(`SMTP_PORT is "${environment.SMTP_PORT}": set it to a port number from 1 to 65535.`);
  const word = environment.SMTP_SECURITY || file.security || "starttls";
  const security = SECURITY.find((name) => name === word);
  if (!security) throw new RealmConfigError(`SMTP_SECURITY is "${word}": set it to ${SECURITY.join(", ")}.`);
  const username = environment.SMTP_USERNAME || file.username;
  const credentials = username ? { credentials: { username, password: required("SMTP_PASSWORD") } } : {};
  return { host, port, from: required("SMTP_FROM", environment.SMTP_FROM || file.from), security, ...credentials };
}

/**
 * The policy whose categories the realm gets. Which code lists are in use is the facade's to know: here all are.
 * @throws RealmConfigError with one sentence: file, line, what is wrong and what is allowed
 */
export function readPolicy(environment: NodeJS.ProcessEnv): SharingPolicy {
  const file = environment.SHARING_POLICY_FILE?.trim();
  if (!file) return standardPolicy(OPTIONAL_CODE_LISTS);
  try {
    return readSharingPolicy(readFileSync(file, "utf8"), file, OPTIONAL_CODE_LISTS);
  } catch (cause) {
    throw new RealmConfigError(cause instanceof PlanPolicyError ? cause.message : `SHARING_POLICY_FILE: ${file} cannot be read.`, {
      cause,
    });
  }
}

function list<Item>(file: string | undefined): readonly Item[] {
  if (!file) return [];
  const items = readJson(file);
  if (Array.isArray(items)) return items as Item[];
  throw new RealmConfigError(`${file} must hold a JSON list.`);
}
