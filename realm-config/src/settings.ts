/** What a realm should be, as plain typed data; secrets come from the environment. */
import type { OwnerType } from "@member-exchange/sharing-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import type { FieldDifference } from "./apply/differences.ts";
import type { SignIn } from "./sign-in-settings.ts";

/** How the app authenticates at the token endpoint. */
export type ClientAuthentication =
  | { readonly method: "none" }
  /** Without a secret Keycloak makes one. */
  | { readonly method: "client_secret_basic"; readonly secret?: string }
  | { readonly method: "private_key_jwt"; readonly jwks: { readonly keys: readonly object[] } }
  | { readonly method: "private_key_jwt"; readonly jwksUri: string };

/** One app as registered with the plan; what it must keep is in `apps/app-problems.ts`. */
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

/** Who changes the realm: a service account, or an admin with a password. */
export type Admin = (
  | { readonly username: string; readonly password: string }
  | { readonly clientId: string; readonly clientSecret: string }
) & {
  /** Realm that the account lives in: `master` when absent, else the realm itself. */
  readonly realm?: string;
};

/** What a plan may set about its realm; `DEFAULT_LIMITS` in desired/limits.ts says the rest. */
export interface Limits {
  /** Characters that a password has at least. */
  readonly passwordMinLength: number;
  /** Wrong passwords in a row before a sign-in is locked for a while, at most 100. */
  readonly lockoutAfterFailures: number;
  /** Length of the first lockout; each further one is longer by as much. */
  readonly lockoutSeconds: number;
  readonly lockoutMaxSeconds: number;
  /** A browser's sign-in ends after so long without use, and after so long at all. */
  readonly sessionIdleSeconds: number;
  readonly sessionMaxSeconds: number;
  /** An app's offline access ends after so long without a refresh, and after so long at all; the authorization's own end comes first. */
  readonly offlineIdleDays: number;
  readonly offlineMaxDays: number;
  /** How long Keycloak keeps what it logged of sign-ins and of administrators. */
  readonly eventDays: number;
  readonly adminEventDays: number;
}

export interface RealmSettings {
  readonly keycloakUrl: string;
  readonly admin: Admin;
  readonly realm: string;
  /** The plan's name on pages and mails; a realm that exists keeps its own when absent. */
  readonly displayName?: string;
  /** `all` when absent: nobody without TLS. `external` lets loopback and private addresses in. */
  readonly sslRequired?: "all" | "external";
  readonly limits?: Partial<Limits>;
  readonly fhirBaseUrl: string;
  readonly facadeClient: { readonly id: string; readonly secret: string };
  /** The plan's own service, which may list and stop authorizations; without it nobody may. */
  readonly planClient?: { readonly id: string; readonly secret: string };
  /** Another resource server of the plan, which may introspect apps' tokens; without it the facade alone may. */
  readonly resourceServer?: { readonly id: string; readonly secret: string };
  /** Without it the realm's mail server stays as it is; a realm that has none sends no mail. */
  readonly smtp?: Smtp;
  /** What members are asked about; the standard policy when absent. */
  readonly policy?: SharingPolicy;
  /** How members sign in; without it the realm's own ways stay as they are. */
  readonly signIn?: SignIn;
  readonly apps: readonly App[];
  readonly members: readonly Member[];
  /** Called once per finished step, for progress output. */
  readonly onStep?: (text: string) => void;
}

/** One object that differs; no fields when it is to be created. */
export interface Difference {
  readonly action: "create" | "change";
  /** E.g. `client willow-diary`. */
  readonly object: string;
  readonly fields: readonly FieldDifference[];
}

/** What was done, or would be, by object; a second `applyRealm` reports nothing created or changed. */
export interface ApplyReport {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: number;
  readonly differences: readonly Difference[];
  /** What is wrong and cannot be mended from here, one sentence each; `applyRealm` tells only what it leaves behind itself. */
  readonly findings: readonly string[];
}
