/** Granular SMART scopes as criteria: which resources of a type a scope like `patient/Observation.rs?category=…|laboratory` covers. */
import { isResourceType, parseResourceScope, type ResourceType } from "@member-exchange/sharing-policy";
import type { Resource } from "../../compartment/resource.ts";
import { searchDefinition } from "../../definitions/definitions.ts";
import { parseToken, type Token, tokenMatches } from "../../definitions/values.ts";

/** All of the parameters must match; of one parameter, one of its tokens. */
export interface Criterion {
  readonly type: ResourceType;
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly tokens: readonly Token[] }[];
}

/** The criterion n of an authorization is bit n of a number; a scope beyond these covers nothing. */
export const MAX_CRITERIA = 30;

/** The criterion of a granular scope; `undefined` when it names a parameter that is no token of the type. */
export function criterionOf(scope: string): Criterion | undefined {
  const parsed = parseResourceScope(scope);
  if (!parsed || parsed.criteria.length === 0 || !isResourceType(parsed.type)) return undefined;
  const { type, criteria } = parsed;
  if (!criteria.every(([name]) => searchDefinition(type, name)?.kind === "token")) return undefined;
  return { type, parameters: criteria.map(([name, value]) => ({ name, value, tokens: value.split(",").map(parseToken) })) };
}

/** Bits of the criteria that the resource meets. */
export function criteriaBits(resource: Resource, criteria: readonly Criterion[]): number {
  let bits = 0;
  criteria.forEach(({ type, parameters }, n) => {
    if (type === resource.resourceType && parameters.every(({ name, tokens }) => tokenMatches(resource, name, tokens))) bits |= 1 << n;
  });
  return bits;
}
