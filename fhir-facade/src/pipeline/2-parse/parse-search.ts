/** A query as one search: every name known, every value well-formed, no modifier, no chain. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { isShared } from "../../compartment/compartment.ts";
import type { Config } from "../../config.ts";
import { invalidRequest } from "../../outcome/refusals.ts";
import type { SearchRequest } from "./interaction.ts";
import type { Pair } from "./raw-query.ts";
import {
  type Elements,
  type Inclusion,
  parseCount,
  parseElements,
  parseInclude,
  parseRevinclude,
  parseSort,
  parseSummary,
  RESULT_PARAMETERS,
  requireJson,
  type SortKey,
} from "./result-parameters.ts";
import { isWellFormed, SEARCH_PARAMETERS } from "./search-parameters.ts";

type Limits = Pick<Config, "defaultPageSize" | "maxPageSize">;
type Interaction = "read" | "search" | "everything";

/** Each parameter with its values, in the client's order; none that the interaction does not have, none more often than it may stand. */
export function valuesByName(
  query: readonly Pair[],
  interaction: Interaction,
  own: (name: string) => number,
): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of query) {
    if (/[:.]/.test(name)) throw invalidRequest("parameter-modifier");
    const shaping = RESULT_PARAMETERS.find((parameter) => parameter.name === name && parameter.on.includes(interaction));
    const most = shaping?.repeats ?? own(name);
    if (most === 0) throw invalidRequest("parameter-unknown");
    const before = values.get(name);
    if (before) before.push(value);
    else values.set(name, [value]);
    if ((before?.length ?? 1) > most) throw invalidRequest("parameter-repeated");
  }
  for (const value of values.get("_format") ?? []) requireJson(value);
  return values;
}

/** A date range has two ends, all else stands once; 0: no such parameter. */
function repeats(type: ResourceType, name: string): number {
  if (name === "_id") return 1;
  if (isShared(type)) return 0;
  if (name === "patient") return type === "Patient" ? 0 : 1;
  const kind = Object.hasOwn(SEARCH_PARAMETERS[type] ?? {}, name) ? SEARCH_PARAMETERS[type]?.[name]?.kind : undefined;
  return kind === undefined ? 0 : kind === "date" ? 2 : 1;
}

/** @throws InvalidRequest, the same bytes whatever was wrong */
export function parseSearch(
  type: ResourceType,
  query: readonly Pair[],
  limits: Limits,
): Omit<SearchRequest, "path" | "position" | "compartment"> {
  const values = valuesByName(query, "search", (name) => repeats(type, name));
  const one = (name: string): string | undefined => values.get(name)?.[0];
  const filters = query.filter(([name]) => name === "_lastUpdated" || SEARCH_PARAMETERS[type]?.[name] !== undefined);
  for (const [name, value] of filters)
    if (!isWellFormed(SEARCH_PARAMETERS[type]?.[name]?.kind ?? "date", value)) throw invalidRequest("parameter-malformed");
  const ids = one("_id");
  if (ids !== undefined && !isWellFormed("id", ids)) throw invalidRequest("parameter-malformed");
  if (isShared(type) && (ids === undefined || filters.length > 0)) throw invalidRequest("shared-type-search");
  const count = one("_count");
  const sort = one("_sort");
  const patient = one("patient");
  return {
    operation: "search-type",
    type,
    query,
    filters,
    ids: ids === undefined ? undefined : [...new Set(ids.split(","))],
    count: count === undefined ? limits.defaultPageSize : parseCount(count, limits),
    patient: patient === undefined ? undefined : parsePatient(patient),
    sort: sort === undefined ? NOT_SORTED : parseSort(type, sort),
    includes: (values.get("_include") ?? []).map((value): Inclusion => parseInclude(type, value)),
    revincludes: (values.get("_revinclude") ?? []).map((value): Inclusion => parseRevinclude(type, value)),
    elements: elementsOf(one),
  };
}

const NOT_SORTED: readonly SortKey[] = [];

/** `_elements` and `_summary` exclude each other. */
export function elementsOf(one: (name: string) => string | undefined): Elements {
  const elements = one("_elements");
  const summary = one("_summary");
  if (elements !== undefined && summary !== undefined) throw invalidRequest("elements-and-summary");
  if (elements !== undefined) return parseElements(elements);
  return summary === undefined ? { kind: "all" } : parseSummary(summary);
}

function parsePatient(value: string): string {
  const match = /^(?:Patient\/)?([A-Za-z0-9.-]{1,64})$/.exec(value);
  if (!match?.[1]) throw invalidRequest("parameter-malformed");
  return match[1];
}
