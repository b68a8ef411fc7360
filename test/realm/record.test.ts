/** docs/contracts.md, section 3: no record, no data; one authorization is current per member, app and patient (D1, D6, D7). */

import { setTimeout } from "node:timers/promises";
import type { Member } from "@member-exchange/realm-config";
import { claimsOf } from "../support/authorization-flow.ts";
import { DIARY, LAB_APP, NORA, TestRealm } from "../support/realm.ts";
import { UserAgent } from "../support/user-agent.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const EVERYTHING = { mode: "everything" };

let realm: TestRealm;
let member: Member;
beforeAll(async () => {
  realm = await TestRealm.create();
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
});
afterAll(() => realm.remove());

test("a remembered answer is not asked for again, keeps its id, and works on a second device", async () => {
  const first = await realm.authorize(realm.flow(SCOPE), { mode: "chosen", scope: "patient/Condition.rs" }, member);
  const flow = realm.flow(SCOPE, {}, new UserAgent());
  const second = await flow.redeem(await realm.signedIn(flow, member));
  expect(second.body.scope?.split(" ").sort()).toEqual(["launch/patient", "patient/Condition.rs"]);
  const [one, two] = [await realm.effective(first.body.access_token), await realm.effective(second.body.access_token)];
  expect(two).toMatchObject({ scope: "patient/Condition.rs", mode: "chosen", shared: [] });
  expect(one?.id).toBe(two?.id);
});

test("A5: a member who ticked less is not asked about the same request again, also with prompt=none", async () => {
  const browser = new UserAgent();
  await realm.authorize(realm.flow(SCOPE, {}, browser), { mode: "chosen", scope: "patient/Condition.rs" }, member);
  const silent = realm.flow(SCOPE, { prompt: "none" }, browser);
  const { body } = await silent.redeem(await silent.start());
  expect(await realm.effective(body.access_token)).toMatchObject({ scope: "patient/Condition.rs" });
});

test("a request for more is asked about, with the earlier answer on the page and no tick on what is new", async () => {
  await realm.authorize(
    realm.flow("patient/Condition.rs patient/Observation.rs"),
    { mode: "chosen", scope: "patient/Condition.rs" },
    member,
  );
  const shown = await realm.signedIn(realm.flow("patient/Condition.rs patient/Observation.rs patient/Goal.rs"), member);
  const types = shown.kind === "page" ? shown.context.authorization.types : [];
  expect(types.map((row: { type: string; chosen: boolean }) => [row.type, row.chosen])).toEqual([
    ["Condition", true],
    ["Observation", false],
    ["Goal", false],
  ]);
});

test("a new answer replaces the old one: its tokens share nothing, its refresh fails", async () => {
  const old = realm.flow(SCOPE);
  const first = await realm.authorize(old, EVERYTHING, member);
  const second = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), { mode: "chosen", scope: "patient/Condition.rs" }, member);
  expect(await realm.effective(first.body.access_token)).toBeUndefined();
  expect((await old.refresh(first.body.refresh_token)).body.error).toBe("invalid_grant");
  expect(await realm.effective(second.body.access_token)).toMatchObject({ scope: "patient/Condition.rs" });
});

test("B1: a code that was not redeemed before a new answer in the same browser is worth nothing", async () => {
  const browser = new UserAgent();
  const early = realm.flow(SCOPE, {}, browser);
  const code = await early.post(await realm.signedIn(early, member), { mode: "everything", duration: "P1Y", decision: "allow" });
  const late = realm.flow(SCOPE, { prompt: "consent" }, browser);
  const { body } = await realm.authorize(late, { mode: "chosen", scope: "patient/Condition.rs" }, member);
  const stale = await early.redeem(code);
  expect(stale.body).toMatchObject({ error: "invalid_grant" });
  expect(await realm.effective(body.access_token)).toMatchObject({ scope: "patient/Condition.rs", shared: [] });
});

test("B1: a refresh token from before a new answer in the same browser is worth nothing", async () => {
  const browser = new UserAgent();
  const early = realm.flow(SCOPE, {}, browser);
  const first = await realm.authorize(early, EVERYTHING, member);
  await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }, browser), { mode: "chosen", scope: "patient/Condition.rs" }, member);
  expect((await early.refresh(first.body.refresh_token)).body.error).toBe("invalid_grant");
  expect(await realm.effective(first.body.access_token)).toBeUndefined();
});

