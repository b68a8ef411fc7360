/** A query as one search: every name known, every value well-formed, no modifier, no chain. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { isShared } from "../../compartment/compartment.ts";
import type { Config } from "../../config.ts";
import { invalidRequest } from "../../outcome/refusals.ts";
import type { SearchRequest } from "./interaction.ts";
import type { Pair } from "./raw-query.ts";
import { isWellFormed, MAX_REPEATS, SEARCH_PARAMETERS, type SearchParameter } from "./search-parameters.ts";

type Limits = Pick<Config, "defaultPageSize" | "maxPageSize">;

/** Values of `_format` that mean JSON; a plus sign arrives as a blank when it was not encoded. */
const JSON_FORMATS = new Set(["json", "application/json", "application/fhir+json", "application/fhir json"]);

const ID: SearchParameter = { kind: "id" };
const LAST_UPDATED: SearchParameter = { kind: "date" };

function parameterOf(type: ResourceType, name: string): SearchParameter | undefined {
  if (name === "_id") return ID;
  if (isShared(type)) return undefined;
  if (name === "_lastUpdated") return LAST_UPDATED;
  const own = SEARCH_PARAMETERS[type];
  return own && Object.hasOwn(own, name) ? own[name] : undefined;
}

/** @throws InvalidRequest, the same bytes whatever was wrong */
export function parseSearch(type: ResourceType, query: readonly Pair[], limits: Limits): Omit<SearchRequest, "position"> {
  const seen = new Map<string, number>();
  const filters: Pair[] = [];
  let count = limits.defaultPageSize;
  let ids: readonly string[] | undefined;
  let patient: string | undefined;
  for (const [name, value] of query) {
    if (/[:.]/.test(name)) throw invalidRequest("parameter-modifier");
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const parameter = parameterOf(type, name);
    if (times > (parameter ? MAX_REPEATS[parameter.kind] : 1)) throw invalidRequest("parameter-repeated");
    if (name === "_count") count = parseCount(value, limits);
    else if (name === "_format") requireJson(value);
    else if (name === "patient" && type !== "Patient" && !isShared(type)) patient = parsePatient(value);
    else if (!parameter) throw invalidRequest("parameter-unknown");
    else if (!isWellFormed(parameter.kind, value)) throw invalidRequest("parameter-malformed");
    else if (name === "_id") ids = [...new Set(value.split(","))];
    else filters.push([name, value]);
  }
  if (isShared(type) && !ids) throw invalidRequest("shared-type-search");
  return { operation: "search-type", type, query, count, filters, ids, patient };
}

/** A page size; more than the greatest one counts as the greatest one. */
export function parseCount(value: string, limits: Limits): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw invalidRequest("parameter-malformed");
  return Math.min(Number(value), limits.maxPageSize);
}

export function requireJson(value: string): void {
  if (!JSON_FORMATS.has(value)) throw invalidRequest("format");
}

function parsePatient(value: string): string {
  const match = /^(?:Patient\/)?([A-Za-z0-9.-]{1,64})$/.exec(value);
  if (!match?.[1]) throw invalidRequest("parameter-malformed");
  return match[1];
}
