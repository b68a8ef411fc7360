/** Keycloak's flows of a sign-in, as the plan configured it: every way to an account goes through the same second step. */
import type { SignIn, StepUp } from "../sign-in-settings.ts";
import { PORTAL_ALIAS, SIGNS_IN_AT } from "./sign-in-portal.ts";

export type Requirement = "REQUIRED" | "ALTERNATIVE" | "CONDITIONAL";

export interface Execution {
  /** A provider, or the alias of a flow when there are `steps`. */
  readonly name: string;
  readonly requirement: Requirement;
  readonly config?: Readonly<Record<string, string>>;
  readonly steps?: readonly Execution[];
}

export interface Flow {
  readonly alias: string;
  readonly description: string;
  readonly steps: readonly Execution[];
}

const required = (name: string, config?: Execution["config"]): Execution => ({
  name,
  requirement: "REQUIRED",
  ...(config ? { config } : {}),
});
const alternative = (name: string, config?: Execution["config"]): Execution => ({
  name,
  requirement: "ALTERNATIVE",
  ...(config ? { config } : {}),
});

/** Keys of the theme's messages for somebody who tries a password and belongs to the portal: while there is one, and afterwards. */
const DENIED = "memberSignInAtPortal";
const DENIED_WITHOUT_PORTAL = "accountDisabledMessage";
const NOT_NOW = "realmNotEnabledMessage";

/** Whoever signed in by the portal once has no password here that would outlast their account there, or the portal itself. */
const portalMembersOut = (flow: string, denyErrorMessage: string): Execution => ({
  name: `${flow}-not-of-portal`,
  requirement: "CONDITIONAL",
  steps: [
    required("conditional-user-attribute", { attribute_name: SIGNS_IN_AT, attribute_expected_value: PORTAL_ALIAS }),
    required("deny-access-authenticator", { denyErrorMessage }),
  ],
});

const SECOND_STEPS = { otp: required("auth-otp-form"), passkey: required("webauthn-authenticator") } as const;

/** What the plan asks of everybody; else what the member has set up of their own accord. */
const secondStep = (flow: string, stepUp: StepUp): Execution =>
  stepUp !== "none"
    ? SECOND_STEPS[stepUp]
    : {
        name: `${flow}-second-step`,
        requirement: "CONDITIONAL",
        steps: [required("conditional-user-configured"), alternative("auth-otp-form"), alternative("webauthn-authenticator")],
      };

const BROWSER = "member-sign-in";
const RESET = "member-reset-credentials";
export const FIRST_SIGN_IN = "member-first-sign-in";
export const AFTER_PORTAL = "member-after-portal";
/** Refuses everybody; bound while a flow that is in use is written. */
export const CLOSED = "member-closed";

export function desiredFlows({ portal, stepUp }: SignIn): readonly Flow[] {
  const out = (flow: string) => portalMembersOut(flow, portal ? DENIED : DENIED_WITHOUT_PORTAL);
  const passwordForm: Execution = {
    name: `${BROWSER}-password`,
    requirement: "ALTERNATIVE",
    steps: [required("auth-username-password-form"), out(BROWSER), secondStep(BROWSER, stepUp)],
  };
  const byEmail = [
    required("reset-credentials-choose-user"),
    required("reset-credential-email"),
    out(RESET),
    secondStep(RESET, stepUp),
    required("reset-password"),
  ];
  const flows: Flow[] = [
    // first: the others are written while it stands for them
    {
      alias: CLOSED,
      description: "Nobody signs in while a flow is written",
      steps: [required("deny-access-authenticator", { denyErrorMessage: NOT_NOW })],
    },
    {
      alias: BROWSER,
      description: "Members sign in",
      steps: [
        alternative("auth-cookie"),
        alternative("identity-provider-redirector", portal?.onlyWay ? { defaultProvider: PORTAL_ALIAS } : undefined),
        ...(portal?.onlyWay ? [] : [passwordForm]),
      ],
    },
    {
      alias: RESET,
      description: "Members who forgot their password",
      steps: portal?.onlyWay ? [required("deny-access-authenticator", { denyErrorMessage: DENIED })] : byEmail,
    },
  ];
  if (portal)
    // an account that has this name or e-mail already is nobody's to take: the sign-in is refused
    flows.push({
      alias: FIRST_SIGN_IN,
      description: "A member of the portal comes for the first time",
      steps: [required("idp-create-user-if-unique", { "require.password.update.after.registration": "false" })],
    });
  if (portal && stepUp !== "none")
    flows.push({ alias: AFTER_PORTAL, description: "The second step after the portal", steps: [SECOND_STEPS[stepUp]] });
  return flows;
}

/** Which flow stands for what, whatever the file says: Keycloak's own would take a password of somebody who belonged to the portal. */
export const BINDINGS = { browserFlow: BROWSER, resetCredentialsFlow: RESET } as const;
