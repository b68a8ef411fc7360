/** SMART App Launch 2.2, standalone launch: authorization request (also by POST and pushed), its answer, the token response, refresh, ID token, CORS. */
import { RESOURCE_SCOPES } from "@member-exchange/sharing-policy";
import { createRemoteJWKSet, jwtVerify } from "jose";
import type { AuthorizationFlow, Shown } from "../../support/authorization-flow.ts";
import { type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, FHIR_BASE_URL, LAB_APP, type TestMember, TestRealm } from "../../support/realm.ts";
import { endpoint, post } from "../../support/smart-app.ts";

const SCOPE = "launch/patient openid fhirUser offline_access patient/Patient.rs patient/Condition.rs";
const ALLOW = { mode: "all-but-sensitive", duration: "P1Y", decision: "allow" };
const ORIGIN = new URL(DIARY.redirectUris[0] as string).origin;

let realm: TestRealm;
let facade: RealmFacade;
let member: TestMember;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
  facade.keep(member.fhirPatient);
});
afterAll(() => Promise.all([facade.close(), realm.remove()]));

const paramsOf = (shown: Shown): Record<string, string> => (shown.kind === "app" ? Object.fromEntries(shown.params) : { page: shown.page });
const refusal = (error: string) => ({ error, state: "state-1", iss: realm.issuer });
const allowed = async (flow: AuthorizationFlow, shown: Shown): Promise<Shown> => flow.post(await signedIn(flow, shown), ALLOW);
const signedIn = async (flow: AuthorizationFlow, shown: Shown): Promise<Shown> => flow.signIn(shown, member.username, member.password);
/** The whole flow. */
async function granted(
  scope = SCOPE,
): Promise<{ flow: AuthorizationFlow; body: Awaited<ReturnType<AuthorizationFlow["redeem"]>>["body"] }> {
  const flow = realm.flow(scope);
  return { flow, body: (await flow.redeem(await allowed(flow, await flow.start()))).body };
}

describe("obtain authorization code: aud", () => {
  test.each<[string, string]>([
    ["missing", ""],
    ["of another server", "https://inferno.example/invalid_aud"],
    ["the issuer", "ISSUER"],
    ["the base with something behind it", `${FHIR_BASE_URL}/Patient`],
    ["in other letters", FHIR_BASE_URL.toUpperCase()],
  ])("%s: back to the app with invalid_request, state and iss, and no page", async (_, aud) => {
    const shown = await realm.flow(SCOPE).start({ aud: aud === "ISSUER" ? realm.issuer : aud });
    expect(paramsOf(shown)).toMatchObject(refusal("invalid_request"));
    expect(paramsOf(shown)).not.toHaveProperty("code");
  });

  test("the FHIR base with a slash at its end is the FHIR base", async () => {
    expect(await realm.flow(SCOPE).start({ aud: `${FHIR_BASE_URL}/` })).toMatchObject({ kind: "page", page: "login.ftl" });
  });
});

describe("obtain authorization code: PKCE (RFC 7636)", () => {
  test.each<[string, Record<string, string>]>([
    ["no code_challenge", { code_challenge: "", code_challenge_method: "" }],
    ["plain", { code_challenge_method: "plain" }],
    ["no method, which means plain", { code_challenge_method: "" }],
    ["an unknown method", { code_challenge_method: "S512" }],
    ["a challenge that is too short", { code_challenge: "abc" }],
  ])("%s: invalid_request with state and iss", async (_, changes) => {
    expect(paramsOf(await realm.flow(SCOPE).start(changes))).toMatchObject(refusal("invalid_request"));
  });

  test.each<[string, Record<string, string>]>([
    ["no code_verifier", { code_verifier: "" }],
    ["another code_verifier", { code_verifier: "b".repeat(43) }],
    ["the challenge itself as code_verifier", { code_verifier: "CHALLENGE" }],
  ])("%s: invalid_grant, and the code is used up", async (_, changes) => {
    const flow = realm.flow(SCOPE);
    const challenge = new URL(flow.address()).searchParams.get("code_challenge") ?? "";
    const shown = await allowed(flow, await flow.start());
    const { code_verifier = "" } = changes;
    const wrong = code_verifier === "CHALLENGE" ? challenge : code_verifier;
    expect(await flow.redeem(shown, { code_verifier: wrong })).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect((await flow.redeem(shown)).body.error).toBe("invalid_grant");
  });
});

