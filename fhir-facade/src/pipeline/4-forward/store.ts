/** The plan's FHIR store as this facade sees it: three questions, each rebuilt from parsed values; an answer that is not understood is none. */
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { ResourceType } from "@member-exchange/sharing-policy";
import axios, { AxiosError } from "axios";
import { asResource, type Resource } from "../../compartment/resource.ts";
import type { Config } from "../../config.ts";
import { timedOut, unavailable } from "../../outcome/refusals.ts";
import { formatPairs, type Pair } from "../2-parse/raw-query.ts";

export interface StorePage {
  readonly resources: readonly Resource[];
  /** Query of the store's own next page, below its base; never shown to an app. */
  readonly next: string | undefined;
  /** The store's own clock when it answered, in epoch milliseconds; absent when it does not say. */
  readonly date?: number | undefined;
}

export interface Store {
  /** `undefined` when the store says 404 or 410. */
  read(type: ResourceType, id: string): Promise<Resource | undefined>;
  search(type: ResourceType, query: readonly Pair[]): Promise<StorePage>;
  /** @param next from an earlier page of the same type */
  nextPage(type: ResourceType, next: string): Promise<StorePage>;
}

type StoreConfig = Pick<Config, "storeUrl" | "storeTimeoutMs" | "maxResponseBytes">;

/** @throws Unavailable or TimedOut from every method. Does not check whose the resources are. */
export function storeAt({ storeUrl, storeTimeoutMs, maxResponseBytes }: StoreConfig): Store {
  const http = axios.create({
    headers: { Accept: "application/fhir+json" },
    timeout: storeTimeoutMs,
    maxContentLength: maxResponseBytes,
    maxRedirects: 0,
    proxy: false,
    responseType: "text",
    transformResponse: (text) => text,
    validateStatus: () => true,
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
  });

  async function get(path: string, query: string): Promise<{ status: number; body: unknown; date?: number | undefined }> {
    try {
      const url = `${storeUrl}${path && `/${path}`}${query && `?${query}`}`;
      const { status, headers, data } = await http.get<string>(url, { signal: AbortSignal.timeout(storeTimeoutMs) });
      if (status === 404 || status === 410) return { status, body: undefined };
      if (status !== 200) throw unavailable("store-status");
      if (!/^application\/(fhir\+)?json\b/i.test(String(headers["content-type"] ?? ""))) throw unavailable("store-content-type");
      return { status, body: JSON.parse(data), date: Date.parse(String(headers.date)) || undefined };
    } catch (error) {
      if (error instanceof AxiosError && (error.code === "ECONNABORTED" || error.code === "ETIMEDOUT" || error.code === "ERR_CANCELED"))
        throw timedOut("store-timeout");
      if (error instanceof AxiosError) throw unavailable("store-unavailable");
      if (error instanceof SyntaxError) throw unavailable("store-malformed");
      throw error;
    }
  }

  async function page(type: ResourceType, path: string, query: string): Promise<StorePage> {
    const { body, date } = await get(path, query);
    return { resources: entriesOf(body, type), next: nextOf(body, storeUrl), date };
  }

  return {
    async read(type, id) {
      const { body } = await get(`${type}/${id}`, "");
      if (body === undefined) return undefined;
      const resource = asResource(body);
      if (resource?.resourceType !== type || resource.id !== id) throw unavailable("store-other-resource");
      return resource;
    },
    search: (type, query) => page(type, type, formatPairs(query)),
    nextPage(type, next) {
      const mark = next.indexOf("?");
      return mark < 0 ? page(type, next, "") : page(type, next.slice(0, mark), next.slice(mark + 1));
    },
  };
}

/** Matches of the type that was asked for; an entry of another type, or without an id, makes the whole answer worthless. */
function entriesOf(body: unknown, type: ResourceType): Resource[] {
  const { resourceType, type: kind, entry = [] } = (body ?? {}) as { resourceType?: unknown; type?: unknown; entry?: unknown };
  if (resourceType !== "Bundle" || kind !== "searchset" || !Array.isArray(entry)) throw unavailable("store-not-a-searchset");
  return entry.map((item) => {
    const resource = asResource((item as { resource?: unknown } | null)?.resource);
    if (resource?.resourceType !== type) throw unavailable("store-other-resource");
    return resource;
  });
}

/** The next link as path and query below the base; one that leads elsewhere makes the answer worthless. */
function nextOf(body: unknown, storeUrl: string): string | undefined {
  const links = (body as { link?: unknown }).link;
  const url = Array.isArray(links) ? links.find((link) => link?.relation === "next")?.url : undefined;
  if (url === undefined) return undefined;
  const base = new URL(storeUrl);
  const target = typeof url === "string" && URL.canParse(url, `${storeUrl}/`) ? new URL(url, `${storeUrl}/`) : undefined;
  const inside = target?.origin === base.origin && (target.pathname === base.pathname || target.pathname.startsWith(`${base.pathname}/`));
  if (!target || !inside) throw unavailable("store-next-link");
  return `${target.pathname.slice(base.pathname.length).replace(/^\//, "")}${target.search}`;
}
