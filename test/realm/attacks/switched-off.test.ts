/** B5, B6 and an administrator's other slips: what keeps the contract is checked where the data is, not only where the page is. */
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { DIARY, MARY, TestRealm } from "../../support/realm.ts";

const SCOPE = "launch/patient patient/*.rs";
const READS = { status: 200, ids: [`${MARY.fhirPatient}-cough`] };

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [MARY.fhirPatient]);
});
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

async function switchAction(enabled: boolean): Promise<void> {
  const alias = "member-authorization";
  const action = await realm.admin.authenticationManagement.getRequiredActionForAlias({ alias });
  await realm.admin.authenticationManagement.updateRequiredAction({ alias }, { ...action, enabled });
}

test("B5: with the required action switched off, Keycloak's own page is answered with yes and the app gets nothing for it", async () => {
  await switchAction(false);
  const flow = realm.flow(SCOPE);
  const page = await realm.signedIn(flow);
  expect(page).toMatchObject({ kind: "page", page: "login-oauth-grant.ftl" });
  if (page.kind !== "page") throw new Error("no consent page");
  const loginAction = new URL(page.context.url.oauthAction, realm.issuer).href;
  const granted = await flow.post({ ...page, context: { url: { loginAction } } }, { code: page.context.oauth.code, accept: "Yes" });
  expect(granted.kind === "app" && granted.params.has("code")).toBe(true);
  expect((await flow.redeem(granted)).body).toMatchObject({ error: "invalid_grant" });
  await switchAction(true);

  const { body } = await realm.authorize(realm.flow(SCOPE), { mode: "all-but-sensitive" });
  expect(await facade.read(body.access_token)).toEqual(READS);
});

test.each<[string, ClientRepresentation]>([
  ["B6: consent is not required", { consentRequired: false }],
  ["N6: the app is given a service account", { serviceAccountsEnabled: true }],
  ["N6: the app is given full scope", { fullScopeAllowed: true }],
  ["N6: any address may receive the code", { redirectUris: [...DIARY.redirectUris, "*"] }],
  ["N6: CIBA is on", { attributes: { "oidc.ciba.grant.enabled": "true" } }],
  ["N6: token exchange is on", { attributes: { "standard.token.exchange.enabled": "true" } }],
  ["N6: assertions of others are taken for codes", { attributes: { "oauth2.jwt.authorization.grant.enabled": "true" } }],
  ["N6: it is of no kind of owner", { attributes: { owner_type: "friend" } }],
  ["N6: PKCE is not asked for", { attributes: { "pkce.code.challenge.method": "" } }],
  ["N6: PKCE may be plain", { attributes: { "pkce.code.challenge.method": "plain" } }],
])("%s: no code, and what ran before stops until it is mended", async (_, change) => {
  const flow = realm.flow(`${SCOPE} offline_access`, { prompt: "consent" });
  const { body } = await realm.authorize(flow, { mode: "all-but-sensitive" });
  const mend = await realm.changeClient(DIARY.clientId, change);
  const shown = await realm.signedIn(realm.flow(SCOPE));
  // Keycloak itself refuses S256 where plain is asked for
  expect(shown.kind === "app" && shown.params.get("error")).toMatch(/^(access_denied|invalid_request)$/);
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
  await mend();
  expect(await facade.read(body.access_token)).toEqual(READS);
});

test("N7: with the client policy removed, an authorization that ended is still worth nothing", async () => {
  const { policies } = await realm.admin.clientPolicies.listPolicies({ includeGlobalPolicies: false });
  await realm.admin.clientPolicies.updatePolicy({ policies: [] });
  const flow = realm.flow(`${SCOPE} offline_access`, { aud: undefined, prompt: "consent" });
  const { body } = await realm.authorize(flow, { mode: "all-but-sensitive" });
  await realm.authorize(realm.flow("patient/Observation.rs", { prompt: "consent" }), { mode: "all-but-sensitive" });
  const again = await flow.refresh(body.refresh_token);
  for (const token of [body.access_token, again.body.access_token]) expect(await facade.read(token)).toEqual(REFUSED);
  await realm.admin.clientPolicies.updatePolicy({ policies: policies ?? [] });
});

test.each([
  ["member-authorization-id", "the token names no authorization"],
  ["oidc-audience-mapper", "the token is for nobody"],
])("N8: without the mapper %s of the apps' client scope, %s", async (protocolMapper) => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "all-but-sensitive" });
  expect(await facade.read(body.access_token)).toEqual(READS);
  const { id } = (await realm.admin.clientScopes.findOneByName({ name: "member-authorization" })) as { id: string };
  const mappers = (await realm.admin.clientScopes.listProtocolMappers({ id })).filter((mapper) => mapper.protocolMapper === protocolMapper);
  expect(mappers.length).toBeGreaterThan(0);
  for (const mapper of mappers) await realm.admin.clientScopes.delProtocolMapper({ id, mapperId: mapper.id as string });
  const without = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "all-but-sensitive" });
  expect(await facade.read(without.body.access_token)).toEqual(REFUSED);
  for (const { id: _, ...mapper } of mappers) await realm.admin.clientScopes.addProtocolMapper({ id }, mapper);
  const mended = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "all-but-sensitive" });
  expect(await facade.read(mended.body.access_token)).toEqual(READS);
});
