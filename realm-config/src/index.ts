/** The realm as code: `applyRealm` makes Keycloak what the settings say, and changes nothing when it already is. */
export { applyRealm } from "./apply/apply-realm.ts";
export { RealmConfigError } from "./apply/session.ts";
export { readPolicy } from "./config.ts";
export { BROWSER_SECURITY_HEADERS } from "./desired/browser-security-headers.ts";
export type * from "./settings.ts";
