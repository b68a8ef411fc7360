/** Settings from the environment and, for apps and members, from JSON files that it names. */
import { readFileSync } from "node:fs";
import { RealmConfigError } from "./apply/session.ts";
import type { App, Member, RealmSettings } from "./settings.ts";

export const USAGE = `npm run realm -- apply     makes the realm what the settings say; a second run changes nothing

Environment:
  KEYCLOAK_URL                                       base URL of Keycloak, e.g. http://localhost:8080
  KEYCLOAK_ADMIN_USERNAME, KEYCLOAK_ADMIN_PASSWORD   an admin of the master realm
  REALM                                              realm to make or mend (health-plan)
  FHIR_BASE_URL                                      public base URL of the facade, without a slash at the end
  FACADE_CLIENT_ID, FACADE_CLIENT_SECRET             the facade's client (fhir-facade) and its secret
  PLAN_CLIENT_ID, PLAN_CLIENT_SECRET                 a service of the plan that may list and stop authorizations (plan-service);
                                                     without a secret there is none
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
    apps: list<App>(environment.APPS_FILE),
    members: list<Member>(environment.MEMBERS_FILE),
  };
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
