/** C5, N15–N17: who learns what from a token, and which tokens the facade takes. */
import type { App } from "@member-exchange/realm-config";
import { introspect } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, FACADE, MARY, TestRealm } from "../../support/realm.ts";
import { mapper } from "../../support/registration.ts";

const SECRET = "clinic-secret";
const CLINIC: App = { ...DIARY, clientId: "clinic", authentication: { method: "client_secret_basic", secret: SECRET } };
const SCOPE = "openid fhirUser launch/patient offline_access patient/*.rs";

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create({ apps: [DIARY, CLINIC] });
  facade = await startFacade(realm, [MARY.fhirPatient]);
});
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

const authorized = async (app = DIARY) => {
  const flow = realm.flow(SCOPE, { app, prompt: "consent" });
  const shown = await flow.post(await realm.signedIn(flow), { mode: "everything", duration: "P1Y", decision: "allow" });
  const { body } = await flow.redeem(shown, app === CLINIC ? { client_secret: SECRET } : {});
  expect((await facade.read(body.access_token)).status).toBe(200);
  return body;
};

test("C5: the app itself, which is in no audience, is told that its token is not active", async () => {
  const { access_token } = await authorized(CLINIC);
  expect(await introspect(realm.issuer, { id: CLINIC.clientId, secret: SECRET }, access_token)).toEqual({ active: false });
});

test("C5: a client that an administrator put into the audience gets an answer without the member's choice, as JSON and as a JWT", async () => {
  const { id } = (await realm.admin.clientScopes.findOneByName({ name: "member-authorization" })) as { id: string };
  const audience = mapper("", "audience", { "included.client.audience": CLINIC.clientId });
  await realm.admin.clientScopes.addProtocolMapper({ id }, audience);
  const mend = await realm.changeClient(CLINIC.clientId, {
    attributes: { "client.introspection.response.allow.jwt.claim.enabled": "true" },
  });
  const { access_token } = await authorized();
  const asClinic = await introspect(realm.issuer, { id: CLINIC.clientId, secret: SECRET }, access_token);
  expect(asClinic).toMatchObject({ active: true, client_id: DIARY.clientId });
  const signed = await fetch(`${realm.issuer}/protocol/openid-connect/token/introspect`, {
    method: "POST",
    headers: { accept: "application/jwt", authorization: `Basic ${Buffer.from(`${CLINIC.clientId}:${SECRET}`).toString("base64")}` },
    body: new URLSearchParams({ token: access_token ?? "" }),
  });
  const { jwt } = (await signed.json()) as { jwt?: string };
  expect(jwt).toEqual(expect.any(String));
  for (const text of [JSON.stringify(asClinic), Buffer.from(jwt?.split(".")[1] ?? "", "base64url").toString()]) {
    expect(text).not.toMatch(/member_authorization|everything|"PSY"|username/);
  }
  await mend();
  const [added] = (await realm.admin.clientScopes.listProtocolMappers({ id })).filter(({ name }) => name === audience.name);
  await realm.admin.clientScopes.delProtocolMapper({ id, mapperId: added?.id as string });
});

test("N15: an ID token, a refresh token and an authorization code open nothing, and introspection tells nothing of them", async () => {
  const { id_token, refresh_token } = await authorized();
  for (const token of [id_token, refresh_token]) {
    expect(token).toEqual(expect.any(String));
    expect(await facade.read(token)).toEqual(REFUSED);
    expect(await realm.effective(token)).toBeUndefined();
  }
});

test("N16: userinfo answers the app's token with sub alone, whatever claims it asked for", async () => {
  const claims = JSON.stringify({
    userinfo: { email: { essential: true }, patient: null },
    id_token: { email: null, member_authorization: null },
  });
  const flow = realm.flow(SCOPE, { prompt: "consent" });
  const page = await flow.signIn(await flow.start({ claims }), MARY.username, MARY.password);
  const { body } = await flow.redeem(await flow.post(page, { mode: "everything", duration: "P1Y", decision: "allow" }));
  const answer = await fetch(`${realm.issuer}/protocol/openid-connect/userinfo`, {
    headers: { authorization: `Bearer ${body.access_token}` },
  });
  expect(Object.keys((await answer.json()) as object)).toEqual(["sub"]);
  expect(Buffer.from(body.id_token?.split(".")[1] ?? "", "base64url").toString()).not.toMatch(/email|member_authorization/);
});

test.each(["use.lightweight.access.token.enabled", "client.use.lightweight.access.token.enabled"])(
  "N17: an app made to use lightweight tokens (%s) gets no more than it has",
  async (name) => {
    const mend = await realm.changeClient(DIARY.clientId, { attributes: { [name]: "true" } });
    const flow = realm.flow(SCOPE, { prompt: "consent" });
    const { body } = await realm.authorize(flow, { mode: "all-but-sensitive" });
    const seen = await facade.read(body.access_token);
    expect([REFUSED, { status: 200, ids: [`${MARY.fhirPatient}-cough`] }]).toContainEqual(seen);
    await mend();
  },
);

test("N18: the facade's own credentials get no token and no sign-in page", async () => {
  const answer = await fetch(`${realm.issuer}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", client_id: FACADE.id, client_secret: FACADE.secret }),
  });
  expect(answer.status).toBe(401);
  const shown = await realm.flow(SCOPE, { clientId: FACADE.id }).start();
  expect(shown).toMatchObject({ kind: "page", page: "error.ftl" });
});
