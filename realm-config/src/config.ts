/** Settings from the environment and, for apps and members, from JSON files that it names. */
import { readFileSync } from "node:fs";
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import { PlanPolicyError, readSharingPolicy } from "@member-exchange/sharing-policy/plan-policy";
import { type SharingPolicy, standardPolicy } from "@member-exchange/sharing-policy/policy";
import { RealmConfigError } from "./apply/session.ts";
import type { App, Member, RealmSettings, Smtp } from "./settings.ts";

export const USAGE = `npm run realm -- apply     makes the realm what the settings say; a second run changes nothing

Environment:
  KEYCLOAK_URL                                       base URL of Keycloak, e.g. http://localhost:8080
  KEYCLOAK_ADMIN_USERNAME, KEYCLOAK_ADMIN_PASSWORD   an admin of the master realm
  REALM                                              realm to make or mend (health-plan)
  FHIR_BASE_URL                                      public base URL of the facade, without a slash at the end
  FACADE_CLIENT_ID, FACADE_CLIENT_SECRET             the facade's client (fhir-facade) and its secret
  PLAN_CLIENT_ID, PLAN_CLIENT_SECRET                 a service of the plan that may list and stop authorizations (plan-service);
                                                     without a secret there is none
  SMTP_HOST, SMTP_PORT (587), SMTP_FROM              the mail server for members' mails and the sender's address; without a host
                                                     the realm's own stays
  SMTP_SECURITY                                      none, starttls or tls (starttls)
  SMTP_USERNAME, SMTP_PASSWORD                       when the mail server asks for a sign-in
  SHARING_POLICY_FILE                                the plan's own policy (docs/plan-policy.md), the same file as the facade's; the standard policy when not set
  APPS_FILE                                          JSON list of apps (type App in realm-config/src/settings.ts); none when not set
  MEMBERS_FILE                                       JSON list of members (type Member); none when not set`;

/** @throws RealmConfigError naming the variable that is missing or the file that cannot be read */
export function readRealmSettings(environment: NodeJS.ProcessEnv): RealmSettings {
  const required = (name: string): string => {
    const value = environment[name];
    if (!value) throw new RealmConfigError(`${name} is not set: see npm run realm -- --help.`);
    return value;
  };
  const planSecret = environment.PLAN_CLIENT_SECRET;
  return {
    keycloakUrl: required("KEYCLOAK_URL").replace(/\/$/, ""),
    admin: { username: required("KEYCLOAK_ADMIN_USERNAME"), password: required("KEYCLOAK_ADMIN_PASSWORD") },
    realm: environment.REALM || "health-plan",
    fhirBaseUrl: required("FHIR_BASE_URL").replace(/\/$/, ""),
    facadeClient: { id: environment.FACADE_CLIENT_ID || "fhir-facade", secret: required("FACADE_CLIENT_SECRET") },
    ...(planSecret ? { planClient: { id: environment.PLAN_CLIENT_ID || "plan-service", secret: planSecret } } : {}),
    ...(environment.SMTP_HOST ? { smtp: smtp(environment.SMTP_HOST, environment, required) } : {}),
    policy: readPolicy(environment),
    apps: list<App>(environment.APPS_FILE),
    members: list<Member>(environment.MEMBERS_FILE),
  };
}

const SECURITY = ["none", "starttls", "tls"] as const;

function smtp(host: string, environment: NodeJS.ProcessEnv, required: (name: string) => string): Smtp {
  const { SMTP_PORT = "587", SMTP_SECURITY = "starttls", SMTP_USERNAME: username } = environment;
  const port = Number(SMTP_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new RealmConfigError(`SMTP_PORT is "${SMTP_PORT}": set it to a port number from 1 to 65535.`);
  const security = SECURITY.find((name) => name === SMTP_SECURITY);
  if (!security) throw new RealmConfigError(`SMTP_SECURITY is "${SMTP_SECURITY}": set it to ${SECURITY.join(", ")}.`);
  const credentials = username ? { credentials: { username, password: required("SMTP_PASSWORD") } } : {};
  return { host, port, from: required("SMTP_FROM"), security, ...credentials };
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
  try {
    const items: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(items)) return items as Item[];
  } catch (cause) {
    throw new RealmConfigError(`${file} cannot be read as JSON: ${(cause as Error).message}.`, { cause });
  }
  throw new RealmConfigError(`${file} must hold a JSON list.`);
}
