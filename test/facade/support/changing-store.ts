/** A FHIR store that stamps what is put into it and finds by `_lastUpdated`; it can be held up, and told what to refuse. */
import type { ServerResponse } from "node:http";
import { isObject } from "../../../fhir-facade/src/compartment/resource.ts";
import { listen } from "./http-server.ts";
import { fhirJson, type StoredResource } from "./store.ts";

export interface ChangingStore {
  readonly url: string;
  /** `path?query` below the base, decoded, in order. */
  readonly asked: string[];
  /** Stores each as a new version, at the store's time. */
  readonly put: (...resources: StoredResource[]) => void;
  /** Changes what is stored without a new version. */
  readonly touch: (key: string, change: (resource: StoredResource) => StoredResource) => void;
  readonly remove: (key: string) => void;
  /** Epoch milliseconds of the store's clock, which stands still until it is moved. */
  clock: number;
  /** Status for each search whose query this says yes to. */
  refuse: ((query: string) => number | undefined) | undefined;
  /** Answers wait until it is called. */
  readonly hold: () => () => void;
  readonly close: () => Promise<void>;
}

export async function startChangingStore(...resources: StoredResource[]): Promise<ChangingStore> {
  const stored = new Map<string, StoredResource>();
  const asked: string[] = [];
  let version = 0;
  let gate: Promise<void> | undefined;
  const store = {
    clock: Date.parse("2026-01-01T00:00:00Z"),
    refuse: undefined as ChangingStore["refuse"],
  };

  const server = await listen(async (request, response) => {
    const url = new URL(request.url ?? "/", server.origin);
    const [type = "", id] = url.pathname.replace(/^\/fhir\//, "").split("/");
    const query = url.searchParams;
    asked.push(`${type}${id ? `/${id}` : ""}?${[...query].map((pair) => pair.join("=")).join("&")}`);
    if (gate) await gate;
    const status = store.refuse?.(asked.at(-1) ?? "");
    if (status) return answer(response, { resourceType: "OperationOutcome", issue: [] }, status);
    if (id) {
      const found = stored.get(`${type}/${id}`);
      return answer(response, found ?? { resourceType: "OperationOutcome", issue: [] }, found ? 200 : 404);
    }
    answer(response, searchset(type, query));
  });

  const answer = (response: ServerResponse, body: object, status = 200): void => {
    response.setHeader("Date", new Date(store.clock).toUTCString());
    fhirJson(response, body, status);
  };

  const searchset = (type: string, query: URLSearchParams) => {
    const patient = query.get("patient");
    const ids = query.get("_id")?.split(",");
    const since = Date.parse(query.get("_lastUpdated")?.replace(/^ge/, "") ?? "1970-01-01");
    const matching = [...stored.values()].filter(
      (resource) =>
        resource.resourceType === type &&
        (!ids || ids.includes(resource.id)) &&
        (patient === null || JSON.stringify(resource).includes(`"Patient/${patient}"`)) &&
        updated(resource) >= since,
    );
    const from = Number(query.get("_offset") ?? 0);
    const to = from + Number(query.get("_count") ?? 20);
    const more = new URLSearchParams(query);
    more.set("_offset", String(to));
    return {
      resourceType: "Bundle",
      type: "searchset",
      link: matching.length > to ? [{ relation: "next", url: `${server.origin}/fhir/${type}?${more}` }] : [],
      entry: matching.slice(from, to).map((resource) => ({ resource, search: { mode: "match" } })),
    };
  };

  const updated = ({ meta }: StoredResource): number => (isObject(meta) ? Date.parse(String(meta.lastUpdated)) : 0);
  const put = (...some: StoredResource[]): void => {
    for (const resource of some) {
      version += 1;
      const meta = { ...(isObject(resource.meta) ? resource.meta : {}), versionId: String(version) };
      stored.set(`${resource.resourceType}/${resource.id}`, {
        ...resource,
        meta: { ...meta, lastUpdated: new Date(store.clock).toISOString() },
      });
    }
  };
  put(...resources);

  return Object.assign(store, {
    url: `${server.origin}/fhir`,
    asked,
    put,
    close: server.close,
    remove: (key: string) => void stored.delete(key),
    touch: (key: string, change: (resource: StoredResource) => StoredResource) => {
      const found = stored.get(key);
      if (!found) throw new Error(`${key} is not stored`);
      stored.set(key, change(found));
    },
    hold: () => {
      let open = (): void => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => {
        gate = undefined;
        open();
      };
    },
  });
}
