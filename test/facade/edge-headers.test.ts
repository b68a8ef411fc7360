/** Headers both ways: RFC 9110 sections 12 to 15; leaks 8 and 21. */
import { request as httpRequest } from "node:http";
import { createApp } from "../../fhir-facade/src/app.ts";
import { responseHeaders } from "../../fhir-facade/src/http/response-headers.ts";
import { expectCommonHeaders } from "./support/common-headers.ts";
import { PATIENCE, testConfig } from "./support/configuration.ts";
import { nextOf, type Surroundings, startSurroundings } from "./support/facade.ts";
import { listen } from "./support/http-server.ts";
import { FHIR_BASE_URL, json } from "./support/issuer.ts";
import { SHOWN } from "./support/records.ts";

let around: Surroundings;
let token: string;
beforeAll(async () => {
  around = await startSurroundings(SHOWN, { ...PATIENCE, ISSUER_TIMEOUT_MS: "1000" });
  token = await around.issuer.grant();
});
beforeEach(() => {
  around.store.asked.length = 0;
  around.store.misbehaviour = undefined;
});
afterAll(() => around.close());

describe("leak 21: the same headers on every answer", () => {
  test.each<[number, () => Promise<{ readonly headers: object; readonly status: number }>]>([
    [200, () => around.ask({ path: "/Condition/c1", token })],
    [200, () => around.ask({ path: "/metadata" })],
    [204, () => around.ask({ method: "OPTIONS", path: "/Condition" })],
    [400, () => around.ask({ path: "/Condition?x=y", token })],
    [400, () => around.ask({ path: "/Condition/c1", token, headers: { Accept: "text/html" } })],
    [401, () => around.ask({ path: "/Condition/c1" })],
    [403, () => around.get("/Condition/c1", { scope: "patient/Goal.r" })],
    [404, () => around.ask({ path: "/Condition/none", token })],
    [405, () => around.ask({ method: "DELETE", path: "/Condition/c1", token })],
    [405, () => around.ask({ method: "HEAD", path: "/Condition/c1", token })],
    [431, () => around.ask({ path: "/Condition/c1", token, headers: { "X-Long": "x".repeat(20_000) } })],
    [502, async () => around.ask({ path: "/Condition/c1", token: await around.issuer.grant({}, { introspection: json({}, 500) }) })],
    [504, async () => around.ask({ path: "/Condition/c1", token: await around.issuer.grant({}, { introspection: () => undefined }) })],
  ])("leak 21: %i", async (status, asking) => {
    const answer = await asking();
    expect(answer.status).toBe(status);
    expectCommonHeaders(answer.headers as Record<string, unknown>);
  });

  test("R10: 500 as well, with fixed text", async () => {
    const config = testConfig(around.issuer.url, around.store.url);
    const failing = await listen(
      createApp(
        config,
        () => undefined,
        () => Promise.reject(new TypeError("SecretOfTheCause")),
      ),
    );
    const answer = await fetch(`${failing.origin}/fhir/Condition/c1`, { headers: { Authorization: `Bearer ${token}` } });
    expect([answer.status, await answer.json()]).toMatchObject([
      500,
      { issue: [{ code: "exception", diagnostics: "The request could not be answered." }] },
    ]);
    expectCommonHeaders(Object.fromEntries(answer.headers));
    await failing.close();
  });

  test("strict transport security is said where apps come by https, and nowhere else", () => {
    expect(responseHeaders({ fhirBaseUrl: "https://plan.example/fhir" }).get("Strict-Transport-Security")).toBe("max-age=31536000");
    expect(responseHeaders({ fhirBaseUrl: "http://localhost:8082/fhir" }).has("Strict-Transport-Security")).toBe(false);
  });
});

