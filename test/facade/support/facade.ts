/** The facade as a process would run it, on a free port, between a scripted issuer and a scripted store; and a client that sends exactly what it is told. */
import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import type { MemberAuthorization } from "@member-exchange/sharing-policy";
import { answering } from "../../../fhir-facade/src/answer.ts";
import { createApp } from "../../../fhir-facade/src/app.ts";
import { httpServer } from "../../../fhir-facade/src/http/server.ts";
import type { Decision, Log } from "../../../fhir-facade/src/log.ts";
import type { FhirResource } from "../../non-interference/records/resource.ts";
import { type FhirStore, startFhirStore } from "../../non-interference/store/fhir-store.ts";
import { testConfig } from "./configuration.ts";
import { start } from "./http-server.ts";
import { FHIR_BASE_URL, type Issuer, startIssuer } from "./issuer.ts";
import { type ScriptedStore, type StoredResource, startStore } from "./store.ts";

/** When the plan transmitted, in every answer. */
const NOW = Date.UTC(2026, 0, 2);

export interface Asked {
  readonly method?: string;
  /** Below the base URL, sent as it stands. */
  readonly path: string;
  readonly token?: string | undefined;
  readonly headers?: OutgoingHttpHeaders;
  readonly form?: string;
  /** Hangs up. */
  readonly signal?: AbortSignal;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a FHIR answer is looked into freely
  readonly body: any;
}

interface Running {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface Surroundings<Store extends Running = ScriptedStore> {
  readonly issuer: Issuer;
  readonly store: Store;
  readonly log: Decision[];
  readonly port: number;
  readonly ask: (asked: Asked) => Promise<Answered>;
  /** GET with a token of its own for this authorization. */
  readonly get: (path: string, authorization?: Partial<MemberAuthorization>) => Promise<Answered>;
  /** Follows next links to the end. */
  readonly all: (path: string, token: string) => Promise<Answered[]>;
  readonly close: () => Promise<void>;
}

export async function startSurroundings(
  resources: readonly StoredResource[],
  changes: Readonly<Record<string, string>> = {},
  issuer?: Issuer,
): Promise<Surroundings> {
  return surround(await startStore(resources), changes, issuer);
}

/** Before a store that searches, sorts and pages as FHIR says. */
export async function startBeforeFhirStore(
  resources: readonly StoredResource[],
  changes: Readonly<Record<string, string>> = {},
): Promise<Surroundings<FhirStore>> {
  return surround(await startFhirStore(resources as readonly FhirResource[]), { STORE_TIMEOUT_MS: "5000", ...changes });
}

async function surround<Store extends Running>(
  store: Store,
  changes: Readonly<Record<string, string>>,
  issuer?: Issuer,
): Promise<Surroundings<Store>> {
  const own = issuer ?? (await startIssuer());
  const log: Decision[] = [];
  const config = testConfig(own.url, store.url, changes);
  const write: Log = (decision) => void log.push(decision);
  const server = await start(
    httpServer(
      config,
      createApp(
        config,
        write,
        answering(config, write, () => NOW),
      ),
      write,
    ),
  );

  const ask = ({ method = "GET", path, token, headers = {}, form, signal }: Asked): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const sent = httpRequest(
        {
          host: "127.0.0.1",
          port: server.port,
          method,
          path: `/fhir${path}`,
          ...(signal ? { signal } : {}),
          headers: {
            ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
            ...(form === undefined
              ? {}
              : { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(form) }),
            ...headers,
          },
        },
        (response) => {
          let text = "";
          response.setEncoding("utf8").on("data", (chunk) => {
            text += chunk;
          });
          response.on("end", () => {
            const body = text === "" ? undefined : JSON.parse(text);
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body });
          });
        },
      );
      sent.on("error", reject).end(form);
    });

  const all = async (path: string, token: string): Promise<Answered[]> => {
    const pages = [await ask({ path, token })];
    for (let next = nextOf(pages[0]); next !== undefined; next = nextOf(pages.at(-1))) {
      if (pages.length > 200) throw new Error("pages do not end");
      pages.push(await ask({ path: next, token }));
    }
    return pages;
  };

  return {
    issuer: own,
    store,
    log,
    port: server.port,
    ask,
    all,
    get: async (path, authorization) => ask({ path, token: await own.grant(authorization) }),
    close: async () => {
      await Promise.all([server.close(), store.close(), issuer ? undefined : own.close()]);
    },
  };
}

/** The next link, below the base URL. */
export const nextOf = (page: Answered | undefined): string | undefined =>
  page?.body?.link?.find((link: { relation: string }) => link.relation === "next")?.url.slice(FHIR_BASE_URL.length);

export const entriesOf = ({ body }: Answered): StoredResource[] =>
  (body.entry ?? []).map((entry: { resource: StoredResource }) => entry.resource);

/** `Type/id` of every entry, in order. */
export const keysOf = (...pages: Answered[]): string[] =>
  pages.flatMap((page) => entriesOf(page).map(({ resourceType, id }) => `${resourceType}/${id}`));

export const EVERYTHING = { mode: "everything", shared: [] } as const;