describe("obtain authorization code: the request and its answer", () => {
  test("RFC 9207: a code comes with state and the issuer that discovery names", async () => {
    const flow = realm.flow(SCOPE, { state: "state with spaces & <signs>" });
    const params = paramsOf(await allowed(flow, await flow.start()));
    expect(Object.keys(params).sort()).toEqual(["code", "iss", "state"]);
    expect(params).toMatchObject({ state: "state with spaces & <signs>", iss: realm.issuer });
  });

  test("RFC 9207: the member's no comes with state and iss", async () => {
    const flow = realm.flow(SCOPE);
    const page = await signedIn(flow, await flow.start());
    expect(paramsOf(await flow.post(page, { decision: "deny" }))).toMatchObject(refusal("access_denied"));
  });

  test("authorize-post: the request as a form of the app's own page, and its errors", async () => {
    const flow = realm.flow(SCOPE);
    const asked = async (changes: Record<string, string> = {}) => {
      const body = new URL(flow.address(changes)).searchParams;
      const headers = { origin: ORIGIN, "sec-fetch-site": "cross-site" };
      const { url } = await flow.browser.follow(endpoint(realm, "auth"), realm.issuer, { method: "POST", body, headers });
      return url;
    };
    expect(await asked()).toBe(endpoint(realm, "auth"));
    const posted = { kind: "page", page: "", html: "", status: 0, context: { url: { loginAction: endpoint(realm, "auth") } } } as const;
    const request = Object.fromEntries(new URL(flow.address()).searchParams);
    const page = await flow.post(posted, request);
    expect(page).toMatchObject({ page: "login.ftl" });
    const tokens = await flow.redeem(await allowed(flow, page));
    expect(tokens).toMatchObject({ status: 200, body: { patient: member.fhirPatient } });
    const { aud: _, ...without } = request;
    expect(paramsOf(await flow.post(posted, without))).toMatchObject(refusal("invalid_request"));
  });

  test("an address that is not registered is never redirected to", async () => {
    for (const redirect_uri of ["https://evil.example/cb", `${DIARY.redirectUris[0]}/more`, `${DIARY.redirectUris[0]}?x=y`])
      expect(await realm.flow(SCOPE).start({ redirect_uri })).toMatchObject({ kind: "page", page: "error.ftl" });
  });

  test.each(["token", "id_token", "code id_token"])("response_type=%s does not exist here", async (response_type) => {
    const shown = await realm.flow(SCOPE).start({ response_type, nonce: "n" });
    expect(paramsOf(shown)).toMatchObject({
      error: expect.stringMatching(/unauthorized_client|unsupported_response_type|invalid_request/),
    });
  });
});

describe("scopes", () => {
  test.each<[string, string, string]>([
    [
      "v2",
      "launch/patient patient/Condition.rs patient/Observation.r patient/Goal.s",
      "launch/patient patient/Condition.rs patient/Goal.s patient/Observation.r",
    ],
    ["v1", "launch/patient patient/Condition.read patient/*.read", "launch/patient patient/*.read patient/Condition.read"],
    ["a launch without launch/patient has a patient all the same", "patient/Condition.rs", "patient/Condition.rs"],
  ])("%s are granted in the words in which they were asked for", async (_, asked, scope) => {
    const { body } = await granted(asked);
    expect([body.scope?.split(" ").sort().join(" "), body.patient]).toEqual([scope, member.fhirPatient]);
  });

  test("a known scope that is not registered for the app is dropped", async () => {
    const flow = realm.flow(`${SCOPE} patient/Observation.rs`, { app: LAB_APP });
    const { body } = await flow.redeem(await allowed(flow, await flow.start()));
    expect(body.scope?.split(" ").sort()).toEqual(["launch/patient", "openid", "patient/Observation.rs"]);
    expect(body).toMatchObject({ patient: member.fhirPatient });
  });

  test.each([
    "patient/Spaceship.rs",
    "patient/Condition.cruds",
    "patient/*.*",
    "user/*.rs",
    "system/*.rs",
    "launch",
    "launch/encounter",
    "profile",
  ])("a scope that nobody supports (%s): invalid_scope with state and iss", async (scope) => {
    expect(paramsOf(await realm.flow(`${SCOPE} ${scope}`).start())).toMatchObject(refusal("invalid_scope"));
  });
});

