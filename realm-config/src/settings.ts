/** What a realm should be, as plain typed data; secrets come from the environment. */
import type { OwnerType } from "@member-exchange/sharing-policy";

/** How the app authenticates at the token endpoint. */
export type ClientAuthentication =
  | { readonly method: "none" }
  | { readonly method: "client_secret_basic"; readonly secret: string }
  | { readonly method: "private_key_jwt"; readonly jwks: { readonly keys: readonly object[] } };

/** One app as registered with the plan. */
export interface App {
  readonly clientId: string;
  readonly name: string;
  readonly ownerType: OwnerType;
  readonly ownerName: string;
  /** Whether the plan checked who runs the app. */
  readonly verified: boolean;
  /** Exact URIs; no wildcard. */
  readonly redirectUris: readonly string[];
  readonly website: string;
  readonly logoUri?: string;
  readonly policyUri?: string;
  readonly tosUri?: string;
  readonly authentication: ClientAuthentication;
  /** SMART scopes that may be granted, e.g. `patient/*.rs`, `launch/patient`, `fhirUser`. */
  readonly registeredScopes: readonly string[];
}

/** One member's sign-in and the FHIR Patient that it stands for. */
export interface Member {
  readonly username: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Logical id of the member's FHIR Patient. */
  readonly fhirPatient: string;
}

export interface RealmSettings {
  readonly keycloakUrl: string;
  readonly admin: { readonly username: string; readonly password: string };
  readonly realm: string;
  readonly fhirBaseUrl: string;
  readonly facadeClient: { readonly id: string; readonly secret: string };
  readonly apps: readonly App[];
  readonly members: readonly Member[];
  /** Called once per finished step, for progress output. */
  readonly onStep?: (text: string) => void;
}

/** What `applyRealm` did, by object; a second run reports `changed: []`. */
export interface ApplyReport {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: number;
}
