/** One GET to the plan's store, bounded in time, bytes and connections: what its head rules out is not read, and a broken answer ends its connection. */
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Readable } from "node:stream";
import axios, { AxiosError, type AxiosResponse } from "axios";
import type { Config } from "../../config.ts";
import { Refusal, timedOut, unavailable } from "../../outcome/refusals.ts";

export interface StoreBytes {
  readonly bytes: Buffer;
  /** The store's own clock when it answered, in epoch milliseconds; absent when it does not say. */
  readonly date: number | undefined;
}

/** The answer, or `undefined` when the store says 404 or 410. */
export type AskStore = (target: string) => Promise<StoreBytes | undefined>;

export type StoreLimits = Pick<Config, "storeUrl" | "storeTypes" | "storeTimeoutMs" | "storeMaxSockets" | "maxResponseBytes">;

/** A connection that rests longer is given up, before whatever stands between forgets it. */
const IDLE_MS = 30_000;
const JSON_TYPES: ReadonlySet<string> = new Set(["application/fhir+json", "application/json"]);
const ABSENT: ReadonlySet<number> = new Set([404, 410]);

/**
 * `target` is what stands after the base address: path and query, built by the caller from parsed values only.
 * The time limit covers waiting for a connection, the head and the last byte. No redirect is followed and no compression is accepted, so that the
 * bytes that arrive are the bytes that count.
 * @throws Unavailable or TimedOut from the returned function
 */
export function askingStore({ storeUrl, storeTimeoutMs, storeMaxSockets, maxResponseBytes }: StoreLimits): AskStore {
  const pool = { keepAlive: true, maxSockets: storeMaxSockets, timeout: IDLE_MS };
  const http = axios.create({
    // a store that answers from an earlier search (HAPI does, for a minute) would answer an index with what it no longer holds
    headers: { Accept: "application/fhir+json", "Accept-Encoding": "identity", "Cache-Control": "no-cache" },
    decompress: false,
    maxRedirects: 0,
    proxy: false,
    responseType: "stream",
    validateStatus: () => true,
    httpAgent: new HttpAgent(pool),
    httpsAgent: new HttpsAgent(pool),
  });

  /** The store may close a kept connection just when it is used again: nothing was answered, so another is tried until one is new. */
  const send = async (target: string, signal: AbortSignal): Promise<AxiosResponse<Readable>> =>
    http.get<Readable>(`${storeUrl}${target}`, { signal }).catch((error: unknown) => {
      if (error instanceof AxiosError && error.code === "ECONNRESET" && error.request?.reusedSocket) return send(target, signal);
      throw error;
    });

  return async (target) => {
    const signal = AbortSignal.timeout(storeTimeoutMs);
    try {
      const response = await send(target, signal);
      const fault = faultOfHead(response, maxResponseBytes);
      if (fault) {
        response.data.destroy();
        throw unavailable(fault);
      }
      const bytes = await bytesOf(response.data, maxResponseBytes);
      return ABSENT.has(response.status) ? undefined : { bytes, date: Date.parse(String(response.headers.date)) || undefined };
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (signal.aborted) throw timedOut("store-timeout");
      if (typeof error === "object" && error !== null && "code" in error) throw unavailable("store-unavailable");
      throw error;
    }
  };
}

/** Why the body is not worth reading, as a word for the log. */
function faultOfHead({ status, headers }: AxiosResponse, maxBytes: number): string | undefined {
  if (status === 401 || status === 403) return "store-unauthorized";
  if (Number(headers["content-length"] ?? 0) > maxBytes) return "store-too-large";
  if (ABSENT.has(status)) return undefined;
  if (status !== 200) return "store-status";
  if (!/^(identity)?$/i.test(String(headers["content-encoding"] ?? ""))) return "store-content-encoding";
  return isJson(String(headers["content-type"] ?? "")) ? undefined : "store-content-type";
}

/** JSON is UTF-8, whether it says so or not (RFC 8259). */
function isJson(contentType: string): boolean {
  const [type = "", ...parameters] = contentType.toLowerCase().split(";");
  const charsets = parameters.flatMap((parameter) => /^\s*charset\s*=\s*"?([^"]*?)"?\s*$/.exec(parameter)?.[1] ?? []);
  return JSON_TYPES.has(type.trim()) && charsets.every((charset) => charset === "utf-8" || charset === "utf8");
}

/** Leaving the loop early destroys the stream, and with it the connection. */
async function bytesOf(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maxBytes) throw unavailable("store-too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
