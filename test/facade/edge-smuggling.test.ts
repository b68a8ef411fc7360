/** Where a request ends: RFC 9112 sections 2, 5, 6, 7, 9 and 11; leak 11. What goes out is one clean refusal, and the store hears nothing. */
import { MAX_PIPELINED } from "../../fhir-facade/src/http/server.ts";
import { AUTH, CLOSE, FORM, GET, HOST, POST, type RawClient, startRawClient } from "./support/raw-requests.ts";

let client: RawClient;
let around: RawClient["around"];
let send: RawClient["send"];
let expectRefusals: RawClient["expectRefusals"];
beforeAll(async () => {
  client = await startRawClient();
  ({ around, send, expectRefusals } = client);
});
beforeEach(() => {
  around.store.asked.length = 0;
});
afterAll(() => around.close());

const SMUGGLED = "GET /fhir/Condition/c2 HTTP/1.1";
const body = "patient=p1";
/** Each is one request with two readings; the second reading holds a request of its own. */
const SMUGGLING: readonly (readonly [title: string, lines: readonly string[]])[] = [
  [
    "Content-Length and Transfer-Encoding",
    [POST, HOST, AUTH, FORM, "Content-Length: 5", "Transfer-Encoding: chunked", "", "0", "", SMUGGLED, HOST, AUTH, "", ""],
  ],
  ["two Content-Lengths that differ", [POST, HOST, AUTH, FORM, "Content-Length: 10", "Content-Length: 0", "", body]],
  ["two Content-Lengths that agree", [POST, HOST, AUTH, FORM, "Content-Length: 10", "Content-Length: 10", "", body]],
  ["a list of Content-Lengths", [POST, HOST, AUTH, FORM, "Content-Length: 10, 10", "", body]],
  ["a negative Content-Length", [POST, HOST, AUTH, FORM, "Content-Length: -1", "", body]],
  ["a Content-Length with a sign", [POST, HOST, AUTH, FORM, "Content-Length: +10", "", body]],
  ["a Content-Length in hexadecimal", [POST, HOST, AUTH, FORM, "Content-Length: 0xa", "", body]],
  ["a Content-Length beyond all numbers", [POST, HOST, AUTH, FORM, `Content-Length: ${"9".repeat(30)}`, "", body]],
  ["a coding that is not chunked", [POST, HOST, AUTH, FORM, "Transfer-Encoding: gzip", "", body]],
  ["a coding before chunked", [POST, HOST, AUTH, FORM, CLOSE, "Transfer-Encoding: gzip, chunked", "", "0", "", ""]],
  ["chunked twice", [POST, HOST, AUTH, FORM, CLOSE, "Transfer-Encoding: chunked, chunked", "", "0", "", ""]],
  ["two Transfer-Encodings", [POST, HOST, AUTH, FORM, CLOSE, "Transfer-Encoding: chunked", "Transfer-Encoding: identity", "", "0", "", ""]],
  ["an unknown coding", [POST, HOST, AUTH, FORM, "Transfer-Encoding: xchunked", "", "0", "", ""]],
  ["a blank before the colon", [POST, HOST, AUTH, FORM, "Transfer-Encoding : chunked", "", "0", "", ""]],
  ["a chunk of no size", [POST, HOST, AUTH, FORM, "Transfer-Encoding: chunked", "", "x", body, "0", "", ""]],
  ["a chunk of a negative size", [POST, HOST, AUTH, FORM, "Transfer-Encoding: chunked", "", "-1", body, "0", "", ""]],
  ["a chunk of too great a size", [POST, HOST, AUTH, FORM, "Transfer-Encoding: chunked", "", "f".repeat(20), body, "0", "", ""]],
  ["a chunk longer than its size", [POST, HOST, AUTH, FORM, "Transfer-Encoding: chunked", "", "2", body, "0", "", ""]],
  ["a folded header", [GET, HOST, AUTH, "X-A: b", " folded", "", ""]],
  ["a header without a colon", [GET, HOST, AUTH, "X-A", "", ""]],
  ["a header without a name", [GET, HOST, AUTH, ": x", "", ""]],
  ["a header name with a blank", [GET, HOST, AUTH, "X A: x", "", ""]],
  ["a NUL in a header", [GET, HOST, AUTH, "X-A: b\0c", "", ""]],
  ["a bare carriage return in a header", [GET, HOST, AUTH, `X-A: b\r${SMUGGLED}`, "", ""]],
  ["lines that end with LF alone", [`${GET}\n${HOST}\n${AUTH}\n\n`]],
  ["another version of HTTP", ["GET /fhir/Condition/c1 HTTP/3.0", HOST, AUTH, "", ""]],
  ["no version of HTTP", ["GET /fhir/Condition/c1", HOST, AUTH, "", ""]],
  ["no host", [GET, AUTH, CLOSE, "", ""]],
  ["two hosts", [GET, HOST, "Host: elsewhere.example", AUTH, CLOSE, "", ""]],
  ["two Authorization headers", [GET, HOST, AUTH, AUTH, CLOSE, "", ""]],
  ["an Authorization header folded away", [GET, HOST, AUTH, "Authorization:", CLOSE, "", ""]],
  ["a GET with a body", [GET, HOST, AUTH, CLOSE, FORM, "Content-Length: 10", "", body]],
  ["a GET with an empty chunked body", [GET, HOST, AUTH, CLOSE, "Transfer-Encoding: chunked", "", "0", "", ""]],
  ["an expectation that is none", [GET, HOST, AUTH, CLOSE, "Expect: 200-ok", "", ""]],
];

describe("leak 11: a request that two readers could read differently", () => {
  test.each(SMUGGLING)("leak 11: %s is refused, and nothing after it is read", async (_title, lines) => {
    expectRefusals(await send(...lines), [400, "invalid"]);
  });
});

describe("leak 11: requests one after the other on one connection", () => {
  const next = (id: string, ...more: readonly string[]): string[] => [`GET /fhir/Condition/${id} HTTP/1.1`, HOST, AUTH, ...more, "", ""];
  const glued = (...requests: readonly (readonly string[])[]): string => requests.map((lines) => lines.join("\r\n")).join("");

  test("leak 11: each gets its own answer, in their order", async () => {
    const answers = await send(glued(next("c1"), next("none"), next("c2", CLOSE)));
    expect(answers.map(({ status, text }) => [status, JSON.parse(text).id])).toEqual([
      [200, "c1"],
      [404, undefined],
      [200, "c2"],
    ]);
  });

  test("leak 11: each is authenticated by itself", async () => {
    const answers = await send(glued(next("c1"), ["GET /fhir/Condition/c2 HTTP/1.1", HOST, CLOSE, "", ""]));
    expect(answers.map(({ status }) => status)).toEqual([200, 401]);
  });

  test("leak 11: a malformed one after one that waits is not answered in its place", async () => {
    const answers = await send(glued(next("c1"), ["nonsense", "", ""]));
    for (const { status, text } of answers) expect([status, JSON.parse(text).id]).toEqual([200, "c1"]);
  });

  test("leak 11: a connection has no more than so many waiting", async () => {
    const many = Array.from({ length: 3 * MAX_PIPELINED }, () => next("c1"));
    const answers = await send(glued(...many, next("c1", CLOSE)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.slice(0, MAX_PIPELINED)).toEqual(Array(MAX_PIPELINED).fill(200));
    expect(new Set(statuses.slice(MAX_PIPELINED))).toContain(429);
  });
});
