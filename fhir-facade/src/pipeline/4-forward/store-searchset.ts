/** One page of matches out of the store's Bundle: what is no match is left out, what was not asked for makes the whole answer worthless. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { isObject, type Json, type JsonObject, type Resource } from "../../compartment/resource.ts";
import { unavailable } from "../../outcome/refusals.ts";
import { nextLink } from "./next-link.ts";
import { readableResource } from "./readable-resource.ts";
import type { StorePage } from "./store.ts";
import type { StoreJson } from "./store-json.ts";

/**
 * Matches in the store's order, each id once, and the link to the next page. A malformed entry is left out as if it were not there; `total` is not looked at.
 * @throws Unavailable for no searchset, an entry of another type, an outcome that tells of an error, or a link that leads elsewhere
 */
export function storeSearchset(json: StoreJson, type: ResourceType, storeUrl: string): StorePage {
  const { resourceType, type: kind, entry = [], link } = json.value;
  if (resourceType !== "Bundle" || kind !== "searchset" || !Array.isArray(entry)) throw unavailable("store-not-a-searchset");
  const resources = new Map<string, Resource>();
  for (const item of entry) {
    const resource = matchOf(item, type, json);
    if (resource && !resources.has(resource.id)) resources.set(resource.id, resource);
  }
  return { resources: [...resources.values()], next: nextLink(link, storeUrl) };
}

function matchOf(entry: Json, type: ResourceType, json: StoreJson): Resource | undefined {
  if (!isObject(entry) || !isObject(entry.resource)) return undefined;
  const { resource, search } = entry;
  if (resource.resourceType === "OperationOutcome") return ignoreUnlessError(resource);
  if (typeof resource.resourceType === "string" && resource.resourceType !== type) throw unavailable("store-other-resource");
  const mode = isObject(search) ? search.mode : undefined;
  return mode === undefined || mode === "match" ? readableResource(resource, type, json) : undefined;
}

/** Hints and warnings are legal beside matches; an error says that the matches are not all. */
function ignoreUnlessError({ issue }: JsonObject): undefined {
  const issues: readonly Json[] = Array.isArray(issue) ? issue : [];
  if (issues.some((item) => isObject(item) && (item.severity === "error" || item.severity === "fatal"))) throw unavailable("store-outcome");
}
