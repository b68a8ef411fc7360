/** Where the apps are, from the environment: the same names as for `npm run realm`. */
import { RealmConfigError } from "../apply/refusals.ts";
import { readAdmin } from "../config.ts";
import { readConfigFile } from "../config-file.ts";
import type { RealmSettings } from "../settings.ts";

export type AppsSettings = Pick<RealmSettings, "keycloakUrl" | "admin" | "realm" | "fhirBaseUrl">;

/** @throws RealmConfigError naming the variable that is missing */
export function readAppsSettings(environment: NodeJS.ProcessEnv): AppsSettings {
  const file = readConfigFile(environment.REALM_CONFIG_FILE);
  const required = (name: string, value = environment[name]): string => {
    if (!value) throw new RealmConfigError(`${name} is not set: see npm run apps -- --help.`);
    return value;
  };
  return {
    keycloakUrl: required("KEYCLOAK_URL", environment.KEYCLOAK_URL || file.keycloakUrl).replace(/\/$/, ""),
    admin: readAdmin(environment, file.adminRealm, required),
    realm: environment.REALM || file.realm || "health-plan",
    fhirBaseUrl: required("FHIR_BASE_URL", environment.FHIR_BASE_URL || file.fhirBaseUrl).replace(/\/$/, ""),
  };
}
