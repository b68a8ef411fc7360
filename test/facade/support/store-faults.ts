/** Every way in which an answer of the store is none, whatever was asked: as it goes over the wire, with the refusal that must follow. */
import type { Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { condition } from "./records.ts";
import type { Misbehaviour } from "./store.ts";

/** Stands in every body and header that the store sends here; none of it may come out again. */
export const STORE_SECRET = "SECRET-OF-THE-STORE";

const CRLF = "\r\n";
const GOOD = JSON.stringify(condition("c1", { note: [{ text: STORE_SECRET }] }));
const FHIR = { "Content-Type": "application/fhir+json" };

/** A whole answer, with the length that it has. */
export const answer =
  (status: number, headers: Record<string, string>, body: string | Buffer = GOOD): Misbehaviour =>
  (_request, response) =>
    void response.writeHead(status, { "X-Store": STORE_SECRET, ...headers }).end(body);

/** 200 and FHIR JSON, whatever the bytes are. */
export const fhir = (body: string | Buffer): Misbehaviour => answer(200, FHIR, body);

/** Bytes past Node's own server; `then` says what becomes of the connection. */
const wire =
  (text: string, then: (socket: Socket) => unknown = () => undefined): Misbehaviour =>
  ({ socket }) => {
    socket.write(text);
    then(socket);
  };
const head = (...fields: string[]): string =>
  ["HTTP/1.1 200 OK", "Content-Type: application/fhir+json", ...fields].map((line) => line + CRLF).join("");
const end = (socket: Socket): unknown => socket.end();

/** Again and again until the other side hangs up. */
const every =
  (milliseconds: number, text: string) =>
  (socket: Socket): void => {
    const timer = setInterval(() => void socket.write(text), milliseconds);
    socket.on("error", () => undefined).on("close", () => clearInterval(timer));
  };

/** As fast as the other side reads. */
const endless: Misbehaviour = (_request, response) => {
  const more = (): void => {
    while (!response.destroyed && response.write(" ".repeat(16_384)));
  };
  response
    .writeHead(200, FHIR)
    .on("drain", more)
    .on("error", () => undefined);
  more();
};

const redirect = (status: number, location: string): Misbehaviour => answer(status, { ...FHIR, Location: location });
const bomb = Buffer.alloc(20_000_000, " ");

export type Fault = readonly [title: string, misbehaviour: Misbehaviour, reason: string];

const SLOW: readonly [string, Misbehaviour][] = [
  ["silence", () => undefined],
  ["half a status line, then silence", wire("HTTP/1.1 2")],
  ["a head that does not end, then silence", wire(head("Content-Length: 9"))],
  ["a header every 50 ms, for ever", wire(head(), every(50, `X-More: ${STORE_SECRET}${CRLF}`))],
  ["a head, then silence", wire(head("Content-Length: 9") + CRLF)],
  ["half a body, then silence", wire(`${head("Content-Length: 999")}${CRLF}${GOOD}`)],
  ["a byte every 50 ms, for ever", wire(head("Content-Length: 9999") + CRLF, every(50, " "))],
  ["a chunk every 50 ms, for ever", wire(head("Transfer-Encoding: chunked") + CRLF, every(50, `1${CRLF} ${CRLF}`))],
  [
    "a switch to another protocol",
    wire(`HTTP/1.1 101 Switching Protocols${CRLF}Connection: Upgrade${CRLF}Upgrade: x${CRLF}${CRLF}${GOOD}`),
  ],
  ["interim answers, for ever", wire("", every(50, `HTTP/1.1 103 Early Hints${CRLF}X-Store: ${STORE_SECRET}${CRLF}${CRLF}`))],
];

const BROKEN: readonly [string, Misbehaviour][] = [
  ["a connection closed at once", ({ socket }) => void socket.destroy()],
  ["a head broken off", wire(head(), end)],
  ["a body shorter than its Content-Length", wire(`${head("Content-Length: 9999")}${CRLF}${GOOD}`, end)],
  ["a chunked body broken off", wire(`${head("Transfer-Encoding: chunked")}${CRLF}${GOOD.length.toString(16)}${CRLF}${GOOD}${CRLF}`, end)],
  ["a chunk size that is none", wire(`${head("Transfer-Encoding: chunked")}${CRLF}zz${CRLF}${GOOD}`)],
  ["two lengths that differ", wire(`${head("Content-Length: 9", `Content-Length: ${GOOD.length}`)}${CRLF}${GOOD}`)],
  ["a length beside chunks", wire(`${head("Content-Length: 9", "Transfer-Encoding: chunked")}${CRLF}9${CRLF}${GOOD}`)],
  ["headers without measure", wire(head(`X-Store: ${STORE_SECRET.repeat(4000)}`))],
  ["no HTTP at all", wire(`SSH-2.0-${STORE_SECRET}${CRLF}`)],
];

const MALFORMED: readonly [string, string | Buffer][] = [
  ["an empty body", ""],
  ["blanks", "   "],
  ["truncated JSON", GOOD.slice(0, -4)],
  ["JSON and more", `${GOOD}${GOOD}`],
  ["words", STORE_SECRET],
  ["HTML called FHIR", `<html>${STORE_SECRET}</html>`],
  ["null", "null"],
  ["true", "true"],
  ["a number", "1"],
  ["a text", JSON.stringify(STORE_SECRET)],
  ["a list", `[${GOOD}]`],
  ["NaN", `{"resourceType":"Condition","id":"c1","x":NaN}`],
  ["a comma too many", `{"resourceType":"Condition","id":"c1",}`],
  ["a raw line feed in a string", `{"resourceType":"Condition","id":"c1","x":"\n"}`],
  ["UTF-16", Buffer.from(GOOD, "utf16le")],
  ["bytes that are no UTF-8", Buffer.from(GOOD.replace(STORE_SECRET, "\u00ff"), "latin1")],
  ["a hundred thousand brackets that nobody closes", "[".repeat(15_000)],
];

const TYPES = [
  "text/html",
  "text/plain",
  "application/xml",
  "application/fhir+xml",
  "application/fhir+jsonx",
  "application/fhir+ndjson",
  "multipart/mixed; boundary=x",
  "application/fhir+json; charset=iso-8859-1",
  "application/fhir+json;charset=UTF-16",
  'application/json; charset="latin1"',
];

const ENCODED: readonly [string, string, Buffer][] = [
  ["gzip that nobody asked for", "gzip", gzipSync(GOOD)],
  ["a gzip bomb", "gzip", gzipSync(bomb)],
  ["a deflate bomb", "deflate", deflateSync(bomb)],
  ["a Brotli bomb", "br", brotliCompressSync(bomb)],
  ["broken gzip", "gzip", gzipSync(GOOD).subarray(0, 40)],
  ["gzip twice", "gzip, gzip", gzipSync(gzipSync(bomb))],
  ["an encoding that nobody knows", "x-own", Buffer.from(GOOD)],
];

/** Each is refused by its status alone. */
const STATUSES = [201, 202, 203, 205, 206, 300, 400, 405, 407, 409, 412, 422, 429, 451, 500, 501, 503, 504, 599];

/** @param elsewhere address that must never be asked; the facade's limit of bytes must be below 100,000 */
export const storeFaults = (elsewhere: string): readonly Fault[] => [
  ...SLOW.map(([title, misbehaviour]): Fault => [title, misbehaviour, "store-timeout"]),
  ...BROKEN.map(([title, misbehaviour]): Fault => [title, misbehaviour, "store-unavailable"]),
  ...MALFORMED.map(([title, body]): Fault => [title, fhir(body), "store-malformed"]),
  ...TYPES.map((type): Fault => [`the type ${type}`, answer(200, { "Content-Type": type }), "store-content-type"]),
  ["no type", answer(200, {}), "store-content-type"],
  ...ENCODED.map(
    ([title, encoding, body]): Fault => [title, answer(200, { ...FHIR, "Content-Encoding": encoding }, body), "store-content-encoding"],
  ),
  ["more bytes than allowed, as announced", answer(200, FHIR, `${GOOD}${" ".repeat(100_000)}`), "store-too-large"],
  ["more bytes than allowed, announced and never sent", wire(head("Content-Length: 100000") + CRLF), "store-too-large"],
  ["more bytes than allowed, without end", endless, "store-too-large"],
  ...STATUSES.map((status): Fault => [`status ${status}`, answer(status, FHIR), "store-status"]),
  ["status 204", answer(204, {}, ""), "store-status"],
  ["status 304", answer(304, {}, ""), "store-status"],
  ["status 401", answer(401, { ...FHIR, "WWW-Authenticate": `Basic realm="${STORE_SECRET}"` }), "store-unauthorized"],
  ["status 403", answer(403, FHIR), "store-unauthorized"],
  ...[301, 302, 303, 307, 308].flatMap((status): Fault[] => [
    [`a redirect ${status} to elsewhere`, redirect(status, `${elsewhere}/Condition/c1`), "store-status"],
    [`a redirect ${status} to itself`, redirect(status, ""), "store-status"],
  ]),
];
