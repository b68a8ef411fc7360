/** One resource of an answer, when all of it can be read; one that cannot hides itself and nothing else. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { asResource, type Resource } from "../../compartment/resource.ts";
import type { StoreJson } from "./store-json.ts";

/**
 * `undefined` for no object, another type, no id or an odd one, keys that reach a prototype, a number beyond JSON's range. How deeply it is nested is for the
 * labeller to say, which walks it anyway.
 */
export function readableResource(value: unknown, type: ResourceType, { isClean, isInRange }: StoreJson): Resource | undefined {
  const resource = asResource(value);
  return resource?.resourceType === type && isClean(resource) && isInRange(resource) ? resource : undefined;
}
