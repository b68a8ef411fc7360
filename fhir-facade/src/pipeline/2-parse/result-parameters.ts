/** Parameters that shape a result and filter nothing; each parsed into a value, or refused. */
import { isResourceType, type ResourceType } from "@member-exchange/sharing-policy";
import { isShared } from "../../compartment/compartment.ts";
import type { Config } from "../../config.ts";
import { R4, searchDefinition } from "../../definitions/definitions.ts";
import { invalidRequest } from "../../outcome/refusals.ts";
import { SEARCH_PARAMETERS, sortableParameters } from "./search-parameters.ts";

/** What the choice does to a parameter: nothing, or the request is refused as soon as anything is withheld. */
export interface ResultParameter {
  readonly name: string;
  readonly repeats: number;
  /** Interactions that take it. */
  readonly on: readonly ("read" | "search" | "everything")[];
  readonly withholding: "allowed" | "refused" | "allowed, but not by _lastUpdated";
}

export const RESULT_PARAMETERS: readonly ResultParameter[] = [
  { name: "_format", repeats: 1, on: ["read", "search", "everything"], withholding: "allowed" },
  { name: "_count", repeats: 1, on: ["search", "everything"], withholding: "allowed" },
  { name: "_sort", repeats: 1, on: ["search"], withholding: "allowed, but not by _lastUpdated" },
  { name: "_elements", repeats: 1, on: ["read", "search"], withholding: "allowed" },
  { name: "_summary", repeats: 1, on: ["read", "search"], withholding: "allowed" },
  { name: "_include", repeats: 10, on: ["search"], withholding: "allowed" },
  { name: "_revinclude", repeats: 10, on: ["search"], withholding: "allowed" },
  { name: "_lastUpdated", repeats: 2, on: ["search"], withholding: "refused" },
  { name: "_type", repeats: 1, on: ["everything"], withholding: "allowed" },
  { name: "_since", repeats: 1, on: ["everything"], withholding: "refused" },
];

export interface SortKey {
  /** A date parameter of the type, `_id` or `_lastUpdated`. */
  readonly parameter: string;
  readonly descending: boolean;
}

/** Whether a type can be sorted by the parameter. */
const isSortable = (type: ResourceType, name: string): boolean =>
  name === "_id" || (!isShared(type) && (name === "_lastUpdated" || sortableParameters(type).includes(name)));

/** At most three keys; ties are broken by id. */
export function parseSort(type: ResourceType, value: string): readonly SortKey[] {
  const keys = value.split(",").map((key) => ({ parameter: key.replace(/^-/, ""), descending: key.startsWith("-") }));
  const names = new Set(keys.map(({ parameter }) => parameter));
  if (keys.length > 3 || names.size < keys.length || !keys.every(({ parameter }) => isSortable(type, parameter)))
    throw invalidRequest("parameter-malformed");
  return keys;
}

/** Which top elements of a resource are given; the mandatory ones always are. */
export type Elements =
  | { readonly kind: "all" }
  | { readonly kind: "only"; readonly names: readonly string[] }
  | { readonly kind: "summary" }
  | { readonly kind: "text" }
  | { readonly kind: "data" };

export function parseElements(value: string): Elements {
  const names = value.split(",");
  if (names.length > 50 || !names.every((name) => /^[A-Za-z]{1,64}$/.test(name))) throw invalidRequest("parameter-malformed");
  return { kind: "only", names };
}

const SUMMARIES: Readonly<Record<string, Elements>> = {
  true: { kind: "summary" },
  text: { kind: "text" },
  data: { kind: "data" },
  false: { kind: "all" },
};

/** `count` is refused: a total would have to be counted over what is visible, on every request. */
export function parseSummary(value: string): Elements {
  const summary = Object.hasOwn(SUMMARIES, value) ? SUMMARIES[value] : undefined;
  if (!summary) throw invalidRequest("parameter-malformed");
  return summary;
}

/** `Source:parameter[:Target]` of `_include` and `_revinclude`. */
export interface Inclusion {
  readonly source: ResourceType;
  readonly parameter: string;
  /** Types that it may lead to, or come from. */
  readonly targets: readonly ResourceType[];
}

function parseInclusion(value: string): Inclusion {
  const [source = "", parameter = "", target, ...more] = value.split(":");
  const definition = isResourceType(source) ? searchDefinition(source, parameter) : undefined;
  if (!isResourceType(source) || definition?.kind !== "reference" || more.length > 0) throw invalidRequest("include-unknown");
  const targets = (definition.targets ?? []).filter((type) => target === undefined || type === target);
  if (targets.length === 0) throw invalidRequest("include-unknown");
  return { source, parameter, targets };
}

/** The `_include`s that a search of the type knows: each reference parameter that R4 defines for it. */
export const includesOf = (type: ResourceType): readonly string[] =>
  Object.entries(R4[type].parameters).flatMap(([name, { targets = [] }]) => (targets.length > 0 ? [`${type}:${name}`] : []));

/** The `_revinclude`s that a search of the type knows: what can be searched by a reference to it, and Provenance. */
export const revincludesOf = (type: ResourceType): readonly string[] => [
  ...(isShared(type)
    ? []
    : Object.entries(SEARCH_PARAMETERS).flatMap(([source, parameters]) =>
        Object.keys(parameters).flatMap((name) =>
          searchDefinition(source as ResourceType, name)?.targets?.includes(type) ? [`${source}:${name}`] : [],
        ),
      )),
  "Provenance:target",
];

export function parseInclude(type: ResourceType, value: string): Inclusion {
  const inclusion = parseInclusion(value);
  if (inclusion.source !== type || !includesOf(type).includes(`${type}:${inclusion.parameter}`)) throw invalidRequest("include-unknown");
  return inclusion;
}

export function parseRevinclude(type: ResourceType, value: string): Inclusion {
  const inclusion = parseInclusion(value);
  const known = revincludesOf(type).includes(`${inclusion.source}:${inclusion.parameter}`);
  if (!known || !inclusion.targets.includes(type)) throw invalidRequest("include-unknown");
  return inclusion;
}

/** A page size; more than the greatest one counts as the greatest one. */
export function parseCount(value: string, limits: Pick<Config, "maxPageSize">): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw invalidRequest("parameter-malformed");
  return Math.min(Number(value), limits.maxPageSize);
}

/** Values of `_format` that mean JSON; a plus sign arrives as a blank when it was not encoded. */
const JSON_FORMATS = new Set(["json", "application/json", "application/fhir+json", "application/fhir json", "text/json"]);

export function requireJson(value: string): void {
  if (!JSON_FORMATS.has(value)) throw invalidRequest("format");
}