describe("RFC 9126, pushed authorization requests", () => {
  const push = (flow: AuthorizationFlow, changes: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    post(endpoint(realm, "ext/par/request"), Object.fromEntries(new URL(flow.address(changes)).searchParams), headers);
  const redirected = (flow: AuthorizationFlow, request_uri: string, more: Record<string, string> = {}) =>
    flow.open(`${endpoint(realm, "auth")}?${new URLSearchParams({ client_id: DIARY.clientId, request_uri, ...more })}`);

  test("the whole flow: the page asks what was pushed, whatever the address says, and the token is what was chosen", async () => {
    const flow = realm.flow("launch/patient patient/Condition.rs patient/Observation.rs");
    const pushed = await push(flow);
    expect(pushed).toMatchObject({ status: 201, body: { request_uri: expect.stringMatching(/^urn:ietf:params:oauth:request_uri:/) } });
    expect(pushed.body.expires_in).toBeGreaterThan(0);
    const other = { scope: "patient/*.rs", aud: "https://evil.example/fhir", redirect_uri: "https://evil.example" };
    const page = await signedIn(flow, await redirected(flow, pushed.body.request_uri, other));
    expect(page.kind === "page" && page.context.authorization.types.map(({ type }: { type: string }) => type)).toEqual([
      "Condition",
      "Observation",
    ]);
    const answer = { mode: "chosen", scope: "patient/Condition.rs", duration: "P1Y", decision: "allow" };
    const { body } = await flow.redeem(await flow.post(page, answer));
    expect([body.scope?.split(" ").sort(), body.patient]).toEqual([["launch/patient", "patient/Condition.rs"], member.fhirPatient]);
    expect(await realm.effective(body.access_token)).toMatchObject({ mode: "chosen", scope: "patient/Condition.rs", shared: [] });
  });

  test.each<[string, Record<string, string>, string]>([
    ["no aud", { aud: "" }, "invalid_request"],
    ["aud of another server", { aud: "https://evil.example/fhir" }, "invalid_request"],
    ["no PKCE", { code_challenge: "", code_challenge_method: "" }, "invalid_request"],
    ["plain PKCE", { code_challenge_method: "plain" }, "invalid_request"],
    ["an address that is not registered", { redirect_uri: "https://evil.example" }, "invalid_request"],
    ["a scope that nobody supports", { scope: "patient/Spaceship.rs" }, "invalid_request"],
    ["a request_uri inside", { request_uri: "urn:x" }, "invalid_request"],
  ])("%s is refused when it is pushed", async (_, changes, error) => {
    expect(await push(realm.flow(SCOPE), changes)).toMatchObject({ status: 400, body: { error } });
  });

  test("another client's pushed request is none of one's own", async () => {
    const flow = realm.flow(SCOPE);
    const { body } = await push(flow);
    const stolen = await flow.open(
      `${endpoint(realm, "auth")}?${new URLSearchParams({ client_id: LAB_APP.clientId, request_uri: body.request_uri })}`,
    );
    expect(stolen).not.toMatchObject({ page: "login.ftl" });
  });
});

describe("token response", () => {
  test("it holds what SMART asks for, and may not be kept", async () => {
    const flow = realm.flow(SCOPE);
    const shown = await allowed(flow, await flow.start());
    const answer = await flow.redeem(shown);
    expect(answer.body).toMatchObject({
      token_type: "Bearer",
      patient: member.fhirPatient,
      need_patient_banner: false,
      expires_in: expect.any(Number),
    });
    expect(answer.body.scope?.split(" ").sort()).toEqual(SCOPE.split(" ").sort());
    expect(answer.body.expires_in).toBeLessThanOrEqual(3600);
    const again = await post(endpoint(realm, "token"), {
      grant_type: "refresh_token",
      refresh_token: answer.body.refresh_token ?? "",
      client_id: DIARY.clientId,
    });
    expect([again.headers.get("cache-control"), again.headers.get("pragma")]).toEqual([expect.stringContaining("no-store"), "no-cache"]);
  });

  test.each<[string, Record<string, string>]>([
    ["without a scope", {}],
    ["with the scope that was granted", { scope: SCOPE }],
    ["with a part of it", { scope: "launch/patient offline_access patient/Condition.rs" }],
  ])("refresh %s: scope and patient again, no more than before, and a new refresh token", async (_, fields) => {
    const { flow, body } = await granted();
    const again = await flow.refresh(body.refresh_token, fields);
    expect(again).toMatchObject({
      status: 200,
      body: { patient: member.fhirPatient, token_type: "Bearer", expires_in: expect.any(Number) },
    });
    expect(body.scope?.split(" ")).toEqual(expect.arrayContaining(again.body.scope?.split(" ") ?? ["none"]));
    expect(again.body.scope?.split(" ").sort()).toEqual((fields.scope ?? SCOPE).split(" ").sort());
    expect(again.body.refresh_token).not.toBe(body.refresh_token);
    expect(await facade.read(again.body.access_token)).toEqual({ status: 200, ids: [`${member.fhirPatient}-cough`] });
  });

  test("an access token of the 100 longest scopes is no longer than 4 KB, as is one of any part of them, and each is worth all that its answer says", async () => {
    const scopes = [...RESOURCE_SCOPES].sort((one, other) => other.length - one.length).slice(0, 96);
    const asked = ["launch/patient", "openid", "fhirUser", "offline_access", ...scopes];
    const { flow, body } = await granted(asked.join(" "));
    expect(body.scope?.split(" ")).toHaveLength(100);
    let last = body;
    for (const count of [100, 99, 60, 53, 51, 40, 5]) {
      const scope = ["launch/patient", "openid", "fhirUser", "offline_access", ...scopes.slice(0, count - 4)].join(" ");
      if (count < 100) last = (await flow.refresh(last.refresh_token, { scope })).body;
      expect([count, last.scope?.split(" ").sort()]).toEqual([count, scope.split(" ").sort()]);
      expect(Buffer.byteLength(last.access_token ?? "")).toBeLessThanOrEqual(4096);
      const { scope: effective } = (await realm.effective(last.access_token)) ?? {};
      expect(String(effective).split(" ").sort()).toEqual(scopes.slice(0, count - 4).sort());
    }
  });
});

describe("sso-openid-connect", () => {
  const configuration = async () =>
    (await (await fetch(`${realm.issuer}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;

  test("the issuer's openid-configuration agrees with discovery at the FHIR base", async () => {
    const openid = await configuration();
    const answer = await fetch(`${facade.origin}/fhir/.well-known/smart-configuration`);
    const smart = (await answer.json()) as Record<string, unknown>;
    const shared = ["issuer", "jwks_uri", "authorization_endpoint", "token_endpoint", "introspection_endpoint", "revocation_endpoint"];
    for (const name of [...shared, "pushed_authorization_request_endpoint"]) expect([name, openid[name]]).toEqual([name, smart[name]]);
    expect(openid).toMatchObject({
      subject_types_supported: expect.any(Array),
      id_token_signing_alg_values_supported: expect.arrayContaining(["RS256"]),
      authorization_response_iss_parameter_supported: true,
    });
  });

  test("the ID token is signed with RS256 by a key of jwks_uri, for this app, with the nonce it sent", async () => {
    const flow = realm.flow(SCOPE);
    const { body } = await flow.redeem(await allowed(flow, await flow.start({ nonce: "nonce-1" })));
    const keys = createRemoteJWKSet(new URL(endpoint(realm, "certs")));
    const options = { issuer: realm.issuer, audience: DIARY.clientId, algorithms: ["RS256"], requiredClaims: ["sub", "exp", "iat"] };
    const { payload } = await jwtVerify(body.id_token ?? "", keys, options);
    expect(payload).toMatchObject({ nonce: "nonce-1", fhirUser: `${FHIR_BASE_URL}/Patient/${member.fhirPatient}` });
  });

  test("fhirUser is an absolute URL that the token can read", async () => {
    const { body } = await granted();
    const { fhirUser } = JSON.parse(Buffer.from(body.id_token?.split(".")[1] ?? "", "base64url").toString());
    expect(fhirUser.startsWith(`${FHIR_BASE_URL}/`)).toBe(true);
    expect(await facade.read(body.access_token, fhirUser.slice(FHIR_BASE_URL.length + 1))).toEqual({
      status: 200,
      ids: [member.fhirPatient],
    });
  });

  test("openid without fhirUser, and fhirUser without openid, name nobody", async () => {
    const claims = async (scope: string) => (await granted(scope)).body.id_token;
    const plain = JSON.parse(Buffer.from((await claims("openid patient/Patient.rs"))?.split(".")[1] ?? "", "base64url").toString());
    expect(plain).not.toHaveProperty("fhirUser");
    member = await realm.newMember();
    expect(await claims("fhirUser patient/Patient.rs")).toBeUndefined();
  });
});

describe("CORS for an app in a browser (SMART 2.2, considerations for cross-origin resource sharing)", () => {
  const fields = { grant_type: "refresh_token", refresh_token: "made-up", client_id: DIARY.clientId };

  test.each(["token", "revoke", "ext/par/request"] as const)(
    "the %s endpoint answers the app's registered origin, in good and in bad",
    async (name) => {
      const { status, headers } = await post(endpoint(realm, name), { ...fields, token: "x" }, { origin: ORIGIN });
      expect(status).toBeLessThan(500);
      expect(headers.get("access-control-allow-origin")).toBe(ORIGIN);
    },
  );

  test.each(["token", "revoke"] as const)("the preflight of the %s endpoint allows POST and Authorization", async (name) => {
    const headers = {
      origin: ORIGIN,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type",
    };
    const answer = await fetch(endpoint(realm, name), { method: "OPTIONS", headers });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, ORIGIN]);
    expect(answer.headers.get("access-control-allow-methods")).toContain("POST");
    expect(answer.headers.get("access-control-allow-headers")).toMatch(/authorization/i);
  });

  test("the token endpoint gives a real token to a registered origin, and none to a page of another one", async () => {
    const { body } = await granted();
    const own = { ...fields, refresh_token: body.refresh_token ?? "" };
    const elsewhere = await fetch(endpoint(realm, "token"), {
      method: "POST",
      headers: { origin: "https://evil.example" },
      body: new URLSearchParams(own),
    });
    expect([elsewhere.status, elsewhere.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    const here = await post(endpoint(realm, "token"), own, { origin: ORIGIN });
    expect([here.status, here.headers.get("access-control-allow-origin")]).toEqual([200, ORIGIN]);
  });

  test("openid-configuration and jwks_uri are readable from any origin", async () => {
    for (const address of [`${realm.issuer}/.well-known/openid-configuration`, endpoint(realm, "certs")]) {
      const answer = await fetch(address, { headers: { origin: "https://any.example" } });
      expect(["*", "https://any.example"]).toContain(answer.headers.get("access-control-allow-origin"));
    }
  });

  test("the FHIR API is readable from the app's origin with its token", async () => {
    const { body } = await granted();
    const answer = await fetch(`${facade.origin}/fhir/Patient/${member.fhirPatient}`, {
      headers: { origin: ORIGIN, authorization: `Bearer ${body.access_token}` },
    });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
  });
});
