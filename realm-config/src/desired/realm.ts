/** The realm itself: sign-in, lifetimes, languages and the sharing policy that the extension reads. */
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { BROWSER_SECURITY_HEADERS } from "./browser-security-headers.ts";
import { POLICY_ATTRIBUTE, policyText } from "./policy.ts";

/** Given to a realm that is made new; the name of one that exists is its own. */
export const NEW_REALM_DISPLAY_NAME = "Evergreen Health Plan";

export function desiredRealm(realm: string, policy: SharingPolicy) {
  return {
    realm,
    enabled: true,
    loginTheme: "health-plan",
    accountTheme: "health-plan",
    emailTheme: "health-plan",
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
    browserSecurityHeaders: BROWSER_SECURITY_HEADERS,
    attributes: { [POLICY_ATTRIBUTE]: policyText(policy) },
  };
}
