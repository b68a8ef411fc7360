/** Why an app may be suspended or removed: objective, verifiable, the same for every app (42 CFR 422.119(e)). Published in docs/apps.md. */

export interface SuspensionReason {
  /** What must be so, that anybody can check. */
  readonly definition: string;
  /** What the note must name. */
  readonly evidence: string;
}

export const SUSPENSION_REASONS = {
  "security-incident": {
    definition: "Somebody who may not has read, or can read, what the app got, or the app was used to attack the plan or a member.",
    evidence: "the incident's number or report, and since when",
  },
  "keys-compromised": {
    definition: "A secret, private key, refresh token or redirect address of the app is in other hands than its owner's.",
    evidence: "which one, and how it was found",
  },
  "breaks-technical-rules": {
    definition:
      "The app was asked to mend something that a rule for apps (docs/apps.md) or SMART App Launch requires and did not within the time given.",
    evidence: "the rule, and the day of the request",
  },
  "harmful-use": {
    definition:
      "The app asks far more often than it is allowed to, for 24 hours after its owner was told, so that others are served more slowly.",
    evidence: "the figures, and the day on which the owner was told",
  },
  "false-statements": {
    definition: "What the registration says about owner, name, website, privacy policy or terms is not so.",
    evidence: "what is said, and what is so",
  },
  "owner-unreachable": {
    definition: "The owner answered no message about security for 10 working days, at every address of the registration.",
    evidence: "the days of the messages",
  },
  "owner-request": {
    definition: "The owner asked for it.",
    evidence: "who asked, and when",
  },
  "legal-order": {
    definition: "A court or an authority that may do so ordered it.",
    evidence: "the authority, and the number of the order",
  },
} as const satisfies Record<string, SuspensionReason>;
export type SuspensionReasonCode = keyof typeof SUSPENSION_REASONS;
