/** A FHIR store in memory behind real HTTP: it reads, searches, pages, records what it was asked, and misbehaves when told to. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { JsonObject } from "../../../fhir-facade/src/compartment/resource.ts";
import { listen } from "./http-server.ts";

export type StoredResource = JsonObject & { readonly resourceType: string; readonly id: string };

/** Writes the whole response instead of the store. */
export type Misbehaviour = (request: IncomingMessage, response: ServerResponse) => void;

export interface ScriptedStore {
  readonly url: string;
  /** `METHOD path?query` below the base, in order. */
  readonly asked: string[];
  resources: readonly StoredResource[];
  misbehaviour: Misbehaviour | undefined;
  readonly close: () => Promise<void>;
}

/** Parameters that choose nothing by content. */
const CONTROL = new Set(["patient", "_id", "_count", "_elements", "_offset"]);

export const fhirJson = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { "Content-Type": "application/fhir+json; charset=utf-8", ETag: 'W/"7"' }).end(JSON.stringify(body));
};

export async function startStore(resources: readonly StoredResource[] = []): Promise<ScriptedStore> {
  const asked: string[] = [];
  const state: { resources: readonly StoredResource[]; misbehaviour: Misbehaviour | undefined } = { resources, misbehaviour: undefined };
  const server = await listen((request, response) => {
    asked.push(`${request.method} ${(request.url ?? "").replace(/^\/fhir\//, "")}`);
    if (state.misbehaviour) return state.misbehaviour(request, response);
    const url = new URL(request.url ?? "/", server.origin);
    const [type = "", id] = url.pathname.replace(/^\/fhir\//, "").split("/");
    if (id !== undefined) {
      const found = state.resources.find((resource) => resource.resourceType === type && resource.id === id);
      return found ? fhirJson(response, found) : fhirJson(response, { resourceType: "OperationOutcome", issue: [] }, 404);
    }
    fhirJson(response, searchset(state.resources, type, url, `${server.origin}/fhir`));
  });
  return {
    url: `${server.origin}/fhir`,
    asked,
    close: server.close,
    get resources() {
      return state.resources;
    },
    set resources(next) {
      state.resources = next;
    },
    get misbehaviour() {
      return state.misbehaviour;
    },
    set misbehaviour(next) {
      state.misbehaviour = next;
    },
  };
}

/** A filter by content keeps what holds its value, after a token's bar, as a whole JSON string; a date filter keeps everything. */
function searchset(resources: readonly StoredResource[], type: string, url: URL, base: string) {
  const query = url.searchParams;
  const ids = query.get("_id")?.split(",");
  const patient = query.get("patient");
  const filters = [...query].filter(([name, value]) => !CONTROL.has(name) && !/^([a-z]{2})?\d{4}(-|$)/.test(value));
  const matching = resources.filter((resource) => {
    if (resource.resourceType !== type) return false;
    if (ids && !ids.includes(resource.id)) return false;
    const text = JSON.stringify(resource);
    if (patient !== null && !text.includes(`"Patient/${patient}"`)) return false;
    return filters.every(([, value]) => value.split(",").some((one) => text.includes(`"${one.split("|").at(-1)}"`)));
  });
  const offset = Number(query.get("_offset") ?? 0);
  const count = Number(query.get("_count") ?? 20);
  const page = matching.slice(offset, offset + count);
  const more = new URLSearchParams(query);
  more.set("_offset", String(offset + count));
  return {
    resourceType: "Bundle",
    type: "searchset",
    total: matching.length,
    link: matching.length > offset + count ? [{ relation: "next", url: `${base}/${type}?${more}` }] : [],
    entry: page.map((resource) => ({ fullUrl: `${base}/${type}/${resource.id}`, resource, search: { mode: "match" } })),
  };
}
