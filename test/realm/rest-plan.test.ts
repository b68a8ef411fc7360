/** docs/contracts.md, section 9: the plan's own service lists, exports and stops; no app, no person, and no token without the role. */
import { accountToken, addIntranet } from "../support/account-api.ts";
import { claimsOf } from "../support/authorization-flow.ts";
import { call, consoleToken, PLAN, serviceToken } from "../support/authorizations-api.ts";
import { DIARY, LAB_APP, type TestMember, TestRealm } from "../support/realm.ts";

const CLINIC = { ...LAB_APP, authentication: { method: "client_secret_basic", secret: "clinic-secret-for-tests" } } as const;
const SCOPE = "launch/patient patient/Observation.rs";
const AUDIENCE = "member-authorizations";

let realm: TestRealm;
let member: TestMember;
let plan: string;
beforeAll(async () => {
  realm = await TestRealm.create({ planClient: PLAN, apps: [DIARY, CLINIC] });
  await addIntranet(realm);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
  plan = await serviceToken(realm);
});
afterAll(() => realm.remove());

async function allowed() {
  const flow = realm.flow(`${SCOPE} offline_access`, { prompt: "consent" });
  const { body } = await realm.authorize(flow, { mode: "everything" }, member);
  return { flow, body, id: claimsOf(body.access_token).member_authorization_id as string };
}
async function roleOf(name: string) {
  const clientUniqueId = await realm.clientUuid(AUDIENCE);
  const role = await realm.admin.clients.findRole({ id: clientUniqueId, roleName: name });
  return { clientUniqueId, roles: [{ id: role?.id as string, name }] };
}
/** The service's account without a role while `work` runs. */
async function without<T>(name: string, work: () => Promise<T>): Promise<T> {
  const id = (await realm.admin.clients.getServiceAccountUser({ id: await realm.clientUuid(PLAN.id) })).id as string;
  const role = await roleOf(name);
  await realm.admin.users.delClientRoleMappings({ id, ...role });
  const result = await work();
  await realm.admin.users.addClientRoleMappings({ id, ...role });
  return result;
}
/** An app that somebody gave a service account, the audience and the roles. */
async function appWithRoles() {
  const id = await realm.clientUuid(CLINIC.clientId);
  const roles = await realm.admin.clientScopes.findOneByName({ name: "roles" });
  const mend = await realm.changeClient(CLINIC.clientId, { serviceAccountsEnabled: true, fullScopeAllowed: true });
  await realm.admin.clients.addDefaultClientScope({ id, clientScopeId: roles?.id as string });
  const account = (await realm.admin.clients.getServiceAccountUser({ id })).id as string;
  for (const name of ["view", "stop"]) await realm.admin.users.addClientRoleMappings({ id: account, ...(await roleOf(name)) });
  const token = await serviceToken(realm, { id: CLINIC.clientId, secret: CLINIC.authentication.secret });
  expect(claimsOf(token)).toMatchObject({ aud: expect.arrayContaining([AUDIENCE]), resource_access: { [AUDIENCE]: expect.anything() } });
  await realm.admin.clients.delDefaultClientScope({ id, clientScopeId: roles?.id as string });
  await mend();
  return token;
}
/** A person who holds both roles, by a client with the full scope. */
async function personWithRoles() {
  const id = await realm.userId(member);
  for (const name of ["view", "stop"]) await realm.admin.users.addClientRoleMappings({ id, ...(await roleOf(name)) });
  const token = await accountToken(realm, member);
  expect(claimsOf(token)).toMatchObject({ aud: expect.arrayContaining([AUDIENCE]), resource_access: { [AUDIENCE]: expect.anything() } });
  return token;
}
/** The service's account in a token for another audience. */
async function otherAudience() {
  const [id, roles] = [await realm.clientUuid(PLAN.id), await realm.admin.clientScopes.findOneByName({ name: "roles" })];
  await realm.admin.clients.delDefaultClientScope({ id, clientScopeId: roles?.id as string });
  const token = await serviceToken(realm);
  await realm.admin.clients.addDefaultClientScope({ id, clientScopeId: roles?.id as string });
  return token;
}

test.each<[string, number[], (access: string | undefined) => Promise<string | undefined>]>([
  ["no token", [401], async () => undefined],
  ["an admin's token of the server", [401], async () => realm.admin.accessToken],
  ["an app's token", [403], async (access) => access],
  ["an app's own token with the audience and the roles", [401, 403], appWithRoles],
  ["a person's token with the audience and the roles", [403], personWithRoles],
  ["the member's token of the account console", [403], async () => consoleToken(realm, member)],
  ["the plan's token for another audience", [403], otherAudience],
])("%s: nothing is listed, exported or stopped", async (_, statuses, make) => {
  const { id, body } = await allowed();
  const token = await make(body.access_token);
  for (const request of ["GET ", `GET /${id}`, `GET /export?client=${DIARY.clientId}`, `POST /${id}/stop`]) {
    const answer = await call(realm, token, request, request.startsWith("POST") ? { reason: "x" } : undefined);
    expect(statuses).toContain(answer.status);
    expect(Object.keys(answer.body)).toEqual(["error", "error_description"]);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  }
  expect((await call(realm, plan, `GET /${id}`)).body.at(-1)).toMatchObject({ state: "current" });
});

test("the plan's token is no member's", async () => {
  expect((await call(realm, plan, "GET /mine")).status).toBe(403);
});

test.each([
  ["stop", "POST /ID/stop", "GET /ID"],
  ["view", "GET /ID", "POST /ID/stop"],
])("without %s: no %s; a role that is taken away counts at once, in a token that still has it", async (role, refused, works) => {
  const { id } = await allowed();
  const ask = (token: string, request: string) =>
    call(realm, token, request.replace("ID", id), request.startsWith("POST") ? { reason: "x" } : undefined);
  await without(role, async () => {
    expect((await ask(plan, refused)).status).toBe(403);
    expect((await ask(await serviceToken(realm), refused)).status).toBe(403);
    expect((await ask(plan, works)).status).toBe(200);
  });
});

test.each([
  ...["?max=501", "?max=0", "?max=x", "?first=-1", "?first=1e3", "?member=", "?user=mary", "?state=on", "?member=a&member=b"],
  ...["export", "export?state=current&client=x", "export?client=x&max=99999999999"].map((query) => `/${query}`),
])("GET %s is not understood", async (query) => {
  expect(await call(realm, plan, `GET ${query}`)).toMatchObject({ status: 400, body: { error: "invalid_request" } });
});

test.each([
  {},
  { reason: "" },
  { reason: "  " },
  { reason: "x".repeat(256) },
  { reason: 1 },
  { reason: null },
  { reason: "a\nb" },
  { reason: "x", state: "current" },
])("a stop by %j is refused", async (body) => {
  const { id } = await allowed();
  expect(await call(realm, plan, `POST /${id}/stop`, body)).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  expect((await call(realm, plan, `GET /${id}`)).body).toHaveLength(2);
});
