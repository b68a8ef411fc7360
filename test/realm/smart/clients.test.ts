/** SMART App Launch 2.2, client authentication: public, symmetric by HTTP Basic, asymmetric by a signed assertion (RFC 7523). */
import type { App } from "@member-exchange/realm-config";
import type { AuthorizationFlow, Shown } from "../../support/authorization-flow.ts";
import { DIARY, TestRealm } from "../../support/realm.ts";
import { type AppKey, appKey, basic, endpoint, post } from "../../support/smart-app.ts";

const SECRET = "a secret with: colon & percent %";
const SCOPE = "launch/patient offline_access patient/Condition.rs";
const ALLOW = { mode: "all-but-sensitive", duration: "P1Y", decision: "allow" };

const app = (clientId: string, authentication: App["authentication"]): App => ({
  ...DIARY,
  clientId,
  redirectUris: [`http://localhost:9/${clientId}`],
  authentication,
});
const SYMMETRIC = app("symmetric", { method: "client_secret_basic", secret: SECRET });

let realm: TestRealm;
let keys: Record<"RS384" | "ES384", AppKey>;
const asymmetric = (alg: "RS384" | "ES384"): App => app(`asymmetric-${alg}`, { method: "private_key_jwt", jwks: keys[alg].jwks });
beforeAll(async () => {
  keys = { RS384: await appKey("RS384"), ES384: await appKey("ES384") };
  realm = await TestRealm.create({ apps: [DIARY, SYMMETRIC, asymmetric("RS384"), asymmetric("ES384")] });
});
beforeEach(() => realm.signInAdmin());
afterAll(() => realm.remove());

/** A member said yes: the app, with a code. */
async function code(asking: App): Promise<{ flow: AuthorizationFlow; shown: Shown }> {
  const flow = realm.flow(SCOPE, { app: asking });
  return { flow, shown: await flow.post(await realm.signedIn(flow, await realm.newMember()), ALLOW) };
}
const token = () => endpoint(realm, "token");
const refresh = (refresh_token: string | undefined) => ({ grant_type: "refresh_token", refresh_token: refresh_token ?? "" });
/** Refreshes anew until an assertion is refused would use up tokens; a made-up one shows which check comes first. */
const probe = (assertion: Record<string, string>) => post(token(), { ...refresh("made-up"), ...assertion });

describe("client-public", () => {
  test("the client id is enough, with the code and at refresh", async () => {
    const { flow, shown } = await code(DIARY);
    const first = await flow.redeem(shown);
    const again = await flow.refresh(first.body.refresh_token);
    expect([first.status, again.status]).toEqual([200, 200]);
  });

  test("without a client id there is no client", async () => {
    expect(await post(token(), refresh("made-up"))).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  });
});

describe("client-confidential-symmetric", () => {
  test("RFC 6749 section 2.3.1: HTTP Basic with form-encoded id and secret, and no client_id in the body, with the code and at refresh", async () => {
    const { flow, shown } = await code(SYMMETRIC);
    const authorization = basic({ id: SYMMETRIC.clientId, secret: SECRET });
    const first = await flow.redeem(shown, { client_id: undefined }, { authorization });
    const again = await post(token(), refresh(first.body.refresh_token), { authorization });
    expect([first.status, again.status, again.body.scope]).toEqual([200, 200, first.body.scope]);
  });

  test.each([
    ["a wrong secret", { authorization: basic({ id: SYMMETRIC.clientId, secret: "wrong" }) }, {}],
    ["no secret at all", {}, { client_id: SYMMETRIC.clientId }],
    ["another client's id beside it", { authorization: basic({ id: SYMMETRIC.clientId, secret: SECRET }) }, { client_id: DIARY.clientId }],
  ])("%s: no token", async (_, headers, fields) => {
    const { shown, flow } = await code(SYMMETRIC);
    const refused = await flow.redeem(shown, { client_id: undefined, ...fields }, headers as Record<string, string>);
    expect([400, 401]).toContain(refused.status);
    expect(refused.body).not.toHaveProperty("access_token");
  });
});

