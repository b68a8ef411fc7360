/** A FHIR resource as it came over the wire: nothing but its type and id is known. */
import { isResourceType, type ResourceType } from "@member-exchange/sharing-policy";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };
export type JsonObject = { readonly [name: string]: Json | undefined };

export interface Resource {
  readonly resourceType: ResourceType;
  readonly id: string;
  readonly [element: string]: Json | undefined;
}

/** `Type/id`, the key of a resource everywhere in the facade. */
export type ResourceKey = `${ResourceType}/${string}`;

/** FHIR R4 id. */
export const ID = /^[A-Za-z0-9.-]{1,64}$/;

/** Objects deeper than this are malformed. */
export const MAX_DEPTH = 64;

export const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

export const keyOf = (resource: Resource): ResourceKey => `${resource.resourceType}/${resource.id}`;

/** The value as a resource of a supported type, or `undefined`. Does not check anything below the top. */
export function asResource(value: unknown): Resource | undefined {
  if (!isObject(value)) return undefined;
  const { resourceType, id } = value;
  if (typeof resourceType !== "string" || !isResourceType(resourceType)) return undefined;
  return typeof id === "string" && ID.test(id) ? (value as Resource) : undefined;
}
