/** SMART App Launch 2.2 resource scopes that this plan supports. */
import { ALL_RESOURCE_TYPES, isResourceType, type ResourceType } from "./resource-types.ts";

/** `.read` is the v1 form of `.rs`; `.r` reads by id, `.s` searches. */
export const SCOPE_PERMISSIONS = ["rs", "r", "s", "read"] as const;
export type ScopePermission = (typeof SCOPE_PERMISSIONS)[number];

/** Scopes that name no resource type. */
export const LAUNCH_SCOPES = ["launch/patient", "openid", "fhirUser", "offline_access"] as const;

/** Every resource scope name that exists as a Keycloak client scope, wildcards first. */
export const RESOURCE_SCOPES: readonly string[] = (["*", ...ALL_RESOURCE_TYPES] as const).flatMap((type) =>
  SCOPE_PERMISSIONS.map((permission) => `patient/${type}.${permission}`),
);

/** One granted resource scope, parsed once: which type, and whether it covers read by id and search. */
export interface ResourceScope {
  readonly type: ResourceType | "*";
  readonly read: boolean;
  readonly search: boolean;
}

/**
 * The parsed scope, or `undefined` for anything that is not exactly a supported resource scope: other contexts than `patient/`, writes, unknown
 * types and granular `?param=value` forms cover nothing.
 * @see https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html
 */
export function parseResourceScope(name: string): ResourceScope | undefined {
  const match = /^patient\/(\*|[A-Za-z]+)\.(rs|r|s|read)$/.exec(name);
  if (!match) return undefined;
  const [, type, permission] = match as unknown as [string, string, ScopePermission];
  if (type !== "*" && !isResourceType(type)) return undefined;
  return { type, read: permission !== "s", search: permission !== "r" };
}
