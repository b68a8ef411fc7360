/** Bytes on a connection: RFC 9112 sections 2, 3, 6, 7 and 11; leaks 11, 20 and 21. What goes out is one clean refusal, and the store hears nothing. */
import { connect, type Socket } from "node:net";
import { MAX_PIPELINED } from "../../fhir-facade/src/http/server.ts";
import { expectCommonHeaders } from "./support/common-headers.ts";
import { PATIENCE } from "./support/configuration.ts";
import { type Surroundings, startSurroundings } from "./support/facade.ts";
import { exchange, type RawAnswer } from "./support/raw-socket.ts";
import { OTHERS, SHOWN } from "./support/records.ts";

let around: Surroundings;
let token: string;
beforeAll(async () => {
  around = await startSurroundings([...SHOWN, ...OTHERS], PATIENCE);
  token = await around.issuer.grant();
});
beforeEach(() => {
  around.store.asked.length = 0;
});
afterAll(() => around.close());

/** Sends these lines with a good token in place of the word TOKEN. */
const send = (...lines: readonly string[]): Promise<RawAnswer[]> =>
  exchange(around.port, ...lines.map((line) => line.replaceAll("TOKEN", token)));

const AUTH = "Authorization: Bearer TOKEN";
const HOST = "Host: plan.example";
const CLOSE = "Connection: close";
const GET = "GET /fhir/Condition/c1 HTTP/1.1";
const POST = "POST /fhir/Condition/_search HTTP/1.1";
const FORM = "Content-Type: application/x-www-form-urlencoded";
const SMUGGLED = "GET /fhir/Condition/c2 HTTP/1.1";

function expectRefusals(answers: readonly RawAnswer[], ...expected: readonly (readonly [status: number, issue: string])[]): void {
  expect(answers.map(({ status, text }) => [status, JSON.parse(text).issue[0].code])).toEqual(expected);
  for (const { headers } of answers) {
    expectCommonHeaders(headers);
    expect(headers["content-type"]).toBe("application/fhir+json; charset=utf-8");
  }
  expect(around.store.asked).toEqual([]);
}

describe("leak 20: the request target", () => {
  test("leak 20: the good request is answered over this very client", async () => {
    const [answer] = await send(GET, HOST, AUTH, CLOSE, "", "");
    expect([answer?.status, JSON.parse(answer?.text ?? "").id]).toEqual([200, "c1"]);
    expectCommonHeaders(answer?.headers ?? {});
  });

  test.each([
    "http://plan.example/fhir/Condition/c1",
    "http://127.0.0.1/fhir/Condition/c1",
    "http://[::1/fhir/Condition/c1",
    "x://?a",
    "x://",
    "*",
    "/fhir/Condition/..",
    "/fhir/Condition/.",
    "/fhir/Condition/%2e%2e/Condition/c1",
    "/fhir/Condition/%252e%252e/Condition/c1",
    "/fhir/Condition/c1/..",
    "/fhir/../fhir/Condition/c1",
    "/fhir/%2e/Condition/c1",
    "/fhir%2fCondition%2fc1",
    "/fhir/Condition%252fc1",
    "/fhir\\Condition\\c1",
    "/fhir/Condition/c1%2500",
    "/fhir/Condition/c1;jsessionid=1",
    "/fhir;x/Condition/c1",
    "//fhir/Condition/c1",
    "/fhir//Condition/c1",
    "///fhir/Condition/c1",
    "/FHIR/Condition/c1",
    "/fhir/condition/c1",
    "/fhir/CONDITION/c1",
    "/fhir/Condition/c1#fragment",
    "/fhir/Condition/c1?#",
    "/fhirCondition/c1",
    "/fhi/r/Condition/c1",
    "/fhir/Patient/../$everything",
    "/fhir/Patient/p1/%24everything",
    "/fhir/metadata/",
    "/fhir/Metadata",
    "/fhir/metadata%00",
    "/metadata",
    "/",
  ])("leak 20: %s is refused", async (target) => {
    const [answer, ...more] = await send(`GET ${target} HTTP/1.1`, HOST, AUTH, CLOSE, "", "");
    const { code } = JSON.parse(answer?.text ?? "").issue[0];
    expect([answer?.status, ["invalid", "not-supported"].includes(code), more]).toEqual([400, true, []]);
    expectCommonHeaders(answer?.headers ?? {});
    expect(around.store.asked).toEqual([]);
  });

  test.each(["\x00", "\x01", "\x7f", "\xff", " ", "\t"])("leak 20: a byte that no address has is refused (%j)", async (byte) => {
    expectRefusals(await send(`GET /fhir/Condition/c${byte}1 HTTP/1.1`, HOST, AUTH, CLOSE, "", ""), [400, expect.any(String)]);
  });
});

