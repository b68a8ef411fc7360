/** Who may own an app (PDex section 7) and how long an authorization of such an app may last. */

/** `once` ends with the first access token; an ISO 8601 duration ends on a date; `until-stopped` has no end of its own. */
export type Duration = "once" | `P${number}${"D" | "M" | "Y"}` | "until-stopped";

export interface OwnerTypeRules {
  /** Offered on the screen in this order; the first is preselected. */
  readonly durations: readonly Duration[];
}

export const OWNER_TYPES = {
  "health-plan": { durations: ["once", "P3M", "P1Y"] },
  developer: { durations: ["once", "P3M", "P1Y", "until-stopped"] },
  "covered-entity": { durations: ["once", "P3M", "P1Y", "until-stopped"] },
} as const satisfies Record<string, OwnerTypeRules>;
export type OwnerType = keyof typeof OWNER_TYPES;