test("a remembered, narrowed answer is kept when another action comes between", async () => {
  await realm.authorize(realm.flow("patient/*.rs"), { mode: "chosen", scope: "patient/Condition.rs" }, member);
  const id = await realm.userId(member);
  await realm.admin.users.update({ id }, { ...(await realm.admin.users.findOne({ id })), requiredActions: ["UPDATE_PASSWORD"] });
  const flow = realm.flow("patient/*.rs");
  const update = await realm.signedIn(flow, member);
  expect(update).toMatchObject({ kind: "page", page: "login-update-password.ftl" });
  const password = "another-password-1";
  const back = await flow.post(update, { "password-new": password, "password-confirm": password });
  const { body } = await flow.redeem(back);
  expect(body.scope).toBe("patient/Condition.rs");
});

test("C4: only this time gives no refresh token and is asked again", async () => {
  const { body } = await realm.authorize(realm.flow(`${SCOPE} offline_access`), { mode: "everything", duration: "once" }, member);
  expect(body).not.toHaveProperty("refresh_token");
  expect(body.scope).not.toContain("offline_access");
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "everything", until: expect.any(Number) });
  expect(await realm.signedIn(realm.flow(SCOPE), member)).toMatchObject({ kind: "page", page: "member-authorization.ftl" });
});

test("stopping the app in Keycloak ends tokens, refresh and offline access at once, and a native consent made later revives nothing", async () => {
  const flow = realm.flow(`${SCOPE} offline_access`);
  const { body } = await realm.authorize(flow, EVERYTHING, member);
  const [id, clientId] = [await realm.userId(member), DIARY.clientId];
  await realm.admin.users.revokeConsent({ id, clientId });
  expect(await realm.effective(body.access_token)).toBeUndefined();
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");

  const shown = await realm.signedIn(realm.flow(SCOPE), member);
  expect(shown).toMatchObject({ kind: "page", page: "member-authorization.ftl", context: { authorization: { returning: false } } });
});

test("one app's authorization says nothing about another's, nor one member's about another's", async () => {
  await realm.authorize(realm.flow(SCOPE), EVERYTHING, member);
  expect(await realm.signedIn(realm.flow("patient/Observation.rs", { app: LAB_APP }), member)).toMatchObject({
    page: "member-authorization.ftl",
  });
  expect(await realm.signedIn(realm.flow(SCOPE), NORA)).toMatchObject({ page: "member-authorization.ftl" });
});

test("a member whose link to the record ends shares nothing from then on", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE), EVERYTHING, member);
  const id = await realm.userId(member);
  await realm.admin.users.update({ id }, { email: member.email, firstName: "Mary", lastName: "Member", attributes: {} });
  expect(await realm.effective(body.access_token)).toBeUndefined();
});

test("an authorization whose end has passed shares nothing, refreshes nothing and is asked about again", async () => {
  const name = realm.settings.realm;
  const before = await realm.admin.realms.findOne({ realm: name });
  const policy = JSON.parse(before?.attributes?.member_authorization_policy);
  policy.ownerTypes.developer.durations.push("PT2S");
  const attributes = { ...before?.attributes, member_authorization_policy: JSON.stringify(policy) };
  await realm.admin.realms.update({ realm: name }, { attributes });

  const flow = realm.flow(SCOPE);
  const { body } = await realm.authorize(flow, { mode: "everything", duration: "PT2S" }, member);
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "everything" });
  await setTimeout(2000);
  expect(await realm.effective(body.access_token)).toBeUndefined();
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
  expect(await realm.signedIn(realm.flow(SCOPE), member)).toMatchObject({ kind: "page", page: "member-authorization.ftl" });

  await realm.admin.realms.update({ realm: name }, { attributes: before?.attributes ?? {} });
});

test("a suspended app shares nothing, and shares again when it is resumed", async () => {
  const { body } = await realm.authorize(realm.flow(SCOPE), EVERYTHING, member);
  const id = await realm.clientUuid(DIARY.clientId);
  const client = await realm.admin.clients.findOne({ id });
  await realm.admin.clients.update({ id }, { ...client, enabled: false });
  expect(await realm.effective(body.access_token)).toBeUndefined();
  await realm.admin.clients.update({ id }, { ...client, enabled: true });
  expect(await realm.effective(body.access_token)).toMatchObject({
    mode: "everything",
    id: claimsOf(body.access_token).member_authorization_id,
  });
});
