/** B2, B3, B4: the account API reads, writes and removes native consent; what the member decided on the screen is more than that. */
import { accountToken, addIntranet, consent } from "../../support/account-api.ts";
import { claimsOf } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, type Seen, startFacade } from "../../support/facade.ts";
import { DIARY, type TestMember, TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const WIDER = ["patient/Condition.rs", "patient/Observation.rs", "patient/*.rs"];
const ONLY_CONDITIONS = { mode: "chosen", scope: "patient/Condition.rs" };

let realm: TestRealm;
let facade: RealmFacade;
let member: TestMember;
let conditions: Seen;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm);
  await addIntranet(realm);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
  facade.keep(member.fhirPatient);
  conditions = { status: 200, ids: [`${member.fhirPatient}-cough`] };
});
afterAll(() => Promise.all([facade.close(), realm.remove()]));

test("B2: the app's own token cannot reach the account API", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE), ONLY_CONDITIONS, member);
  expect(await consent(realm, body.access_token, "PUT", WIDER)).toMatchObject({ status: 401 });
  expect(await facade.read(body.access_token, "Observation")).toEqual({ status: 403, ids: [] });
  expect(await facade.read(body.access_token)).toEqual(conditions);
});

test("B2: with full scope and the roles scope, the app gets no token that could reach it", async () => {
  const flow = realm.flow(SCOPE);
  const { body } = await realm.authorize(flow, ONLY_CONDITIONS, member);
  const id = await realm.clientUuid(DIARY.clientId);
  const roles = await realm.admin.clientScopes.findOneByName({ name: "roles" });
  const mend = await realm.changeClient(DIARY.clientId, { fullScopeAllowed: true });
  await realm.admin.clients.addDefaultClientScope({ id, clientScopeId: roles?.id as string });

  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
  const shown = await realm.signedIn(realm.flow(SCOPE), member);
  expect(shown.kind === "app" && shown.params.get("error")).toBe("access_denied");
  expect(await facade.read(body.access_token)).toEqual(REFUSED);

  await realm.admin.clients.delDefaultClientScope({ id, clientScopeId: roles?.id as string });
  await mend();
});

test("B2: a consent that was widened through the account API widens no authorization", async () => {
  const flow = realm.flow(SCOPE);
  const { body } = await realm.authorize(flow, ONLY_CONDITIONS, member);
  expect(await consent(realm, await accountToken(realm, member), "PUT", WIDER)).toMatchObject({ status: 200 });
  const again = await flow.refresh(body.refresh_token, { scope: SCOPE });
  for (const token of [body.access_token, again.body.access_token]) {
    expect(await facade.read(token, "Observation")).toMatchObject({ ids: [] });
  }
  const remembered = realm.flow(SCOPE, {}, new UserAgent());
  const { body: later } = await remembered.redeem(await realm.signedIn(remembered, member));
  expect(await facade.read(later.access_token)).toEqual(conditions);
  expect(await facade.read(later.access_token, "Observation")).toEqual({ status: 403, ids: [] });
});

test("B3: a consent that was emptied through the account API ends what it covered", async () => {
  const flow = realm.flow(SCOPE);
  const { body } = await realm.authorize(flow, ONLY_CONDITIONS, member);
  expect(await facade.read(body.access_token)).toEqual(conditions);
  expect(await consent(realm, await accountToken(realm, member), "PUT", [])).toMatchObject({ status: 200 });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  const again = await flow.refresh(body.refresh_token);
  expect(await facade.read(again.body.access_token)).toEqual(REFUSED);
});

test("B3: a consent that was removed through the account API ends the authorization, and one made anew does not revive it", async () => {
  const flow = realm.flow(`${SCOPE} offline_access`);
  const { body } = await realm.authorize(flow, ONLY_CONDITIONS, member);
  const account = await accountToken(realm, member);
  expect(await consent(realm, account, "DELETE")).toMatchObject({ status: 204 });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  const renewed = await accountToken(realm, member);
  expect(await consent(realm, renewed, "POST", WIDER)).toMatchObject({ status: 200 });
  expect(await facade.read(body.access_token)).toEqual(REFUSED);
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
});

test("B4: a consent that was made through the account API before any authorization answers nothing", async () => {
  const account = await accountToken(realm, member);
  expect(await consent(realm, account, "POST", WIDER)).toMatchObject({ status: 200 });
  const browser = new UserAgent();
  const flow = realm.flow(SCOPE, {}, browser);
  const page = await realm.signedIn(flow, member);
  expect(page).toMatchObject({ kind: "page", page: "member-authorization.ftl", context: { authorization: { returning: false } } });
  const silent = await realm.flow(SCOPE, { prompt: "none" }, browser).start();
  expect(silent.kind === "app" && silent.params.has("code")).toBe(false);

  const { body } = await flow.redeem(await flow.post(page, { ...ONLY_CONDITIONS, duration: "P1Y", decision: "allow" }));
  expect(claimsOf(body.access_token).scope).not.toContain("Observation");
  expect(await facade.read(body.access_token)).toEqual(conditions);
});
