/** A FHIR R4 store in memory behind real HTTP: read, search, compartment search, sort, include, opaque pages. It knows nothing of the facade. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { listen } from "../../facade/support/http-server.ts";
import type { FhirResource } from "../records/resource.ts";
import { contentsOf, firstOf, includedBy, matchesOf, type Parameters } from "./query.ts";

export interface FhirStore {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** An answer that is paged; kept as a store keeps its cursors. */
interface Listing {
  readonly matches: readonly FhirResource[];
  readonly parameters: Parameters;
  readonly count: number;
}

const KEPT_LISTINGS = 500;
const NOT_FOUND = { resourceType: "OperationOutcome", issue: [{ severity: "error", code: "not-found" }] };
const NOT_SUPPORTED = { resourceType: "OperationOutcome", issue: [{ severity: "error", code: "not-supported" }] };

export async function startFhirStore(resources: readonly FhirResource[]): Promise<FhirStore> {
  const contents = contentsOf(resources);
  const listings = new Map<string, Listing>();
  const server = await listen(async (request, response) => {
    const url = new URL(request.url ?? "/", server.origin);
    const path = url.pathname.replace(/^\/fhir\/?/, "").split("/");
    const parameters: Parameters = [...url.searchParams, ...(request.method === "POST" ? new URLSearchParams(await bodyOf(request)) : [])];
    answer(path, parameters, response);
  });
  const base = `${server.origin}/fhir`;

  function answer(path: readonly string[], parameters: Parameters, response: ServerResponse): unknown {
    const [type = "", id, inner, ...more] = path;
    const page = firstOf(parameters, "_getpages");
    if (more.length > 0 || id === "_history") return send(response, 400, NOT_SUPPORTED);
    if (type === "" && page !== undefined) {
      const listing = listings.get(page);
      return listing
        ? send(response, 200, pageOf(page, listing, Number(firstOf(parameters, "_getpagesoffset") ?? 0)))
        : send(response, 410, NOT_FOUND);
    }
    if (inner !== undefined) return send(response, 200, begin(inner, [["patient", id ?? ""], ...parameters]));
    if (id === undefined || id === "_search") return send(response, 200, begin(type, parameters));
    const resource = contents.byKey.get(`${type}/${id}`);
    return resource ? send(response, 200, resource) : send(response, 404, NOT_FOUND);
  }

  function begin(type: string, parameters: Parameters): object {
    const key = randomUUID();
    const count = Number(firstOf(parameters, "_count") ?? 20);
    const listing = { matches: matchesOf(contents, type, parameters), parameters, count };
    if (listing.matches.length > count) listings.set(key, listing);
    for (const oldest of listings.keys()) {
      if (listings.size <= KEPT_LISTINGS) break;
      listings.delete(oldest);
    }
    return pageOf(key, listing, 0);
  }

  function pageOf(key: string, { matches, parameters, count }: Listing, offset: number): object {
    if (firstOf(parameters, "_summary") === "count" || count === 0)
      return { resourceType: "Bundle", type: "searchset", total: matches.length };
    const page = matches.slice(offset, offset + count);
    const link =
      matches.length > offset + count
        ? [{ relation: "next", url: `${base}?_getpages=${key}&_getpagesoffset=${offset + count}&_count=${count}` }]
        : [];
    const elements = firstOf(parameters, "_elements")?.split(",");
    const entry = [
      ...page.map((resource) => ({ resource, mode: "match" })),
      ...includedBy(contents, page, parameters).map((resource) => ({ resource, mode: "include" })),
    ];
    return {
      resourceType: "Bundle",
      id: key,
      type: "searchset",
      total: matches.length,
      link: [{ relation: "self", url: base }, ...link],
      entry: entry.map(({ resource, mode }) => ({
        fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
        resource: elements ? subset(resource, elements) : resource,
        search: { mode },
      })),
    };
  }

  return { url: base, close: server.close };
}

function subset(resource: FhirResource, elements: readonly string[]): object {
  const kept = Object.entries(resource).filter(([name]) => ["resourceType", "id", ...elements].includes(name));
  const tag = [{ system: "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", code: "SUBSETTED" }];
  return { ...Object.fromEntries(kept), meta: { ...(resource.meta as object | undefined), tag } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}

function send(response: ServerResponse, status: number, body: object): void {
  const { meta } = body as { meta?: { versionId?: string } };
  const version = meta?.versionId === undefined ? {} : { ETag: `W/"${meta.versionId}"` };
  response.writeHead(status, { "Content-Type": "application/fhir+json;charset=utf-8", ...version }).end(JSON.stringify(body));
}
