/** Request lines: RFC 9112 section 3, RFC 9110 section 9; leaks 11 and 20. What goes out is one clean refusal, and the store hears nothing. */
import { expectCommonHeaders } from "./support/common-headers.ts";
import { AUTH, CLOSE, GET, HOST, type RawClient, startRawClient } from "./support/raw-requests.ts";

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
