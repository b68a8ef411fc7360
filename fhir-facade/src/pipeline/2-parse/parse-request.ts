/** Stage 2: method, path and query become one interaction of the table below, or are refused. */
import { isResourceType, type ResourceType } from "@member-exchange/sharing-policy";
import { COMPARTMENT } from "../../compartment/compartment.ts";
import type { Config } from "../../config.ts";
import { CURSOR, type Cursors } from "../../cursor/cursor.ts";
import { invalidRequest, notSupported } from "../../outcome/refusals.ts";
import type { VerifiedToken } from "../1-authn/authenticate.ts";
import type { EverythingRequest, Interaction, Request } from "./interaction.ts";
import { elementsOf, parseSearch, valuesByName } from "./parse-search.ts";
import { type Pair, parsePairs } from "./raw-query.ts";
import { parseCount } from "./result-parameters.ts";

/** What is read of an HTTP request; headers other than these have no effect. */
export interface RawRequest {
  readonly method: string;
  /** Path and query exactly as they arrived. */
  readonly url: string;
  /** Form body of `_search`, or `undefined` when there was no body. */
  readonly form: string | undefined;
}

export interface Parser {
  readonly parse: (token: VerifiedToken, raw: RawRequest) => Promise<Interaction>;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly read: (found: readonly string[], pairs: readonly Pair[]) => Request | Promise<Request>;
}

/** Only characters that need no decoding: encoded dots and slashes, semicolons and NUL never match. */
const PLAIN_PATH = /^(\/[A-Za-z0-9._$-]*)*$/;
/** FHIR allows dots; a segment of nothing but one or two of them means another path to whoever resolves it. */
const ID = "(?!\\.{1,2}(?:/|$))[A-Za-z0-9.-]{1,64}";

export function parser(config: Config, cursors: Cursors): Parser {
  const root = new URL(config.fhirBaseUrl).pathname.replace(/\/$/, "");
  const search = (type: string, pairs: readonly Pair[], compartment?: string): Request => ({
    ...parseSearch(supported(type), pairs, config),
    path: compartment === undefined ? type : `Patient/${compartment}/${type}`,
    compartment,
    position: undefined,
  });
  const listings: readonly Route[] = [
    { method: "GET", path: new RegExp(`^/Patient/(${ID})/\\$everything$`), read: ([id = ""], pairs) => parseEverything(id, pairs, config) },
    {
      method: "GET",
      path: new RegExp(`^/Patient/(${ID})/([A-Z][A-Za-z]+)$`),
      read: ([id = "", type = ""], pairs) => search(inCompartment(type), pairs, id),
    },
    { method: "GET", path: /^\/([A-Za-z]+)$/, read: ([type = ""], pairs) => search(type, pairs) },
  ];
  const routes: readonly Route[] = [
    { method: "GET", path: /^\/?$/, read: (_, pairs) => page(pairs) },
    ...listings,
    { method: "POST", path: /^\/([A-Za-z]+)\/_search$/, read: ([type = ""], pairs) => search(type, pairs) },
    { method: "GET", path: new RegExp(`^/([A-Za-z]+)/(${ID})$`), read: ([type = "", id = ""], pairs) => parseRead(type, id, pairs) },
  ];

  /** The listing that a cursor continues; stage 3 refuses it unless it was sealed for this very authorization and patient. */
  async function page(pairs: readonly Pair[]): Promise<Request> {
    const [name, value] = pairs.length === 1 && pairs[0] ? pairs[0] : ["", ""];
    if (name !== "page" || !CURSOR.test(value)) throw notSupported(400, "interaction-unknown");
    const { path, query, position, ...bound } = await cursors.open(value);
    const route = listings.find((candidate) => candidate.path.test(`/${path}`));
    if (!route) throw invalidRequest("cursor-outdated");
    const listing = await route.read(route.path.exec(`/${path}`)?.slice(1) ?? [], query);
    return { ...listing, position, bound } as Request;
  }

  return {
    parse: async (token, { method, url, form }) => {
      const [path = "", ...rest] = url.split("?");
      if (rest.length > 1 || !PLAIN_PATH.test(path) || path.includes("//")) throw notSupported(400, "path-malformed");
      if (path !== root && !path.startsWith(`${root}/`)) throw notSupported(400, "path-unknown");
      if (method !== "GET" && method !== "POST") throw notSupported(405, "method");
      const local = path.slice(root.length);
      const route = routes.find((candidate) => candidate.path.test(local) && candidate.method === method);
      if (!route) throw notSupported(method === "GET" ? 400 : 405, "interaction-unknown");
      if (method === "POST" ? rest.length > 0 || form === undefined : form !== undefined) throw invalidRequest("query-and-body");
      const found = route.path.exec(local)?.slice(1) ?? [];
      const request = await route.read(found, parsePairs(method === "POST" ? (form ?? "") : (rest[0] ?? "")));
      return { token, request } as Interaction;
    },
  };
}

function supported(type: string): ResourceType {
  if (!isResourceType(type)) throw notSupported(400, "type-unknown");
  return type;
}

function inCompartment(type: string): string {
  if (!isResourceType(type) || type === "Patient" || !COMPARTMENT[type]) throw notSupported(400, "type-unknown");
  return type;
}

function parseRead(type: string, id: string, pairs: readonly Pair[]): Request {
  const values = valuesByName(pairs, "read", () => 0);
  return { operation: "read", type: supported(type), id, elements: elementsOf((name) => values.get(name)?.[0]) };
}

function parseEverything(patient: string, query: readonly Pair[], limits: Config): EverythingRequest {
  const values = valuesByName(query, "everything", () => 0);
  const [count] = values.get("_count") ?? [];
  const [types] = values.get("_type") ?? [];
  const [since] = values.get("_since") ?? [];
  if (since !== undefined && !/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d))?$/.test(since))
    throw invalidRequest("parameter-malformed");
  return {
    operation: "search-system",
    path: `Patient/${patient}/$everything`,
    patient,
    query,
    count: count === undefined ? limits.defaultPageSize : parseCount(count, limits),
    types: types === undefined ? undefined : types.split(",").map(supported),
    since,
    position: undefined,
  };
}
