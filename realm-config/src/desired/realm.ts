/** The realm itself: sign-in, lifetimes, logs, languages and the sharing policy that the extension reads. */
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import type { RealmSettings } from "../settings.ts";
import { BROWSER_SECURITY_HEADERS } from "./browser-security-headers.ts";
import { EVENT_TYPES } from "./event-types.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { POLICY_ATTRIBUTE, policyText } from "./policy.ts";

/** Given to a realm that is made new without another; the name of one that exists is its own. */
export const NEW_REALM_DISPLAY_NAME = "Evergreen Health Plan";

const DAY = 86_400;
const GUESSES_APART_MS = 1_000;

export function desiredRealm(settings: Pick<RealmSettings, "realm" | "displayName" | "policy" | "sslRequired" | "limits">) {
  const limits = { ...DEFAULT_LIMITS, ...settings.limits };
  const { displayName, policy = standardPolicy([]) } = settings;
  return {
    realm: settings.realm,
    enabled: true,
    ...(displayName ? { displayName } : {}),
    loginTheme: "health-plan",
    accountTheme: "health-plan",
    emailTheme: "health-plan",
    internationalizationEnabled: true,
    supportedLocales: ["en", "es"],
    defaultLocale: "en",
    sslRequired: settings.sslRequired ?? "all",
    registrationAllowed: false,
    editUsernameAllowed: false,
    rememberMe: false,
    userManagedAccessAllowed: false,
    // the default algorithm and its cost follow Keycloak's version
    passwordPolicy: `length(${limits.passwordMinLength}) and maxLength(128) and notUsername(undefined) and notEmail(undefined)`,
    // locked for a while, never for good: else anybody could lock a member out
    bruteForceProtected: true,
    permanentLockout: false,
    bruteForceStrategy: "MULTIPLE" as const,
    failureFactor: limits.lockoutAfterFailures,
    waitIncrementSeconds: limits.lockoutSeconds,
    maxFailureWaitSeconds: limits.lockoutMaxSeconds,
    maxDeltaTimeSeconds: DAY / 2,
    quickLoginCheckMilliSeconds: GUESSES_APART_MS,
    minimumQuickLoginWaitSeconds: limits.lockoutSeconds,
    accessTokenLifespan: 300,
    accessCodeLifespan: 60,
    accessCodeLifespanLogin: 1_800,
    accessCodeLifespanUserAction: 1_800,
    actionTokenGeneratedByUserLifespan: 300,
    actionTokenGeneratedByAdminLifespan: DAY / 2,
    ssoSessionIdleTimeout: limits.sessionIdleSeconds,
    ssoSessionMaxLifespan: limits.sessionMaxSeconds,
    // 0: as long as the sign-in
    clientSessionIdleTimeout: 0,
    clientSessionMaxLifespan: 0,
    offlineSessionIdleTimeout: limits.offlineIdleDays * DAY,
    offlineSessionMaxLifespanEnabled: true,
    offlineSessionMaxLifespan: limits.offlineMaxDays * DAY,
    revokeRefreshToken: true,
    refreshTokenMaxReuse: 0,
    eventsEnabled: true,
    enabledEventTypes: [...EVENT_TYPES],
    eventsExpiration: limits.eventDays * DAY,
    adminEventsEnabled: true,
    adminEventsDetailsEnabled: true,
    browserSecurityHeaders: BROWSER_SECURITY_HEADERS,
    attributes: { [POLICY_ATTRIBUTE]: policyText(policy), adminEventsExpiration: String(limits.adminEventDays * DAY) },
  };
}