describe("leak 8: never another status than without the header", () => {
  test.each<[string, string]>([
    ["If-None-Match", "*"],
    ["If-None-Match", 'W/"7", "x"'],
    ["If-Match", 'W/"1"'],
    ["If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"],
    ["If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT"],
    ["If-Range", 'W/"7"'],
    ["Range", "bytes=0-0"],
    ["Prefer", "respond-async"],
    ["Prefer", "handling=lenient"],
    ["Prefer", "return=minimal"],
    ["Accept-Language", "de"],
    ["Accept-Encoding", "gzip, br, zstd"],
    ["Accept-Charset", "utf-16"],
    ["TE", "trailers"],
    ["Connection", "Authorization"],
    ["X-Forwarded-For", "127.0.0.1"],
    ["X-Forwarded-Proto", "http"],
    ["X-Forwarded-Host", "elsewhere.example"],
    ["X-Forwarded-Prefix", "/elsewhere"],
    ["X-Forwarded-Port", "1"],
    ["X-Original-URL", "/fhir/Patient/p2"],
    ["X-Rewrite-URL", "/fhir/Patient/p2"],
    ["Forwarded", "host=elsewhere.example;proto=http"],
    ["Via", "1.1 elsewhere.example"],
    ["Cookie", "JSESSIONID=x"],
    ["X-Request-Id", "EchoedWord"],
    ["traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"],
    ["X-Provenance", "{}"],
    ["Host", "elsewhere.example:1"],
  ])("leak 21: %s: %s", async (name, value) => {
    for (const path of ["/Condition?_count=2", "/Condition/c1", "/Condition/none"]) {
      const plain = await around.ask({ path, token });
      const answer = await around.ask({ path, token, headers: { [name]: value } });
      expect(answer.status).toBe(plain.status);
      if (!path.includes("_count")) expect(answer.text).toBe(plain.text);
      for (const header of ["content-encoding", "content-range", "x-request-id", "accept-ranges", "retry-after"])
        expect([header, answer.headers[header]]).toEqual([header, undefined]);
      expect(answer.text + JSON.stringify(answer.headers)).not.toMatch(/elsewhere|EchoedWord/);
    }
  });

  test("leak 21: every link of a page begins with the base as it is configured", async () => {
    const headers = { Host: "elsewhere.example", "X-Forwarded-Host": "elsewhere.example", Forwarded: "host=elsewhere.example" };
    const { body } = await around.ask({ path: "/Condition?_count=2", token, headers });
    const links: string[] = [...body.link, ...body.entry].map(({ url, fullUrl }) => url ?? fullUrl);
    expect(links).toHaveLength(4);
    for (const link of links) expect(link.startsWith(`${FHIR_BASE_URL}/`)).toBe(true);
    expect(nextOf({ status: 200, headers: {}, text: "", body })).toMatch(/^\/\?page=/);
  });

  test("leak 21: nothing of a request's headers reaches the store but that there is one", async () => {
    const seen: string[] = [];
    around.store.misbehaviour = (request, response) => {
      seen.push(...Object.keys(request.headers));
      response.writeHead(404).end();
    };
    const sent = {
      Prefer: "x",
      Cookie: "a=b",
      "X-Forwarded-For": "x",
      "If-None-Match": "x",
      Range: "x",
      "User-Agent": "x",
      Referer: "x",
      Origin: "x",
    };
    await around.get("/Condition/c1", { mode: "everything", shared: [] });
    const before = new Set(seen);
    await around.ask({ path: "/Condition/c1", token: await around.issuer.grant({ mode: "everything", shared: [] }), headers: sent });
    expect(new Set(seen)).toEqual(before);
    expect(before).not.toContain("authorization");
  });

  test("leak 21: trailers of a request count for nothing", async () => {
    const status = await new Promise((resolve, reject) => {
      const sent = httpRequest(
        {
          host: "127.0.0.1",
          port: around.port,
          method: "POST",
          path: "/fhir/Condition/_search",
          headers: { "Content-Type": "application/x-www-form-urlencoded", Trailer: "Authorization", "Transfer-Encoding": "chunked" },
        },
        (response) => resolve(response.resume().statusCode),
      );
      sent.on("error", reject).addTrailers({ Authorization: `Bearer ${token}` });
      sent.end("patient=p1");
    });
    expect([status, around.store.asked]).toEqual([401, []]);
  });
});
