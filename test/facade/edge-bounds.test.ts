/** How much and how long is read: RFC 6585, RFC 9110 section 15.5.9; leak 11. What goes out is one clean refusal, and the store hears nothing. */
import { connect, type Socket } from "node:net";
import { type Surroundings, startSurroundings } from "./support/facade.ts";
import { AUTH, CLOSE, FORM, GET, HOST, POST, type RawClient, startRawClient } from "./support/raw-requests.ts";
import { exchange } from "./support/raw-socket.ts";

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

  test("R4: without a token a body is not waited for, and nothing follows the one refusal", async () => {
    for (const path of ["/fhir/Condition/_search", "/fhir"]) {
      const answers = await exchange(impatient.port, `POST ${path} HTTP/1.1`, HOST, FORM, "Content-Length: 10", "", "");
      expectRefusals(answers, [401, "login"]);
    }
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
