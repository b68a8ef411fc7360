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
}, 120_000);
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

test("B8: an administrator in the member's place gets no page, no code and no token, also where the member's answer is remembered", async () => {
  await realm.authorize(realm.flow(SCOPE, { app: CLINIC }), { mode: "everything" });
  const member = new UserAgent();
  const remembered = realm.flow(SCOPE, {}, member);
  expect(await realm.signedIn(remembered)).toMatchObject({ kind: "app" });

  const browser = new UserAgent();
  const { status } = await browser.send(
    `${realm.settings.keycloakUrl}/admin/realms/${realm.settings.realm}/users/${await realm.userId()}/impersonation`,
    { method: "POST", headers: { authorization: `Bearer ${await realm.admin.getAccessToken()}`, accept: "application/json" } },
  );
  expect(status).toBe(200);
  for (const prompt of ["", "none", "consent"]) {
    const shown = await realm.flow(SCOPE, prompt ? { prompt } : {}, browser).start();
    expect(shown.kind === "app" && shown.params.get("code")).toBeNull();
    expect(shown.kind === "app" && shown.params.get("error")).toMatch(/access_denied|interaction_required/);
  }
});

test("B9: client_credentials yields a token of the app's own, and no record", async () => {
  const mend = await realm.changeClient(CLINIC.clientId, { serviceAccountsEnabled: true });
  const { status, body } = await post("token", { ...SECRET, grant_type: "client_credentials", scope: SCOPE });
  expect(status).toBe(200);
  expect(await introspect(realm.issuer, FACADE, body.access_token)).toMatchObject({ active: true, scope: expect.stringContaining(SCOPE) });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  await mend();
});

test("N: password grant with the member's own password", async () => {
  const mend = await realm.changeClient(CLINIC.clientId, { directAccessGrantsEnabled: true });
  const answer = await post("token", { ...SECRET, grant_type: "password", username: MARY.username, password: MARY.password, scope: SCOPE });
  console.log("password", answer.status, answer.body);
  expect(await facade.read(answer.body.access_token)).toEqual(REFUSED);
  await mend();
});

test.each([
  ["id_token token", "fragment"],
  ["code token", "fragment"],
  ["code id_token token", "fragment"],
])("N: response_type %s", async (response_type, response_mode) => {
  const mend = await realm.changeClient(DIARY.clientId, { implicitFlowEnabled: true });
  const flow = realm.flow(`openid ${SCOPE}`);
  const shown = await flow.signIn(await flow.start({ response_type, response_mode, nonce: "n" }), MARY.username, MARY.password);
  console.log(response_type, shown.kind === "app" ? [...shown.params] : shown.page);
  await mend();
});

test("N: token exchange of the app's token for one of another audience or app", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "everything" });
  const mend = await realm.changeClient(CLINIC.clientId, { attributes: { "standard.token.exchange.enabled": "true" } });
  const answer = await post("token", {
    ...SECRET,
    grant_type: EXCHANGE,
    subject_token: body.access_token as string,
    subject_token_type: "urn:ietf:params:oauth:token-type:access_token",
    scope: SCOPE,
  });
  console.log("exchange", answer.status, answer.body);
  expect(await facade.read(answer.body.access_token)).toEqual(REFUSED);
  await mend();
});
