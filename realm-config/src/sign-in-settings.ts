/** How members sign in: with the plan's portal, a directory, Keycloak's own passwords, and whether a second step is asked for. */

/** Names of the portal's claims (OpenID Connect) or attributes (SAML, LDAP). */
export interface MemberMap {
  /** The logical id of the member's FHIR Patient. */
  readonly memberId: string;
  /** ISO date: the last day on which that link holds. */
  readonly memberUntil?: string;
  /** Texts as `represented_patients` holds them (docs/contracts.md, section 1). */
  readonly represents?: string;
}

interface AnyPortal {
  /** On the sign-in page's button. */
  readonly name: string;
  readonly map: MemberMap;
  /** Whether the portal checks e-mail addresses; without it members get no mails. */
  readonly trustEmail: boolean;
  /** Whether there is no other way to sign in; else its button stands beside the password form. */
  readonly onlyWay: boolean;
}

export interface OidcPortal extends AnyPortal {
  readonly protocol: "oidc";
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clientAuthentication: "client_secret_basic" | "client_secret_post";
  /** Beside `openid`. */
  readonly scopes: readonly string[];
}

export interface SamlPortal extends AnyPortal {
  readonly protocol: "saml";
  readonly metadataUrl: string;
}

export type Portal = OidcPortal | SamlPortal;

/** The plan's LDAP directory, which is only read. */
export interface Directory {
  readonly vendor: "ad" | "rhds" | "tivoli" | "edirectory" | "other";
  readonly url: string;
  readonly startTls: boolean;
  readonly bindDn: string;
  readonly bindPassword: string;
  readonly usersDn: string;
  readonly usernameAttribute: string;
  readonly uuidAttribute: string;
  readonly objectClasses: readonly string[];
  readonly filter?: string;
  readonly trustEmail: boolean;
  readonly map: MemberMap;
}

/** `otp`: a one-time code from an app; `passkey`: a passkey or security key. */
export type StepUp = "none" | "otp" | "passkey";
export const STEP_UPS: readonly StepUp[] = ["none", "otp", "passkey"];

export interface SignIn {
  readonly portal?: Portal;
  readonly directory?: Directory;
  readonly stepUp: StepUp;
}
