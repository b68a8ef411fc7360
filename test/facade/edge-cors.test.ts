/** What apps in a browser need, and which representation there is: CORS of the SMART App Launch, RFC 9110 section 12; leaks 11 and 21. */
import { createApp } from "../../fhir-facade/src/app.ts";
import { expectCommonHeaders } from "./support/common-headers.ts";
import { PATIENCE, testConfig } from "./support/configuration.ts";
import { type Surroundings, startSurroundings } from "./support/facade.ts";
import { listen } from "./support/http-server.ts";
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

describe("CORS for apps in a browser", () => {
  const preflight = (path: string, method: string) =>
    around.ask({
      method: "OPTIONS",
      path,
      headers: {
        Origin: "https://app.example",
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "authorization,content-type,x-unlisted",
      },
    });

  test.each(["/Condition/c1", "/Condition?code=x", "/Condition/_search", "/", "/metadata", "/Nothing/of/this", "/%00"])(
    "leak 9: the preflight of %s says the same as any, without a token",
    async (path) => {
      for (const method of ["GET", "POST", "DELETE"]) {
        const { status, headers, text } = await preflight(path, method);
        expect([status, text]).toEqual([204, ""]);
        expect(headers).toMatchObject({
          "access-control-allow-origin": "*",
          "access-control-allow-methods": "GET, POST",
          "access-control-allow-headers": "Authorization, Accept, Content-Type, Prefer, Cache-Control",
          "access-control-max-age": "600",
        });
        expectCommonHeaders(headers);
      }
      expect(around.store.asked).toEqual([]);
    },
  );

  test("leak 21: a preflight reaches no stage, with a token or without", async () => {
    let reached = 0;
    const app = createApp(
      testConfig(around.issuer.url, around.store.url),
      () => undefined,
      () => {
        reached += 1;
        return Promise.reject(new Error("reached"));
      },
    );
    const server = await listen(app);
    for (const headers of [{}, { Authorization: `Bearer ${token}` }])
      await fetch(`${server.origin}/fhir/Condition`, { method: "OPTIONS", headers });
    expect(reached).toBe(0);
    await fetch(`${server.origin}/fhir/Condition`, { headers: { Authorization: `Bearer ${token}` } });
    expect(reached).toBe(1);
    await server.close();
  });

  test("leak 21: an app in a browser can read why it was refused and when to come back", async () => {
    const { headers } = await around.ask({ path: "/Condition/c1", headers: { Origin: "https://app.example" } });
    expect(headers["access-control-expose-headers"]).toBe("WWW-Authenticate, Retry-After");
  });

  test.each(["https://app.example", "null", "https://app.example, https://other.example"])(
    "leak 21: the origin %s is not echoed",
    async (origin) => {
      const { headers } = await around.ask({ path: "/Condition/c1", token, headers: { Origin: origin } });
      expect([headers["access-control-allow-origin"], headers["access-control-allow-credentials"]]).toEqual(["*", undefined]);
    },
  );
});

describe("leak 11: JSON or nothing", () => {
  test.each([
    "application/fhir+json",
    "application/json",
    "application/fhir+json; fhirVersion=4.0",
    "application/fhir+json;charset=utf-8",
    "application/json; charset=UTF-8",
    "*/*",
    "application/*",
    "application/fhir+xml, application/fhir+json;q=0.1",
    "text/html, */*;q=0.1",
    "APPLICATION/FHIR+JSON",
  ])("R4: Accept: %s is given FHIR JSON", async (accept) => {
    const { status, headers } = await around.ask({ path: "/Condition/c1", token, headers: { Accept: accept } });
    expect([status, headers["content-type"]]).toEqual([200, "application/fhir+json; charset=utf-8"]);
  });

  test.each([
    "application/fhir+xml",
    "application/xml",
    "text/html",
    "text/*",
    "application/fhir+turtle",
    "application/x-ndjson",
    "application/fhir+json;q=0",
    "application/fhir+json; fhirVersion=3.0",
    "application/json+fhir",
    "*/*;q=0",
    "nonsense",
    "application/fhir+json;q=0, application/json;q=0, text/*",
  ])("leak 11: Accept: %s is refused like _format=xml", async (accept) => {
    const refused = await around.ask({ path: "/Condition/c1", token, headers: { Accept: accept } });
    const format = await around.ask({ path: "/Condition/c1?_format=xml", token });
    expect([refused.status, refused.text, around.store.asked]).toEqual([400, format.text, []]);
  });

  test("leak 24: the public documents are JSON whatever Accept says", async () => {
    for (const path of ["/metadata", "/.well-known/smart-configuration"])
      expect((await around.ask({ path, headers: { Accept: "text/html" } })).status).toBe(200);
  });
});
