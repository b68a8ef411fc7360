/** SMART App Launch 2.2 resource scopes that this plan supports. */
import { partsOf, partToken } from "./record-parts.ts";
import { ALL_RESOURCE_TYPES, isResourceType, type ResourceType } from "./resource-types.ts";

/** `.read` is the v1 form of `.rs`; `.r` reads by id, `.s` searches. */
export const SCOPE_PERMISSIONS = ["rs", "r", "s", "read"] as const;
export type ScopePermission = (typeof SCOPE_PERMISSIONS)[number];

/** Scopes that name no resource type. */
export const LAUNCH_SCOPES = ["launch/patient", "openid", "fhirUser", "offline_access"] as const;

/** Every name of a resource scope of whole types that exists as a Keycloak client scope, wildcards first. */
export const RESOURCE_SCOPES: readonly string[] = (["*", ...ALL_RESOURCE_TYPES] as const).flatMap((type) =>
  SCOPE_PERMISSIONS.map((permission) => `patient/${type}.${permission}`),
);

/** Every granular scope name that exists as a Keycloak client scope; `.read` is none, since SMART v1 has no granular scopes. */
export const GRANULAR_SCOPES: readonly string[] = ALL_RESOURCE_TYPES.flatMap((type) =>
  (["rs", "r", "s"] as const).flatMap((permission) => partsOf(type).map((part) => granularScope(type, permission, partToken(part)))),
);

/** @param token `system|code` of a part of the type */
export function granularScope(type: string, permission: Exclude<ScopePermission, "read">, token: string): string {
  return `patient/${type}.${permission}?category=${token}`;
}

/** One granted resource scope, parsed once: which type, whether it covers read by id and search, and what else a resource must match. */
export interface ResourceScope {
  readonly type: ResourceType | "*";
  readonly read: boolean;
  readonly search: boolean;
  /** Search parameters of a granular scope, all of which must match; empty for a whole type. Whether a parameter exists is not checked. */
  readonly criteria: readonly (readonly [parameter: string, value: string])[];
}

/**
 * The parsed scope, or `undefined` for anything that is not exactly a supported resource scope: other contexts than `patient/`, writes, unknown types,
 * modifiers and granular wildcards cover nothing.
 * @see https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html
 */
export function parseResourceScope(name: string): ResourceScope | undefined {
  const match = /^patient\/(\*|[A-Za-z]+)\.(rs|r|s|read)(?:\?([^?]+))?$/.exec(name);
  if (!match) return undefined;
  const [, type, permission, query] = match as unknown as [string, string, ScopePermission, string | undefined];
  if (type !== "*" && !isResourceType(type)) return undefined;
  const criteria = query === undefined ? [] : parseCriteria(query);
  if (!criteria || (query !== undefined && (type === "*" || permission === "read"))) return undefined;
  return { type, read: permission !== "s", search: permission !== "r", criteria };
}

function parseCriteria(query: string): ResourceScope["criteria"] | undefined {
  const criteria: (readonly [string, string])[] = [];
  for (const part of query.split("&")) {
    const [, parameter, value] = /^([a-z-]+)=([^=&%\s]+)$/.exec(part) ?? [];
    if (parameter === undefined || value === undefined) return undefined;
    criteria.push([parameter, value]);
  }
  return criteria;
}
