/** As much of a FHIR Works deployment as an `Authorization` meets: its order of calls, a persistence, a search that obeys filters and pages, its statuses. */
import {
  type Authorization,
  cleanAuthHeader,
  getRequestInformation,
  isBadRequestError,
  isMethodNotAllowed,
  isResourceNotFoundError,
  isUnauthorizedError,
  ResourceNotFoundError,
  type SearchFilter,
  type VerbType,
} from "fhir-works-on-aws-interface";
import { FHIR_BASE_URL } from "./issuer.ts";
import type { StoredResource } from "./store.ts";

export interface FhirWorksAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a FHIR answer is looked into freely
  readonly body: any;
}

export interface FhirWorks {
  resources: readonly StoredResource[];
  /** Filters of the last search. */
  filters: readonly SearchFilter[];
  readonly ask: (path: string, token: string, verb?: VerbType) => Promise<FhirWorksAnswer>;
}

const DEFAULT_COUNT = 20;

/** Resources are kept like FHIR Works keeps them: with `_references` beside them, which no answer holds. */
export function fhirWorks(authorization: Authorization, resources: readonly StoredResource[] = []): FhirWorks {
  const works = { resources, filters: [] as readonly SearchFilter[], ask };
  return works;

  async function ask(path: string, token: string, verb: VerbType = "GET"): Promise<FhirWorksAnswer> {
    try {
      return { status: 200, body: await answer(path, token, verb) };
    } catch (error) {
      return { status: statusOf(error), body: { message: error instanceof Error ? error.message : undefined } };
    }
  }

  async function answer(url: string, token: string, verb: VerbType): Promise<unknown> {
    const requestContext = { verb, url, hostname: "works", headers: {}, contextInfo: {} };
    const information = getRequestInformation(verb, url.split("?")[0] ?? "") as { operation: "read"; resourceType: string; id: string };
    const fhirServiceBaseUrl = FHIR_BASE_URL;
    const accessToken = cleanAuthHeader(`Bearer ${token}`);
    const userIdentity = await authorization.verifyAccessToken({ ...information, requestContext, accessToken, fhirServiceBaseUrl });
    const { operation, resourceType, id } = information as { operation: string; resourceType: string; id: string };
    const about = { userIdentity, requestContext, fhirServiceBaseUrl };
    if (operation === "read") {
      const found = works.resources.find((resource) => resource.resourceType === resourceType && resource.id === id);
      if (!found) throw new ResourceNotFoundError(resourceType, id);
      return authorization.authorizeAndFilterReadResponse({ ...about, operation, readResponse: found });
    }
    if (operation !== "search-type") throw new Error(`${operation} was let through`);
    await authorization.getAllowedResourceTypesForOperation({ userIdentity, requestContext, operation });
    works.filters = await authorization.getSearchFilterBasedOnIdentity({ ...about, operation, resourceType });
    const readResponse = search(resourceType, new URLSearchParams(url.split("?")[1]), works.filters);
    return authorization.authorizeAndFilterReadResponse({ ...about, operation, readResponse });
  }

  function search(type: string, query: URLSearchParams, filters: readonly SearchFilter[]) {
    const matching = works.resources.filter(
      (resource) => resource.resourceType === type && filters.every((filter) => passes(resource, filter)) && matches(resource, query),
    );
    const from = Number(query.get("_getpagesoffset") ?? 0);
    const end = from + Number(query.get("_count") ?? DEFAULT_COUNT);
    const more = new URLSearchParams(query);
    more.set("_getpagesoffset", String(end));
    return {
      resourceType: "Bundle",
      id: crypto.randomUUID(),
      meta: { lastUpdated: new Date().toISOString() },
      type: "searchset",
      total: matching.length,
      link: [
        { relation: "self", url: `${FHIR_BASE_URL}/${type}?${query}` },
        ...(end < matching.length ? [{ relation: "next", url: `${FHIR_BASE_URL}/${type}?${more}` }] : []),
      ],
      entry: matching.slice(from, end).map((resource) => ({ search: { mode: "match" }, fullUrl: `${FHIR_BASE_URL}/x`, resource })),
    };
  }
}

/** All filters are "AND": of one, any value. */
function passes(resource: StoredResource, { key, value, comparisonOperator, logicalOperator }: SearchFilter): boolean {
  if (comparisonOperator !== "==" || logicalOperator !== "AND" || value.length === 0) throw new Error("a filter of another kind");
  if (key === "id") return value.includes(resource.id);
  if (key !== "_references") throw new Error(`a filter by ${key}`);
  const references = Array.from(JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g), ([, reference = ""]) => reference);
  return references.some((reference) => value.includes(reference));
}

/** Tokens by their code alone, ids, and dates that always match. */
function matches(resource: StoredResource, query: URLSearchParams): boolean {
  const text = JSON.stringify(resource);
  return [...query].every(([name, value]) => {
    if (name === "_id") return value.split(",").includes(resource.id);
    if (name.startsWith("_") || name === "patient" || /^([a-z]{2})?\d{4}(-|$)/.test(value)) return true;
    return value.split(",").some((one) => text.includes(`"${one.split("|").at(-1)}"`));
  });
}

/** As FHIR Works' router maps them. */
function statusOf(error: unknown): number {
  if (isUnauthorizedError(error)) return 401;
  if (isResourceNotFoundError(error)) return 404;
  if (isBadRequestError(error)) return 400;
  if (isMethodNotAllowed(error)) return 405;
  return 500;
}
