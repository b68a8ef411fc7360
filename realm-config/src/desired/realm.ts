/** The realm itself: sign-in, lifetimes, languages and the sharing policy that the extension reads. */
import { CATEGORIES, CATEGORIES_VERSION, OWNER_TYPES, RESOURCE_TYPES } from "@member-exchange/sharing-policy";

/** Raised when the authorization screen's words or choices change; stored with each authorization. */
export const SCREEN_VERSION = "1";

/** Realm attribute that the extension parses (docs/contracts.md, section 6). */
export const POLICY_ATTRIBUTE = "member_authorization_policy";

export function sharingPolicy(): object {
  return {
    categoriesVersion: CATEGORIES_VERSION,
    screenVersion: SCREEN_VERSION,
    categories: CATEGORIES.map(({ code, default: byDefault, needsEnd }) => ({ code, default: byDefault, needsEnd })),
    resourceTypes: Object.entries(RESOURCE_TYPES).map(([type, group]) => ({ type, group })),
    ownerTypes: OWNER_TYPES,
  };
}

/** Given to a realm that is made new; the name of one that exists is its own. */
export const NEW_REALM_DISPLAY_NAME = "Evergreen Health Plan";

export function desiredRealm(realm: string) {
  return {
    realm,
    enabled: true,
    loginTheme: "health-plan",
    sslRequired: "external",
    registrationAllowed: false,
    editUsernameAllowed: false,
    bruteForceProtected: true,
    internationalizationEnabled: true,
    supportedLocales: ["en", "es"],
    defaultLocale: "en",
    accessTokenLifespan: 300,
    accessCodeLifespanUserAction: 1800,
    revokeRefreshToken: true,
    refreshTokenMaxReuse: 0,
    eventsEnabled: true,
    adminEventsEnabled: true,
    adminEventsDetailsEnabled: true,
    attributes: { [POLICY_ATTRIBUTE]: JSON.stringify(sharingPolicy()) },
  };
}
