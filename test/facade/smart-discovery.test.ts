/** SMART App Launch 2.2, conformance: `.well-known/smart-configuration` at the FHIR base, and the CapabilityStatement for clients that know no other discovery. */
import { GRANULAR_SCOPES, LAUNCH_SCOPES, RESOURCE_SCOPES } from "@member-exchange/sharing-policy";
import { PATIENCE } from "./support/configuration.ts";
import { type Surroundings, startSurroundings } from "./support/facade.ts";

const PATH = "/.well-known/smart-configuration";
const OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

let around: Surroundings;
let openid: string;
beforeAll(async () => {
  around = await startSurroundings([], { ...PATIENCE, ISSUER_TIMEOUT_MS: "1000" });
  openid = `${around.issuer.url}/protocol/openid-connect`;
});
afterAll(() => around.close());

describe("SMART 2.2 conformance, using well-known", () => {
  test("metadata: all required and recommended fields, each address absolute, and nothing that does not work", async () => {
    const { body } = await around.ask({ path: PATH });
    expect(body).toEqual({
      issuer: around.issuer.url,
      jwks_uri: `${openid}/certs`,
      authorization_endpoint: `${openid}/auth`,
      token_endpoint: `${openid}/token`,
      revocation_endpoint: `${openid}/revoke`,
      introspection_endpoint: `${openid}/token/introspect`,
      pushed_authorization_request_endpoint: `${openid}/ext/par/request`,
      management_endpoint: `${around.issuer.url}/account/applications`,
      token_endpoint_auth_methods_supported: ["none", "client_secret_basic", "private_key_jwt"],
      token_endpoint_auth_signing_alg_values_supported: ["RS384", "ES384"],
      grant_types_supported: ["authorization_code", "refresh_token"],
      response_types_supported: ["code"],
      code_challenge_methods_supported: ["S256"],
      authorization_response_iss_parameter_supported: true,
      scopes_supported: [...LAUNCH_SCOPES, ...RESOURCE_SCOPES, ...GRANULAR_SCOPES],
      capabilities: expect.any(Array),
    });
    for (const [name, value] of Object.entries(body))
      if (/endpoint$|_uri$|^issuer$/.test(name)) expect(() => new URL(String(value))).not.toThrow();
  });

  test("capabilities: those of a standalone launch for a patient, and none of an EHR launch, of users or of app state", async () => {
    const { body } = await around.ask({ path: PATH });
    expect([...body.capabilities].sort()).toEqual([
      "authorize-post",
      "client-confidential-asymmetric",
      "client-confidential-symmetric",
      "client-public",
      "context-standalone-patient",
      "launch-standalone",
      "permission-offline",
      "permission-patient",
      "permission-v1",
      "permission-v2",
      "sso-openid-connect",
    ]);
  });

  test.each([undefined, "application/json", "application/fhir+json", "application/xml", "text/html", "image/png;q=1, */*;q=0"])(
    "response: JSON whatever Accept says (%s), with or without Authorization",
    async (accept) => {
      for (const token of [undefined, "nonsense"]) {
        const { status, headers, body } = await around.ask({ path: PATH, token, headers: accept === undefined ? {} : { Accept: accept } });
        expect([status, headers["content-type"], body.token_endpoint]).toEqual([200, "application/json; charset=utf-8", `${openid}/token`]);
      }
    },
  );

  test("response: it may be kept for five minutes by anybody, since it is the same for everybody", async () => {
    const { headers } = await around.ask({ path: PATH });
    expect([headers["cache-control"], headers.pragma]).toEqual(["public, max-age=300", undefined]);
  });

  test.each([PATH, "/metadata"])("HEAD %s says what GET says, without the document", async (path) => {
    const [got, head] = [await around.ask({ path }), await around.ask({ method: "HEAD", path })];
    expect([head.status, head.text]).toEqual([200, ""]);
    for (const name of ["content-type", "content-length", "cache-control", "access-control-allow-origin"])
      expect([name, head.headers[name]]).toEqual([name, got.headers[name]]);
  });

  test.each(["POST", "PUT", "DELETE"])("%s is no way to discover", async (method) => {
    const { status } = await around.ask({ method, path: PATH });
    expect(status).toBeGreaterThanOrEqual(400);
  });
});

describe("SMART 2.2 app launch, CORS: discovery and metadata are open to every origin", () => {
  test.each([PATH, "/metadata"])("GET and the preflight of %s", async (path) => {
    const Origin = "https://app.example";
    const { headers } = await around.ask({ path, headers: { Origin } });
    expect([headers["access-control-allow-origin"], headers["access-control-allow-credentials"]]).toEqual(["*", undefined]);
    const preflight = await around.ask({ method: "OPTIONS", path, headers: { Origin, "Access-Control-Request-Method": "GET" } });
    expect([preflight.status, preflight.headers["access-control-allow-origin"]]).toEqual([204, "*"]);
  });
});

describe("SMART 2.2 conformance, CapabilityStatement", () => {
  test("rest.security: the SMART service, CORS, and the addresses of discovery in the extension that older clients read", async () => {
    const [{ body }, discovery] = [await around.ask({ path: "/metadata" }), (await around.ask({ path: PATH })).body];
    const { security } = body.rest[0];
    expect(security.cors).toBe(true);
    expect(security.service[0].coding).toEqual([
      { system: "http://terminology.hl7.org/CodeSystem/restful-security-service", code: "SMART-on-FHIR" },
    ]);
    const [uris] = security.extension.filter(({ url }: { url: string }) => url === OAUTH_URIS);
    expect(Object.fromEntries(uris.extension.map(({ url, valueUri }: { url: string; valueUri: string }) => [url, valueUri]))).toEqual({
      authorize: discovery.authorization_endpoint,
      token: discovery.token_endpoint,
      introspect: discovery.introspection_endpoint,
      revoke: discovery.revocation_endpoint,
      manage: discovery.management_endpoint,
    });
  });

  test("the statement is JSON of FHIR R4 whatever Accept says, and names this base", async () => {
    const { status, body } = await around.ask({ path: "/metadata", headers: { Accept: "application/xml" } });
    expect([status, body.fhirVersion, body.format]).toEqual([200, "4.0.1", ["json"]]);
  });
});
