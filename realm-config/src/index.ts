/** The realm as code: `applyRealm` makes Keycloak what the settings say, and changes nothing when it already is. */
export type * from "./settings.ts";
