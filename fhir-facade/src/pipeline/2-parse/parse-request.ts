/** Stage 2: method, path and query become one interaction of the table below, or are refused. */
import { isResourceType, type ResourceType } from "@member-exchange/sharing-policy";
import type { Config } from "../../config.ts";
import { CURSOR, type CursorContent, type Cursors } from "../../cursor/cursor.ts";
import { invalidRequest, notSupported } from "../../outcome/refusals.ts";
import type { VerifiedToken } from "../1-authn/authenticate.ts";
import type { EverythingRequest, Interaction, Request } from "./interaction.ts";
import { parseCount, parseSearch, requireJson } from "./parse-search.ts";
import { type Pair, parsePairs } from "./raw-query.ts";

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

  const search = (type: string, pairs: readonly Pair[]): Request => ({
    ...parseSearch(supported(type), pairs, config),
    position: undefined,
  });
  const page = async (pairs: readonly Pair[]): Promise<Request> => {
    const [name, value] = pairs.length === 1 && pairs[0] ? pairs[0] : ["", ""];
    if (name !== "page" || !CURSOR.test(value)) throw notSupported(400, "interaction-unknown");
    return resume(await cursors.open(value), config);
  };

  const routes: readonly Route[] = [
    { method: "GET", path: /^\/?$/, read: (_, pairs) => page(pairs) },
    { method: "GET", path: new RegExp(`^/Patient/(${ID})/\\$everything$`), read: ([id = ""], pairs) => parseEverything(id, pairs, config) },
    { method: "POST", path: /^\/([A-Za-z]+)\/_search$/, read: ([type = ""], pairs) => search(type, pairs) },
    { method: "GET", path: /^\/([A-Za-z]+)$/, read: ([type = ""], pairs) => search(type, pairs) },
    { method: "GET", path: new RegExp(`^/([A-Za-z]+)/(${ID})$`), read: ([type = "", id = ""], pairs) => parseRead(type, id, pairs) },
  ];

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

  /** The interaction that a cursor continues; refused unless it was sealed for this very authorization and patient (checked by stage 3). */
  function resume({ of, query, position, authorizationId, patient }: CursorContent, limits: Config): Request {
    const bound = { authorizationId, patient };
    if (of === "$everything") return { ...parseEverything(patient, query, limits), position, bound };
    return { ...parseSearch(supported(of), query, limits), position, bound };
  }
}

function supported(type: string): ResourceType {
  if (!isResourceType(type)) throw notSupported(400, "type-unknown");
  return type;
}

function parseRead(type: string, id: string, pairs: readonly Pair[]): Request {
  for (const [name, value] of pairs) {
    if (name !== "_format" || pairs.length > 1) throw invalidRequest("parameter-unknown");
    requireJson(value);
  }
  return { operation: "read", type: supported(type), id };
}

function parseEverything(patient: string, query: readonly Pair[], limits: Config): EverythingRequest {
  let count = limits.defaultPageSize;
  const seen = new Set<string>();
  for (const [name, value] of query) {
    if (seen.has(name)) throw invalidRequest("parameter-repeated");
    seen.add(name);
    if (name === "_count") count = parseCount(value, limits);
    else if (name === "_format") requireJson(value);
    else throw invalidRequest("parameter-unknown");
  }
  return { operation: "search-system", patient, query, count, position: undefined };
}
