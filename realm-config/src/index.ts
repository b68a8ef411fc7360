/** The realm as code: `applyRealm` makes Keycloak what the settings say, and changes nothing when it already is; `planRealm` says what it would do. */
export { applyRealm, planRealm } from "./apply/apply-realm.ts";
export { RealmConfigError } from "./apply/refusals.ts";
export { appsThatBreakRules } from "./apps/apps-resource.ts";
export { readPolicy } from "./config.ts";
export { BROWSER_SECURITY_HEADERS } from "./desired/browser-security-headers.ts";
export type * from "./settings.ts";
export { readSignIn } from "./sign-in-file.ts";
export type * from "./sign-in-settings.ts";
