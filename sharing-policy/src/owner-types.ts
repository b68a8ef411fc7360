/** Who may own an app (PDex section 7), how such an app authenticates, and how long an authorization of it may last. */

/** Token endpoint authentication of an app, in the words of RFC 7591. */
export const CLIENT_AUTHENTICATIONS = ["none", "client_secret_basic", "private_key_jwt"] as const;
export type ClientAuthenticationMethod = (typeof CLIENT_AUTHENTICATIONS)[number];

/** `once` ends with the first access token; an ISO 8601 duration ends on a date; `until-stopped` has no end of its own. */
export type Duration = "once" | `P${number}${"D" | "M" | "Y"}` | "until-stopped";

export interface OwnerTypeRules {
  /** Offered on the screen in this order, shortest first; the first is preselected, for an app that asks for offline_access the first but `once`. */
  readonly durations: readonly Duration[];
  /** An organization keeps its app on a server of its own, which can keep a secret; a developer's app may run on the member's device. */
  readonly clientAuthentication: readonly ClientAuthenticationMethod[];
}

export const OWNER_TYPES = {
  "health-plan": { durations: ["once", "P3M", "P1Y"], clientAuthentication: ["private_key_jwt", "client_secret_basic"] },
  developer: { durations: ["once", "P3M", "P1Y", "until-stopped"], clientAuthentication: CLIENT_AUTHENTICATIONS },
  "covered-entity": {
    durations: ["once", "P3M", "P1Y", "until-stopped"],
    clientAuthentication: ["private_key_jwt", "client_secret_basic"],
  },
} as const satisfies Record<string, OwnerTypeRules>;
export type OwnerType = keyof typeof OWNER_TYPES;
