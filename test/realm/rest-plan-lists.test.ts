/** docs/contracts.md, section 9: what the plan's service lists and exports, and what its stop does. */
import { accountToken, addIntranet, consent } from "../support/account-api.ts";
import { claimsOf } from "../support/authorization-flow.ts";
import { call, PLAN, serviceToken } from "../support/authorizations-api.ts";
import { authorizeFor, newParent } from "../support/people.ts";
import { DIARY, LAB_APP, type TestMember, TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Observation.rs";
const NOBODY = "00000000-0000-0000-0000-000000000000";

interface Row {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly at: number;
}

let realm: TestRealm;
let member: TestMember;
let plan: string;
beforeAll(async () => {
  realm = await TestRealm.create({ planClient: PLAN });
  await addIntranet(realm);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
  plan = await serviceToken(realm);
});
afterAll(() => realm.remove());

async function allowed(app = DIARY) {
  const flow = realm.flow(app === DIARY ? `${SCOPE} offline_access` : SCOPE, { app, prompt: "consent" });
  const { body } = await realm.authorize(flow, { mode: "everything" }, member);
  return { flow, body, id: claimsOf(body.access_token).member_authorization_id as string };
}
const get = async (path: string) => (await call<Row[]>(realm, plan, `GET ${path}`)).body;
const ids = (rows: Row[]) => rows.map(({ id }) => id);

test("the list is newest first, by member, app and state as it is now, and paged without a gap", async () => {
  const all = [await allowed(), await allowed(LAB_APP), await allowed()].map(({ id }) => id).reverse();
  const [newest = "", lab = "", replaced = ""] = all;
  const by = `?member=${member.username}`;
  expect(ids(await get(by))).toEqual(all);
  expect(ids(await get(`${by}&client=${DIARY.clientId}`))).toEqual([newest, replaced]);
  expect(ids(await get(`?client=${LAB_APP.clientId}&max=1`))).toEqual([lab]);
  const pages = [await get(`${by}&max=1`), await get(`${by}&max=1&first=1`), await get(`${by}&max=5&first=2`), await get(`${by}&first=3`)];
  expect(pages.map(ids)).toEqual([[newest], [lab], [replaced], []]);
  expect(await get("?member=nobody-of-this-name")).toEqual([]);

  const mend = await realm.changeClient(LAB_APP.clientId, { fullScopeAllowed: true });
  const states = await Promise.all(["current", "app-suspended", "replaced", "offered"].map((state) => get(`${by}&state=${state}`)));
  expect(states.map(ids)).toEqual([[newest], [lab], [replaced], []]);
  expect(ids(await get(`${by}&state=current&first=1`))).toEqual([]);
  await mend();
});

test("one authorization is all its revisions; an export is everybody's of an app or of a member, oldest first, with who, when and why", async () => {
  const first = await allowed();
  const second = await allowed();
  const revisions = await get(`/${first.id}`);
  expect(revisions.map(({ revision, state }) => [revision, state])).toEqual([
    [1, "offered"],
    [2, "current"],
    [3, "replaced"],
  ]);
  const names = { client: { id: expect.any(String), clientId: DIARY.clientId }, member: { username: member.username } };
  expect(revisions[1]).toMatchObject({ ...names, patient: member.fhirPatient, actor: await realm.userId(member), reason: "allowed" });

  const exported = await get(`/export?member=${member.username}`);
  expect(exported).toHaveLength(5);
  expect(exported.map(({ at }) => at)).toEqual(exported.map(({ at }) => at).sort((one, other) => one - other));
  expect(exported.filter(({ id }) => id === first.id)).toEqual(revisions);
  const paged = [await get(`/export?member=${member.username}&max=3`), await get(`/export?member=${member.username}&first=3&max=3`)];
  expect(paged.flat()).toEqual(exported);
  expect(ids(await get(`/export?client=${DIARY.clientId}&max=500`))).toEqual(expect.arrayContaining([first.id, second.id]));
});

test("a stop by the plan ends tokens, refresh, offline access and consent, with its reason; the second stop tells the first", async () => {
  const [{ flow, body, id }, lab] = [await allowed(), await allowed(LAB_APP)];
  const answer = await call(realm, plan, `POST /${id}/stop`, { reason: "Reported as stolen — case 7" });
  const account = await realm.admin.clients.getServiceAccountUser({ id: await realm.clientUuid(PLAN.id) });
  const stopped = { id, revision: 3, state: "stopped-by-admin", actor: account.id, reason: "Reported as stolen — case 7" };
  expect(answer).toMatchObject({ status: 200, body: stopped });
  expect(await realm.effective(body.access_token)).toBeUndefined();
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
  const consents = await realm.admin.users.listConsents({ id: await realm.userId(member) });
  expect(consents.map(({ clientId }) => clientId)).toEqual([LAB_APP.clientId]);
  expect(await realm.effective(lab.body.access_token)).toMatchObject({ id: lab.id });
  expect((await call(realm, plan, `POST /${id}/stop`, { reason: "again" })).body).toMatchObject(stopped);
  expect(await get(`/${id}`)).toHaveLength(3);
});

test("an unknown id, and a stop of what was only offered: 404", async () => {
  const flow = realm.flow(SCOPE);
  await realm.signedIn(flow, member);
  const [offer] = await get(`?member=${member.username}&state=offered`);
  expect(offer).toMatchObject({ revision: 1, state: "offered" });
  for (const request of [`GET /${NOBODY}`, `POST /${NOBODY}/stop`, `POST /${offer?.id}/stop`, "GET /x/y"]) {
    const body = request.startsWith("POST") ? { reason: "x" } : undefined;
    expect((await call(realm, plan, request, body)).status).toBe(404);
  }
});

test("what had ended by itself is written as what ended it, not as stopped, when the last that stood is stopped", async () => {
  const parent = await newParent(realm);
  const [tom, self] = [
    await authorizeFor(realm, realm.flow(SCOPE), parent, "tom", { mode: "everything" }),
    await authorizeFor(realm, realm.flow(SCOPE), parent, "self", { mode: "everything" }),
  ].map(({ body }) => claimsOf(body.access_token).member_authorization_id);
  const id = await realm.userId(parent);
  const user = await realm.admin.users.findOne({ id });
  await realm.admin.users.update({ id }, { ...user, attributes: { fhir_patient: [parent.fhirPatient] } });
  expect((await get(`/${tom}`)).at(-1)).toMatchObject({ state: "current" });
  await call(realm, plan, `POST /${self}/stop`, { reason: "left the plan" });
  expect((await get(`/${tom}`)).at(-1)).toMatchObject({ state: "relationship-ended", actor: "system", reason: "relationship-gone" });
  expect(await realm.admin.users.listConsents({ id })).toEqual([]);
});

test("who stopped is told apart: the member by Keycloak's account API, an administrator by its admin API", async () => {
  const [diary, lab] = [await allowed(), await allowed(LAB_APP)];
  const id = await realm.userId(member);
  await realm.admin.users.revokeConsent({ id, clientId: LAB_APP.clientId });
  expect(await consent(realm, await accountToken(realm, member), "DELETE")).toMatchObject({ status: 204 });
  expect((await get(`/${lab.id}`)).at(-1)).toMatchObject({ state: "stopped-by-admin", reason: "consent-revoked" });
  expect((await get(`/${diary.id}`)).at(-1)).toMatchObject({ state: "stopped-by-member", actor: id, reason: "consent-revoked" });
});

test("what a deleted member or app leaves is exported with the ids alone", async () => {
  const { id } = await allowed();
  await realm.admin.users.del({ id: await realm.userId(member) });
  expect((await get(`/${id}`)).at(-1)).toMatchObject({
    member: { id: expect.any(String), username: null },
    client: { clientId: DIARY.clientId },
  });
  const [listed] = await get("?state=stopped-by-admin&max=1");
  expect(listed).toMatchObject({ id });
});
