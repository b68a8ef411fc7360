/** N21, N22: parameters beside the request proper. None skips the page, and none changes whose record is shared or for which server the token is. */
import { type AuthorizationFlow, claimsOf, type Shown } from "../../support/authorization-flow.ts";
import { type RealmFacade, startFacade } from "../../support/facade.ts";
import { NORA, type TestMember, TestRealm } from "../../support/realm.ts";

const SCOPE = "patient/Observation.rs";
const ALLOW = { mode: "all-but-sensitive", duration: "P1Y", decision: "allow" };

/** Values with which no code is to be had, and the pages on the way. */
const TURNED_AWAY: Record<string, readonly string[]> = {
  create: ["error.ftl"],
  "webauthn-register:skip_if_exists": ["login.ftl", "member-authorization.ftl", "webauthn-register.ftl", "error.ftl"],
};

let realm: TestRealm;
let facade: RealmFacade;
let member: TestMember;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [NORA.fhirPatient]);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
  facade.keep(member.fhirPatient);
});
afterAll(() => Promise.all([facade.close(), realm.remove()]));

/** Goes through whatever pages come, answering each, until the app or a page that is the end of it. */
async function walk(flow: AuthorizationFlow, started: Shown): Promise<{ pages: string[]; shown: Shown }> {
  const pages: string[] = [];
  let shown = started;
  while (shown.kind === "page" && pages.length < 5 && shown.context.url.loginAction) {
    pages.push(shown.page);
    const { username, password, firstName, lastName, email } = member;
    const fields = shown.page === "member-authorization.ftl" ? ALLOW : { username, password, firstName, lastName, email };
    shown = await flow.post(shown, fields);
  }
  if (shown.kind === "page") pages.push(shown.page);
  return { pages, shown };
}

/** The code, also out of a signed response (JARM). */
function codeOf(shown: Shown): URLSearchParams | undefined {
  if (shown.kind === "page") return undefined;
  const code = shown.params.get("code") ?? claimsOf(shown.params.get("response") ?? "").code;
  return typeof code === "string" ? new URLSearchParams({ code }) : undefined;
}

test.each<[string, Record<string, string>]>([
  ["response_mode=fragment", { response_mode: "fragment" }],
  ["response_mode=query.jwt", { response_mode: "query.jwt" }],
  ["prompt=create", { prompt: "create" }],
  ["prompt=select_account", { prompt: "select_account" }],
  ["prompt=login", { prompt: "login" }],
  ["kc_action=UPDATE_PROFILE", { kc_action: "UPDATE_PROFILE" }],
  ["kc_action=delete_account", { kc_action: "delete_account" }],
  ["kc_action=webauthn-register:skip_if_exists", { kc_action: "webauthn-register:skip_if_exists" }],
  ["kc_idp_hint", { kc_idp_hint: "none-such" }],
  ["login_hint of another member", { login_hint: NORA.username }],
  ["max_age=0", { max_age: "0" }],
  ["acr_values", { acr_values: "gold" }],
  ["ui_locales", { ui_locales: "es xx-<script>" }],
  ["resource and audience", { resource: "https://evil.example.org", audience: "account" }],
  ["patient", { patient: NORA.fhirPatient, launch: NORA.fhirPatient }],
  ["member_authorization_id", { member_authorization_id: "x", client_request_param_member_authorization_id: "x" }],
])("N21: %s neither skips the page nor changes whose record is shared", async (_, changes) => {
  const flow = realm.flow(SCOPE);
  const { pages, shown } = await walk(flow, await flow.start(changes));
  const params = codeOf(shown);
  if (!params) return expect(pages).toEqual(TURNED_AWAY[Object.values(changes)[0] ?? ""]);
  expect(pages).toContain("member-authorization.ftl");
  const { body } = await flow.redeem({ kind: "app", params });
  expect(body.patient).toBe(member.fhirPatient);
  expect(claimsOf(body.access_token).aud).not.toEqual(expect.arrayContaining(["https://evil.example.org"]));
  expect(await facade.read(body.access_token, "Observation")).toEqual({ status: 200, ids: [`${member.fhirPatient}-height`] });
  expect((await facade.read(body.access_token, `Patient/${NORA.fhirPatient}`)).status).not.toBe(200);
});

test("N22: kc_action=member-authorization does not put Keycloak's own page in the place of ours", async () => {
  const flow = realm.flow(SCOPE);
  const skipped = await walk(flow, await flow.start({ kc_action: "member-authorization" }));
  expect(skipped.pages).not.toContain("login-oauth-grant.ftl");
});

test("N22: nor is a yes on that page worth anything", async () => {
  const flow = realm.flow(SCOPE);
  const { shown } = await walk(flow, await flow.start({ kc_action: "member-authorization" }));
  if (shown.kind !== "page" || shown.page !== "login-oauth-grant.ftl") return;
  const loginAction = new URL(shown.context.url.oauthAction, realm.issuer).href;
  const granted = await flow.post({ ...shown, context: { url: { loginAction } } }, { code: shown.context.oauth.code, accept: "Yes" });
  expect(granted.kind === "app" && granted.params.has("code")).toBe(true);
  expect((await flow.redeem(granted)).body).toMatchObject({ error: "invalid_grant" });
});
