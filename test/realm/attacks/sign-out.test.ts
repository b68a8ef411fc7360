/** N48 to N51: what the browser's sign-out reaches, how many sessions an app can pile up, and who is said to have stopped. */
import { accountToken, addIntranet, consent } from "../../support/account-api.ts";
import { claimsOf } from "../../support/authorization-flow.ts";
import { call, PLAN, serviceToken } from "../../support/authorizations-api.ts";
import { DIARY, LAB_APP, type TestMember, TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";

const SCOPE = "openid patient/Observation.rs";

let realm: TestRealm;
let member: TestMember;
beforeAll(async () => {
  realm = await TestRealm.create({ planClient: PLAN });
  await addIntranet(realm);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
});
afterAll(() => realm.remove());

/** Two apps in one browser, the first also offline. */
async function connected() {
  const browser = new UserAgent();
  const diary = realm.flow(SCOPE, {}, browser);
  const one = await realm.authorize(diary, { mode: "everything" }, member);
  const lab = realm.flow("patient/Observation.rs", { app: LAB_APP }, browser);
  const two = await realm.authorize(lab, { mode: "everything" }, member);
  return { browser, diary, one: one.body, lab, two: two.body };
}

test("N48: a sign-out that one app asks for and the member confirms signs the browser out, for every app", async () => {
  const { browser, diary, one, lab, two } = await connected();
  expect(await realm.effective(two.access_token)).toMatchObject({ mode: "everything" });
  const logout = `${realm.issuer}/protocol/openid-connect/logout?id_token_hint=${one.id_token}&client_id=${DIARY.clientId}`;
  const asked = await diary.open(logout);
  if (asked.kind !== "page") throw new Error("the member was not asked");
  const { context } = asked;
  const confirm = { method: "POST", body: new URLSearchParams({ session_code: context.logoutConfirm.code, confirmLogout: "yes" }) };
  const origin = new URL(realm.issuer).origin;
  await browser.follow(new URL(context.url.logoutConfirmAction, origin).href, origin, confirm);
  for (const token of [one.access_token, two.access_token]) expect(await realm.effective(token)).toBeUndefined();
  expect((await diary.refresh(one.refresh_token)).body.error).toBe("invalid_grant");
  expect((await lab.refresh(two.refresh_token)).body.error).toBe("invalid_grant");
  expect(await realm.admin.users.listSessions({ id: await realm.userId(member) })).toEqual([]);
  const again = await realm.flow(SCOPE, { prompt: "none" }, browser).start();
  expect(again.kind === "app" && again.params.get("error")).toBe("login_required");
});

test("N49: an app that asks silently again and again keeps its newest sessions alone", async () => {
  const browser = new UserAgent();
  const first = await realm.authorize(realm.flow(SCOPE, {}, browser), { mode: "everything" }, member);
  let newest = first.body.access_token;
  for (let round = 0; round < 14; round += 1) {
    const silent = realm.flow(SCOPE, { prompt: "none" }, browser);
    newest = (await silent.redeem(await silent.start())).body.access_token;
  }
  expect(await realm.effective(newest)).toMatchObject({ mode: "everything" });
  expect(await realm.effective(first.body.access_token)).toBeUndefined();
  expect(await realm.admin.users.listSessions({ id: await realm.userId(member) })).toHaveLength(11);
});

test.each([["member"], ["admin"]])("N50: who stopped is told by who revoked the consent: the %s", async (who) => {
  const { one } = await connected();
  const id = claimsOf(one.access_token).member_authorization_id;
  const userId = await realm.userId(member);
  if (who === "member") expect((await consent(realm, await accountToken(realm, member), "DELETE")).status).toBe(204);
  else await realm.admin.users.revokeConsent({ id: userId, clientId: DIARY.clientId });
  const revisions = (await call(realm, await serviceToken(realm), `GET /${id}`)).body;
  const last = revisions.at(-1);
  expect(last).toMatchObject({ state: `stopped-by-${who}`, reason: "consent-revoked" });
  if (who === "member") expect(last.actor).toBe(userId);
  else expect(last.actor).not.toBe(userId);
  expect(await realm.effective(one.access_token)).toBeUndefined();
});

test("N51: a relationship or record that was gone when the member signed in does not come back by itself", async () => {
  const { browser, one } = await connected();
  const id = await realm.userId(member);
  const user = await realm.admin.users.findOne({ id });
  await realm.admin.users.update({ id }, { ...user, attributes: {} });
  expect((await realm.flow(SCOPE, { prompt: "none" }, browser).start()).kind).toBe("app");
  await realm.admin.users.update({ id }, { ...user });
  expect(await realm.effective(one.access_token)).toBeUndefined();
  expect(await realm.flow(SCOPE, {}, browser).start()).toMatchObject({ kind: "page", page: "member-authorization.ftl" });
});
