/** What a realm should be, as plain typed data; secrets come from the environment. */
import type { OwnerType } from "@member-exchange/sharing-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";

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

/** A person whom a member may decide for, as the plan found out. */
export interface Representation {
  /** Logical id of the person's FHIR Patient. */
  readonly patient: string;
  /** The member's role, e.g. `parent`, `guardian`: `[a-z-]{1,32}`, not `self`. */
  readonly relationship: string;
  /** The person's name as the member's pages show it. */
  readonly name: string;
  /** ISO date; without it, what the plan closes by age is closed. */
  readonly birthDate?: string;
  /** ISO date: the last day (UTC) on which it holds; without it, until the plan takes it away. */
  readonly until?: string;
}

/** One member's sign-in and the FHIR Patients that the member may decide about. */
export interface Member {
  readonly username: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Logical id of the member's own FHIR Patient. */
  readonly fhirPatient?: string;
  readonly represents?: readonly Representation[];
}

/** The mail server by which Keycloak writes to members. */
export interface Smtp {
  readonly host: string;
  readonly port: number;
  /** Address of the sender; the realm's display name is its name. */
  readonly from: string;
  readonly security: "none" | "starttls" | "tls";
  /** Without it the server asks for no sign-in. */
  readonly credentials?: { readonly username: string; readonly password: string };
}

export interface RealmSettings {
  readonly keycloakUrl: string;
  readonly admin: { readonly username: string; readonly password: string };
  readonly realm: string;
  readonly fhirBaseUrl: string;
  readonly facadeClient: { readonly id: string; readonly secret: string };
  /** The plan's own service, which may list and stop authorizations; without it nobody may. */
  readonly planClient?: { readonly id: string; readonly secret: string };
  /** Without it the realm's mail server stays as it is; a realm that has none sends no mail. */
  readonly smtp?: Smtp;
  /** What members are asked about; the standard policy when absent. */
  readonly policy?: SharingPolicy;
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
