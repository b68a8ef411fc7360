/** One resource of an answer, when all of it can be read; one that cannot hides itself and nothing else. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { asResource, MAX_DEPTH, type Resource } from "../../compartment/resource.ts";
import type { StoreJson } from "./store-json.ts";

/** `undefined` for no object, another type, no id or an odd one, keys that reach a prototype, too deep nesting, a number beyond JSON's range. */
export function readableResource(value: unknown, type: ResourceType, { isClean }: StoreJson): Resource | undefined {
  const resource = asResource(value);
  return resource?.resourceType === type && isClean(resource) && isReadable(resource, 0) ? resource : undefined;
}

function isReadable(value: unknown, depth: number): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isReadable(item, depth + 1));
  for (const key in value) if (!isReadable((value as Record<string, unknown>)[key], depth + 1)) return false;
  return true;
}
