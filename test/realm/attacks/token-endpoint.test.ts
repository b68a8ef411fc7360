/** P4, N23–N27: what an app, or another one, can try at the token, revocation and sign-out endpoints. */
import { type AuthorizationFlow, claimsOf, type Tokens } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, LAB_APP, MARY, TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";

const BOTH = "launch/patient patient/Condition.rs patient/Observation.rs";
const NARROW = { mode: "chosen", scope: "patient/Condition.rs", duration: "P1Y", decision: "allow" };
const READS = { status: 200, ids: [`${MARY.fhirPatient}-cough`] };

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [MARY.fhirPatient]);
});
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

/** Up to the code, narrowed to conditions. */
async function code(scope = BOTH): Promise<{ flow: AuthorizationFlow; redeem: (other?: Record<string, string>) => Promise<Tokens> }> {
  const flow = realm.flow(scope, { prompt: "consent" });
  const shown = await flow.post(await realm.signedIn(flow), NARROW);
  return { flow, redeem: (other) => flow.redeem(shown, other) };
}

test.each<[string, Record<string, string>]>([
  ["scope", { scope: `${BOTH} patient/*.rs` }],
  ["resource and audience", { resource: "https://evil.example.org", audience: LAB_APP.clientId }],
  ["patient", { patient: "patient-nora", member_authorization_id: "x" }],
  ["claims", { claims: JSON.stringify({ access_token: { member_authorization: null, patient: null } }) }],
])("N23: %s at the token endpoint wins nothing, with the code and at each refresh", async (_, extra) => {
  const { flow, redeem } = await code(`${BOTH} offline_access`);
  const first = await redeem();
  const second = await flow.refresh(first.body.refresh_token, extra);
  const third = await flow.refresh(second.body.refresh_token ?? first.body.refresh_token, extra);
  for (const { body } of [first, second, third]) {
    if (body.access_token === undefined) continue;
    expect(body.patient).toBe(MARY.fhirPatient);
    expect(claimsOf(body.access_token).aud).toEqual(claimsOf(first.body.access_token).aud);
    expect(await facade.read(body.access_token)).toEqual(READS);
    expect(await facade.read(body.access_token, "Observation")).toEqual({ status: 403, ids: [] });
  }
});

