/** What stands in a resource under a search parameter: tokens compared, dates as instants, references as they are written. */
import { isObject, type Json, type Resource } from "../compartment/resource.ts";
import { searchDefinition } from "./definitions.ts";

/** One `system|code` of a search or scope; `system` absent: any, `""`: none; `code` absent: any code of the system. */
export interface Token {
  readonly system: string | undefined;
  readonly code: string | undefined;
}

/** @see https://hl7.org/fhir/R4/search.html#token */
export function parseToken(text: string): Token {
  const bar = text.indexOf("|");
  if (bar < 0) return { system: undefined, code: text };
  return { system: text.slice(0, bar), code: text.slice(bar + 1) || undefined };
}

/** Values at the end of a path of element names, lists opened. */
export function valuesAt(value: Json | undefined, path: string): Json[] {
  let found: Json[] = value === undefined ? [] : [value];
  for (const name of path.split("."))
    found = found.flatMap((item) => (isObject(item) && Object.hasOwn(item, name) ? opened(item[name]) : []));
  return found;
}

const opened = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

const valuesOf = (resource: Resource, parameter: string): Json[] =>
  (searchDefinition(resource.resourceType, parameter)?.paths ?? []).flatMap((path) => valuesAt(resource, path));

/** Whether one of the resource's codes under the parameter is one of the tokens; codes are compared as they are written. */
export function tokenMatches(resource: Resource, parameter: string, tokens: readonly Token[]): boolean {
  return valuesOf(resource, parameter)
    .flatMap(codingsOf)
    .some((own) =>
      tokens.some(
        ({ system, code }) => (system === undefined || system === (own.system ?? "")) && (code === undefined || code === own.code),
      ),
    );
}

/** CodeableConcept, Coding, Identifier, ContactPoint, code, boolean: each as system and code. */
function codingsOf(value: Json): Token[] {
  if (typeof value === "string" || typeof value === "boolean") return [{ system: undefined, code: String(value) }];
  if (!isObject(value)) return [];
  if (Array.isArray(value.coding)) return value.coding.flatMap(codingsOf);
  const { system, code = value.value } = value;
  return typeof code === "string" ? [{ system: typeof system === "string" ? system : undefined, code }] : [];
}

/** Epoch milliseconds at which the earliest date under the parameter begins, or `undefined`; a date without a zone is read as UTC. */
export function sortKey(resource: Resource, parameter: string): number | undefined {
  const instants = valuesOf(resource, parameter).flatMap(beginningOf);
  return instants.length === 0 ? undefined : Math.min(...instants);
}

function beginningOf(value: Json): number[] {
  if (isObject(value)) {
    const { start, end, event } = value;
    return [start ?? end ?? event].flatMap((item) => opened(item).flatMap(beginningOf));
  }
  if (typeof value !== "string") return [];
  const instant = Date.parse(/T\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value) ? `${value}Z` : value);
  return Number.isNaN(instant) ? [] : [instant];
}

/** Literal references under the parameter. */
export const referencesAt = (resource: Resource, parameter: string): string[] =>
  valuesOf(resource, parameter).flatMap((value) => (isObject(value) && typeof value.reference === "string" ? [value.reference] : []));
