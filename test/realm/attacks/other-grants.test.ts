/** B7, B8, B9 and N-rows: ways to a token that do not pass the member's screen. Each is really taken, on a client that an admin opened for it. */
import type { App } from "@member-exchange/realm-config";
import type { Tokens } from "../../support/authorization-flow.ts";
import { introspect } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, FACADE, MARY, TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";

const SECRET = { client_id: "clinic", client_secret: "clinic-secret" };
const CLINIC: App = {
  ...DIARY,
  clientId: SECRET.client_id,
  authentication: { method: "client_secret_basic", secret: SECRET.client_secret },
};
const SCOPE = "patient/*.rs";
const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const PKCE_OFF = { "pkce.code.challenge.method": "" };

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create({ apps: [DIARY, CLINIC] });
  facade = await startFacade(realm, [MARY.fhirPatient]);
});
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

const post = async (path: string, fields: Record<string, string>): Promise<Tokens> => {
  const answer = await fetch(`${realm.issuer}/protocol/openid-connect/${path}`, { method: "POST", body: new URLSearchParams(fields) });
  return { status: answer.status, body: (await answer.json()) as Tokens["body"] };
};

test("a member's yes opens that member's record", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE), { mode: "everything" });
  expect((await facade.read(body.access_token)).status).toBe(200);
});

test("B7: device flow: the member is not asked and the device gets nothing", async () => {
  const mend = await realm.changeClient(CLINIC.clientId, {
    attributes: { "oauth2.device.authorization.grant.enabled": "true", ...PKCE_OFF },
  });
  const started = await post("auth/device", { ...SECRET, scope: SCOPE });
  expect(started).toMatchObject({ status: 200, body: { user_code: expect.any(String) } });
  const browser = new UserAgent();
  const flow = realm.flow(SCOPE, {}, browser);
  const login = await flow.open(started.body.verification_uri_complete as string);
  expect(login).toMatchObject({ kind: "page", page: "login.ftl" });
  const after = await flow.signIn(login, MARY.username, MARY.password);
  expect(after).not.toMatchObject({ page: "member-authorization.ftl" });
  const polled = await post("token", { ...SECRET, grant_type: DEVICE_GRANT, device_code: started.body.device_code as string });
  expect(polled.body).toMatchObject({ error: "access_denied" });
  await mend();
});

test("B8: an administrator cannot take the member's place: the server is started without that feature", async () => {
  const user = `${realm.settings.keycloakUrl}/admin/realms/${realm.settings.realm}/users/${await realm.userId()}`;
  const headers = { authorization: `Bearer ${await realm.admin.getAccessToken()}`, accept: "application/json" };
  const browser = new UserAgent();
  expect(await browser.send(user, { headers })).toMatchObject({ status: 200 });
  expect(await browser.send(`${user}/impersonation`, { method: "POST", headers })).toMatchObject({ status: 501 });
  expect(await realm.flow(SCOPE, {}, browser).start()).toMatchObject({ kind: "page", page: "login.ftl" });
});

test("B9: client_credentials yields a token of the app's own, and no record", async () => {
  const mend = await realm.changeClient(CLINIC.clientId, { serviceAccountsEnabled: true });
  const { status, body } = await post("token", { ...SECRET, grant_type: "client_credentials", scope: SCOPE });
  expect(status).toBe(200);
  expect(await introspect(realm.issuer, FACADE, body.access_token)).toMatchObject({ active: true, scope: expect.stringContaining(SCOPE) });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  await mend();
});

test("N3: the password grant on an app's client is refused, and what ran before stops", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  const mend = await realm.changeClient(DIARY.clientId, { directAccessGrantsEnabled: true });
  const { username, password } = MARY;
  const answer = await post("token", { client_id: DIARY.clientId, grant_type: "password", username, password, scope: SCOPE });
  expect(answer).toMatchObject({ status: 400, body: { error: "invalid_client" } });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  await mend();
  expect((await facade.read(body.access_token)).status).toBe(200);
});

test.each(["id_token token", "code token", "code id_token token", "token"])(
  "N4: response_type=%s yields no token on the way back",
  async (type) => {
    const flow = realm.flow(`openid ${SCOPE}`);
    const changes = { response_type: type, nonce: "n", response_mode: "" };
    const closed = await flow.start(changes);
    expect(closed.kind === "app" && closed.params.get("error")).toBe("unauthorized_client");
    const mend = await realm.changeClient(DIARY.clientId, { implicitFlowEnabled: true });
    const opened = await flow.signIn(await flow.start(changes), MARY.username, MARY.password);
    expect(opened.kind === "app" && Object.fromEntries(opened.params)).toMatchObject({ error: "access_denied" });
    expect(opened.kind === "app" && opened.params.has("access_token")).toBe(false);
    await mend();
  },
);

test("N5: an app's token cannot be exchanged for another app's", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  const mend = await realm.changeClient(CLINIC.clientId, { attributes: { "standard.token.exchange.enabled": "true" } });
  const answer = await post("token", {
    ...SECRET,
    grant_type: EXCHANGE,
    subject_token: body.access_token as string,
    subject_token_type: "urn:ietf:params:oauth:token-type:access_token",
  });
  expect(answer).toMatchObject({ status: 403, body: { error: "access_denied" } });
  await mend();
});

test("N5: the facade's own client, which is in every token's audience, exchanges one for nothing that opens a record", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  const mend = await realm.changeClient(FACADE.id, { attributes: { "standard.token.exchange.enabled": "true" } });
  const answer = await post("token", {
    client_id: FACADE.id,
    client_secret: FACADE.secret,
    grant_type: EXCHANGE,
    subject_token: body.access_token as string,
    subject_token_type: "urn:ietf:params:oauth:token-type:access_token",
  });
  expect(answer.status).toBe(200);
  expect(await facade.read(answer.body.access_token)).toEqual(REFUSED);
  await mend();
});
