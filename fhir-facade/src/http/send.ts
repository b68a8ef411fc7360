/** Writes an answer: to a request, or to a connection of which no request could be read. */
import { type ServerResponse, STATUS_CODES } from "node:http";
import { operationOutcome } from "../outcome/operation-outcome.ts";
import type { RefusalValue } from "../outcome/refusals.ts";

/** A new address of the issuer is known to every app after this time. */
const KEPT_SECONDS = 300;
const FHIR_JSON = "application/fhir+json; charset=utf-8";

export function send(response: ServerResponse, status: number, body: object, type = FHIR_JSON): void {
  sendBytes(response, status, Buffer.from(JSON.stringify(body)), type);
}

/** What is the same for everybody, and is asked for at each launch, may be kept for a while. */
export function sendKept(response: ServerResponse, body: object, type: string): void {
  response.removeHeader("Pragma");
  response.setHeader("Cache-Control", `public, max-age=${KEPT_SECONDS}`);
  send(response, 200, body, type);
}

export function sendBytes(response: ServerResponse, status: number, bytes: Buffer, type = FHIR_JSON): void {
  response.statusCode = status;
  response.setHeader("Content-Type", type).setHeader("Content-Length", bytes.length).end(bytes);
}

/** Nothing goes out but the refusal; an answer that has begun is broken off. */
export function sendRefusal(response: ServerResponse, value: RefusalValue): void {
  if (response.headersSent) return void response.destroy();
  for (const [name, text] of Object.entries(value.headers)) response.setHeader(name, text);
  send(response, value.status, operationOutcome(value));
}

/** The same answer as bytes, after which the connection ends. */
export function refusalMessage(value: RefusalValue, common: ReadonlyMap<string, string>): string {
  const body = JSON.stringify(operationOutcome(value));
  const headers: [string, string][] = [
    ...common,
    ...Object.entries(value.headers),
    ["Content-Type", FHIR_JSON],
    ["Content-Length", String(Buffer.byteLength(body))],
    ["Date", new Date().toUTCString()],
    ["Connection", "close"],
  ];
  const lines = headers.map(([name, text]) => `${name}: ${text}`);
  return [`HTTP/1.1 ${value.status} ${STATUS_CODES[value.status]}`, ...lines, "", body].join("\r\n");
}
