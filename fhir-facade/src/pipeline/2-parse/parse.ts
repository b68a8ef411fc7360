/** Stage 2: method, path and parameters become one interaction of the closed set, or are refused before the store hears of them. */
import { isResourceType, type ResourceType, SHARED_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import type { Config } from "../../config.ts";
import { invalidRequest, notFound, notSupported } from "../../outcome/refusals.ts";
import type { Interaction, Parameter, ParsedInteraction } from "./interaction.ts";
import { parseQuery, takeOne } from "./query.ts";
import { parameterKind, VALUE_FORMS } from "./search-parameters.ts";

const ID = /^[A-Za-z0-9.-]{1,64}$/;
/** The whole alphabet of a path: no encoding, no dots or slashes in a row, nothing to normalise. */
const PATH = /^\/(?:[A-Za-z0-9$_-][A-Za-z0-9$_.-]*(?:\/[A-Za-z0-9$_-][A-Za-z0-9$_.-]*){0,2})?$/;

export interface RequestLine {
  readonly method: string;
  /** Path after the base URL's, as it came. */
  readonly path: string;
  /** Query without `?`, as it came. */
  readonly query: string;
  /** Body of a form POST, as it came. */
  readonly form?: string | undefined;
}

type Limits = Pick<Config, "defaultPageSize" | "maxPageSize">;

/** @throws InvalidRequest, NotFound, NotSupported. Does not check who asks. */
export function parseRequest({ method, path, query, form }: RequestLine, limits: Limits): ParsedInteraction {
  if (!PATH.test(path)) throw invalidRequest("path");
  const [first = "", second, third] = path.slice(1).split("/");
  const search = method === "POST" && second === "_search" && third === undefined;
  if (method !== "GET" && !search) throw notSupported(405, "method");
  const parameters = parseQuery(query);
  if (search) parameters.push(...parseQuery(form ?? ""));
  requireJson(parameters);
  return interaction(first, search ? undefined : second, third, parameters, limits) as ParsedInteraction;
}

function interaction(
  first: string,
  second: string | undefined,
  third: string | undefined,
  parameters: Parameter[],
  limits: Limits,
): Interaction {
  if (first === "") return page(parameters);
  if (!isResourceType(first)) throw notSupported(400, "type");
  if (second === undefined) return searchType(first, parameters, limits);
  if (third === "$everything" && first === "Patient" && ID.test(second)) return everything(second, parameters, limits);
  if (third !== undefined || second.startsWith("$") || second.startsWith("_")) throw notSupported(400, "operation");
  if (parameters.length > 0) throw invalidRequest("parameter-unknown");
  if (!ID.test(second)) throw notFound("id-malformed");
  return { operation: "read", type: first, id: second };
}

function page(parameters: Parameter[]): Interaction {
  const cursor = takeOne(parameters, "page");
  if (!cursor || parameters.length > 0) throw invalidRequest("parameter-unknown");
  return { operation: "page", cursor };
}

function searchType(type: ResourceType, parameters: Parameter[], limits: Limits): Interaction {
  const count = pageSize(parameters, limits);
  const patient = patientNamed(type, parameters);
  for (const { name, value } of parameters) {
    const kind = parameterKind(type, name);
    if (!kind) throw invalidRequest("parameter-unknown");
    if (!VALUE_FORMS[kind].test(value)) throw invalidRequest("parameter-value");
    if (kind !== "date" && parameters.filter((other) => other.name === name).length > 1) throw invalidRequest("parameter-repeated");
  }
  if (SHARED_RESOURCE_TYPES.has(type) && parameters.map(({ name }) => name).join() !== "_id")
    throw invalidRequest("shared-type-by-id-only");
  return { operation: "search-type", type, filters: parameters, count, ...(patient === undefined ? {} : { patient }) };
}

function everything(patient: string, parameters: Parameter[], limits: Limits): Interaction {
  const count = pageSize(parameters, limits);
  const types = takeOne(parameters, "_type")?.split(",");
  if (parameters.length > 0) throw invalidRequest("parameter-unknown");
  if (types?.some((type) => !isResourceType(type))) throw invalidRequest("parameter-value");
  return { operation: "everything", patient, count, ...(types ? { types: types.filter(isResourceType) } : {}) };
}

/** `patient=id`, `patient=Patient/id`; for types that say `subject`, that as well. */
function patientNamed(type: ResourceType, parameters: Parameter[]): string | undefined {
  const values = ["patient", "subject", "beneficiary"].flatMap((name) => takeOne(parameters, name) ?? []);
  if (values.length > 1 || (values.length > 0 && SHARED_RESOURCE_TYPES.has(type))) throw invalidRequest("parameter-unknown");
  const id = values[0]?.replace(/^Patient\//, "");
  if (id !== undefined && !ID.test(id)) throw invalidRequest("parameter-value");
  return id;
}

function pageSize(parameters: Parameter[], { defaultPageSize, maxPageSize }: Limits): number {
  const value = takeOne(parameters, "_count");
  if (value === undefined) return defaultPageSize;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw invalidRequest("parameter-value");
  return Math.min(Number(value), maxPageSize);
}

const JSON_FORMATS = ["json", "application/json", "application/fhir+json", "application/fhir json"];

function requireJson(parameters: Parameter[]): void {
  const format = takeOne(parameters, "_format");
  if (format !== undefined && !JSON_FORMATS.includes(format)) throw notSupported(400, "format");
}