test.each<[string, Record<string, string>]>([
  ["another app", { client_id: LAB_APP.clientId }],
  ["another app with its own address", { client_id: LAB_APP.clientId, redirect_uri: LAB_APP.redirectUris[0] as string }],
  ["another address", { redirect_uri: "http://localhost:9/diary/" }],
  ["a guessed verifier", { code_verifier: "a".repeat(43) }],
  ["no verifier", { code_verifier: "" }],
])("N24: a code that fell into other hands is worth nothing: %s", async (_, other) => {
  const { redeem } = await code();
  expect(await redeem(other)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  const own = await (await code()).redeem();
  expect(await facade.read(own.body.access_token)).toEqual(READS);
});

test("N24: a refresh token is worth nothing to another app", async () => {
  const { flow, redeem } = await code();
  const { body } = await redeem();
  const stolen = await flow.refresh(body.refresh_token, { client_id: LAB_APP.clientId });
  expect(stolen).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
});

test("N25: an app cannot end another's authorization at the revocation endpoint, and its own end there at once", async () => {
  const { flow, redeem } = await code();
  const { body } = await redeem();
  const revoke = (client_id: string, token = "") =>
    fetch(`${realm.issuer}/protocol/openid-connect/revoke`, { method: "POST", body: new URLSearchParams({ client_id, token }) });
  expect((await revoke(LAB_APP.clientId, body.refresh_token)).status).toBe(400);
  expect((await revoke(LAB_APP.clientId, body.access_token)).status).toBe(400);
  expect(await facade.read(body.access_token)).toEqual(READS);
  expect((await revoke(DIARY.clientId, body.access_token)).status).toBe(200);
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect((await revoke(DIARY.clientId, body.refresh_token)).status).toBe(200);
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
});

test("P4: an app that revokes one refresh token keeps the member's answer and what other devices hold", async () => {
  await realm.authorize(realm.flow(BOTH, { prompt: "consent" }), { mode: "all-but-sensitive" });
  const device = async () => {
    const flow = realm.flow(BOTH, {}, new UserAgent());
    return { flow, tokens: await flow.redeem(await realm.signedIn(flow)) };
  };
  const [one, two] = [await device(), await device()];
  const body = new URLSearchParams({ client_id: DIARY.clientId, token: one.tokens.body.refresh_token ?? "" });
  expect((await fetch(`${realm.issuer}/protocol/openid-connect/revoke`, { method: "POST", body })).status).toBe(200);
  expect((await one.flow.refresh(one.tokens.body.refresh_token)).body.error).toBe("invalid_grant");
  const again = await two.flow.refresh(two.tokens.body.refresh_token);
  expect(await facade.read(again.body.access_token)).toEqual(READS);
  const later = realm.flow(BOTH, {}, new UserAgent());
  expect(await realm.signedIn(later)).toMatchObject({ kind: "app" });
});

test("N26: a sign-out that an app asks for in the member's name, or a forged sign-out from the back, ends nobody's session", async () => {
  const { redeem } = await code();
  const { body } = await redeem();
  const logout = `${realm.issuer}/protocol/openid-connect/logout`;
  const other = new URLSearchParams({ client_id: LAB_APP.clientId, refresh_token: body.refresh_token ?? "" });
  expect((await fetch(logout, { method: "POST", body: other })).status).toBeGreaterThanOrEqual(400);
  const forged = new URLSearchParams({ logout_token: "e30.e30." });
  expect((await fetch(`${logout}/backchannel-logout`, { method: "POST", body: forged })).status).toBeGreaterThanOrEqual(400);
  expect(await facade.read(body.access_token)).toEqual(READS);
});

test("N26: an app that signs its own session out ends that alone; in the browser the member is asked first", async () => {
  const browser = new UserAgent();
  const device = async () => {
    const flow = realm.flow(`openid ${BOTH}`, {}, browser);
    return { flow, body: (await flow.redeem(await flow.start())).body };
  };
  await realm.authorize(realm.flow(`openid ${BOTH}`, { prompt: "consent" }, browser), { mode: "all-but-sensitive" });
  const [one, two] = [await device(), await device()];
  const logout = `${realm.issuer}/protocol/openid-connect/logout`;
  const asked = await one.flow.open(`${logout}?id_token_hint=${one.body.id_token}&client_id=${DIARY.clientId}`);
  expect(asked).toMatchObject({ kind: "page", page: "logout-confirm.ftl" });
  const body = new URLSearchParams({ client_id: DIARY.clientId, refresh_token: two.body.refresh_token ?? "" });
  expect((await fetch(logout, { method: "POST", body })).status).toBe(204);
  expect(await facade.read(two.body.access_token)).toEqual(REFUSED);
  expect(await facade.read(one.body.access_token)).toEqual(READS);
});

test("N27: longer lives that an administrator gives an app's tokens do not outlive the member's stop", async () => {
  const mend = await realm.changeClient(DIARY.clientId, {
    attributes: {
      "access.token.lifespan": "864000",

      "client_credentials.use_refresh_token": "true",
    },
  });
  const { flow, redeem } = await code(`${BOTH} offline_access`);
  const { body } = await redeem();
  expect(Number(claimsOf(body.access_token).exp) - Number(claimsOf(body.access_token).iat)).toBeGreaterThan(3_600);
  expect(await facade.read(body.access_token)).toEqual(READS);
  await realm.admin.users.revokeConsent({ id: await realm.userId(), clientId: DIARY.clientId });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
  await mend();
});