describe("leak 11: methods that are none of this API's", () => {
  test("leak 11: CONNECT opens no tunnel", async () =>
    expectRefusals(await send("CONNECT store.example:80 HTTP/1.1", HOST, AUTH, "", ""), [405, "not-supported"]));

  test.each(["TRACE", "PUT", "DELETE", "PATCH", "PURGE", "LINK", "M-SEARCH", "QUERY"])(
    "leak 11: %s is refused and echoes nothing",
    async (method) => {
      const [answer] = await send(`${method} /fhir/Condition/c1 HTTP/1.1`, HOST, AUTH, "X-Echo: EchoedWord", CLOSE, "", "");
      expect([400, 405]).toContain(answer?.status);
      expect(answer?.text).not.toContain("EchoedWord");
      expect(around.store.asked).toEqual([]);
    },
  );

  test.each(["FETCH", "get", "GET\tx", "", "G3T"])("leak 11: a method that HTTP does not know (%j) is refused", async (method) =>
    expectRefusals(await send(`${method} /fhir/Condition/c1 HTTP/1.1`, HOST, AUTH, CLOSE, "", ""), [400, "invalid"]),
  );

  test("leak 11: HEAD is refused without a body", async () => {
    const [answer] = await send("HEAD /fhir/Condition/c1 HTTP/1.1", HOST, AUTH, CLOSE, "", "");
    expect([answer?.status, answer?.headers.allow, around.store.asked]).toEqual([405, "GET", []]);
  });

  test("leak 11: an upgrade of the protocol is not made", async () => {
    for (const protocol of ["h2c", "websocket"]) {
      const [answer] = await send(GET, HOST, AUTH, `Upgrade: ${protocol}`, "Connection: Upgrade, close", "", "");
      expect(answer?.status).toBe(200);
    }
    around.store.asked.length = 0;
    expectRefusals(await send("PRI * HTTP/2.0", "", "SM", "", ""), [400, "invalid"]);
  });
});

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

describe("leak 11: bounds on what is read", () => {
  test.each([
    ["an address", () => [`GET /fhir/Condition?code=${"x".repeat(20_000)} HTTP/1.1`, HOST, AUTH]],
    ["a header", () => [GET, HOST, AUTH, `X-Long: ${"x".repeat(20_000)}`]],
    ["a token", () => [GET, HOST, `Authorization: Bearer ${"x".repeat(20_000)}`]],
    ["a header's name", () => [GET, HOST, AUTH, `X${"x".repeat(20_000)}: y`]],
    ["a number of headers", () => [GET, HOST, AUTH, CLOSE, ...Array.from({ length: 98 }, (_, n) => `X-${n}: x`)]],
    ["all headers together", () => [GET, HOST, AUTH, ...Array.from({ length: 90 }, (_, n) => `X-${n}: ${"x".repeat(250)}`)]],
  ])("leak 11: %s beyond the bound is refused", async (_title, lines) => {
    expectRefusals(await send(...lines(), "", ""), [431, "too-long"]);
  });

  test("leak 11: extensions of chunks have no bound of their own, and are refused", async () => {
    const chunk = `1;${"x".repeat(20_000)}`;
    expectRefusals(await send(POST, HOST, AUTH, FORM, "Transfer-Encoding: chunked", "", chunk, "p", "0", "", ""), [400, "invalid"]);
  });

  test("leak 11: a body beyond the bound is refused before it is there", async () => {
    expectRefusals(await send(POST, HOST, AUTH, FORM, CLOSE, "Content-Length: 99999999", "", "pat"), [400, "invalid"]);
  });

  test("leak 11: a body that is announced and waited for is answered", async () => {
    const answers = await send(POST, HOST, AUTH, FORM, CLOSE, "Expect: 100-continue", "Content-Length: 10", "", "patient=p1");
    expect(answers.map(({ status }) => status)).toEqual([100, 200]);
  });
});

describe("leak 11: bounds on time and on connections", () => {
  let impatient: Surroundings;
  beforeAll(async () => {
    impatient = await startSurroundings([], { HEADERS_TIMEOUT_MS: "200", REQUEST_TIMEOUT_MS: "300" }, around.issuer);
  });
  afterAll(() => impatient.close());
  const auth = "Authorization: Bearer x.y.z";

  test.each([
    ["headers that never end", () => [GET, HOST, auth, "X-A: "]],
    ["a request line that never ends", () => ["GET /fhir/Cond"]],
    ["nothing at all", () => [""]],
    ["a body that never comes", () => [POST, HOST, auth, FORM, "Content-Length: 10", "", "pat"]],
    ["a chunked body that never ends", () => [POST, HOST, auth, FORM, "Transfer-Encoding: chunked", "", "3", "pat", ""]],
    ["a body that is waited for", () => [POST, HOST, auth, FORM, "Expect: 100-continue", "Content-Length: 10", "", ""]],
  ])("leak 11: a client that sends %s is sent away", async (_title, lines) => {
    const answers = await exchange(impatient.port, ...lines());
    expectRefusals(
      answers.filter(({ status }) => status !== 100),
      [408, "timeout"],
    );
  });

  test("leak 11: one connection more than the bound is closed without an answer", async () => {
    const bounded = await startSurroundings([], { MAX_CONNECTIONS: "2" }, around.issuer);
    const open = await Promise.all([1, 2].map(() => held(bounded.port)));
    expect(await exchange(bounded.port, GET, HOST, CLOSE, "", "")).toEqual([]);
    for (const socket of open) socket.destroy();
    await bounded.close();
  });
});

/** A connection of which the server has answered one request, and which stays open. */
const held = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`${GET}\r\n${HOST}\r\n\r\n`));
    socket.once("data", () => resolve(socket)).on("error", reject);
  });