describe.each(["RS384", "ES384"] as const)("client-confidential-asymmetric, %s", (alg) => {
  const clientId = `asymmetric-${alg}`;

  test("an assertion of five minutes without iat authenticates, with the code and at refresh, without client_id", async () => {
    const { flow, shown } = await code(asymmetric(alg));
    const first = await flow.redeem(shown, { client_id: undefined, ...(await keys[alg].assertion(clientId, token())) });
    expect(first.body).toMatchObject({ scope: expect.any(String), access_token: expect.any(String) });
    const again = await post(token(), { ...refresh(first.body.refresh_token), ...(await keys[alg].assertion(clientId, token())) });
    expect([first.status, again.status]).toEqual([200, 200]);
  });

  test("the issuer is an audience as good as the token endpoint, and iat and client_id may be there", async () => {
    const iat = Math.floor(Date.now() / 1000);
    const { flow, shown } = await code(asymmetric(alg));
    const first = await flow.redeem(shown, await keys[alg].assertion(clientId, realm.issuer, { iat }));
    expect(first.status).toBe(200);
  });

  test("jti: an assertion that was used is refused", async () => {
    const { flow, shown } = await code(asymmetric(alg));
    const assertion = await keys[alg].assertion(clientId, token());
    const first = await flow.redeem(shown, { client_id: undefined, ...assertion });
    expect(first.status).toBe(200);
    const replayed = await post(token(), { ...refresh(first.body.refresh_token), ...assertion });
    expect(replayed).toMatchObject({ status: 400, body: { error: "invalid_client" } });
  });

  const now = () => Math.floor(Date.now() / 1000);
  test.each<[string, () => Promise<Record<string, string>>]>([
    ["aud of another server", () => keys[alg].assertion(clientId, "https://other.example/token")],
    ["aud of the FHIR server", () => keys[alg].assertion(clientId, realm.settings.fhirBaseUrl)],
    ["an end that is past", () => keys[alg].assertion(clientId, token(), { exp: now() - 60 })],
    ["no end", () => keys[alg].assertion(clientId, token(), { exp: undefined as unknown as number })],
    ["no jti", () => keys[alg].assertion(clientId, token(), { jti: undefined as unknown as string })],
    ["iss of another client", () => keys[alg].assertion(clientId, token(), { iss: DIARY.clientId })],
    ["sub of another client", () => keys[alg].assertion(clientId, token(), { sub: DIARY.clientId })],
    ["another app's key", () => keys[alg === "RS384" ? "ES384" : "RS384"].assertion(clientId, token())],
    ["a key id that is not registered", () => keys[alg].assertion(clientId, token(), {}, { kid: "unknown" })],
    ["an end that is more than five minutes away, without iat", () => keys[alg].assertion(clientId, token(), { exp: now() + 400 })],
  ])("%s: invalid_client", async (_, made) => {
    expect((await probe(await made())).body.error).toMatch(/^(invalid_client|unauthorized_client)$/);
  });

  test("an end that is more than five minutes away is refused with iat too", async () => {
    const { flow, shown } = await code(asymmetric(alg));
    const long = await keys[alg].assertion(clientId, token(), { iat: now(), exp: now() + 3600 });
    const refused = await flow.redeem(shown, { client_id: undefined, ...long });
    // Keycloak's word for whatever a client policy has against a code
    expect([refused.status, refused.body.error]).toEqual([400, "invalid_grant"]);
    const pushed = await keys[alg].assertion(clientId, endpoint(realm, "ext/par/request"), { iat: now(), exp: now() + 3600 });
    const request = Object.fromEntries(new URL(flow.address()).searchParams);
    expect((await post(endpoint(realm, "ext/par/request"), { ...request, ...pushed })).body.error).toBe("invalid_client");
  });

  test("no assertion, or a shared secret in its place: no client", async () => {
    for (const fields of [{ client_id: clientId }, { client_id: clientId, client_secret: "x" }])
      expect((await post(token(), { ...refresh("made-up"), ...fields })).status).toBeGreaterThanOrEqual(400);
  });
});
