/** docs/contracts.md, section 9: what a member sees, changes and stops counts at the next look, and is theirs alone. */
import { claimsOf } from "../support/authorization-flow.ts";
import { call, consoleToken, type Mine, mine } from "../support/authorizations-api.ts";
import { authorizeFor, newParent } from "../support/people.ts";
import { DIARY, LAB_APP, NORA, type TestMember, TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const NOBODY = "00000000-0000-0000-0000-000000000000";
const CHOSEN = { mode: "chosen", scope: ["patient/Condition.rs", "patient/Observation.rs"] };

let realm: TestRealm;
let member: TestMember;
let token: string;
beforeAll(async () => {
  realm = await TestRealm.create();
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
  token = await consoleToken(realm, member);
});
afterAll(() => realm.remove());

/** An authorization of the member's, as all but sensitive unless told otherwise. */
async function allowed(answer: Record<string, string | readonly string[]> = {}, scope = SCOPE) {
  const flow = realm.flow(scope);
  const { body } = await realm.authorize(flow, { mode: "all-but-sensitive", ...answer }, member);
  return { flow, body, access: body.access_token, id: claimsOf(body.access_token).member_authorization_id as string };
}
const change = (id: string, body: unknown, by = token) => call<Mine>(realm, by, `PUT /mine/${id}`, body);

test("the list holds what runs and ran, newest first, with the person's name; not what was only offered or declined", async () => {
  const { id } = await allowed({ mode: "chosen", scope: "patient/Condition.rs" });
  const lab = realm.flow("patient/Observation.rs", { app: LAB_APP });
  await lab.post(await realm.signedIn(lab, member), { decision: "deny" });
  const { body, headers } = await call<Mine[]>(realm, token, "GET /mine");
  const { clientId, name, ownerType, ownerName, verified, website } = DIARY;
  const client = { clientId, name, ownerType, ownerName, verified, website };
  const choice = { mode: "chosen", shared: [], resourceTypes: ["Condition"], duration: "P1Y", until: expect.any(Number) };
  const person = { patient: member.fhirPatient, person: "Mary Member", relationship: "self" };
  expect(body).toEqual([expect.objectContaining({ id, revision: 2, client, state: "current", ...choice, ...person })]);
  expect(headers.get("cache-control")).toBe("no-store");
});

test.each<[string, object, object, string[]]>([
  ["tightened", { mode: "everything" }, { mode: "chosen", shared: ["HIV"] }, ["HIV"]],
  ["widened", CHOSEN, { mode: "chosen", shared: ["PSY", "DEMO", "PSY"] }, ["DEMO", "PSY"]],
  ["all but sensitive", { mode: "everything" }, { mode: "all-but-sensitive" }, ["DEMO"]],
  ["never shared is never shared", CHOSEN, { mode: "chosen", shared: ["PSYTHPN", "DEMO"] }, ["DEMO"]],
])("%s: the next introspection of the same access token shows it, and no more scope", async (_, answer, changed, shared) => {
  const { id, access } = await allowed(answer as Record<string, string>);
  const before = await realm.effective(access);
  const { status, body } = await change(id, { revision: 2, ...changed });
  expect([status, body.revision, body.state, [...body.shared].sort()]).toEqual([200, 3, "current", shared]);
  const after = await realm.effective(access);
  expect({ ...after, shared: [...((after?.shared ?? []) as string[])].sort() }).toEqual({ ...before, ...changed, shared });
});

test("of two changes at once one is made and the other told, whichever comes first", async () => {
  const { id, access } = await allowed();
  const bodies = ["HIV", "STD", "SEX", "SDV"].map((code) => ({ revision: 2, mode: "chosen", shared: [code] }));
  const answers = await Promise.all(bodies.map((body) => change(id, body)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  const [made] = answers.filter(({ status }) => status === 200);
  expect(await realm.effective(access)).toMatchObject({ shared: made?.body.shared });
});

test("another member's, an unknown and an only offered authorization: 404 with the same bytes, for a change and for a stop", async () => {
  const { id, access } = await allowed();
  const nora = await consoleToken(realm, NORA);
  const flow = realm.flow(SCOPE);
  await realm.signedIn(flow, NORA);
  const seen = new Set<string>();
  for (const other of [id, NOBODY, "x", encodeURIComponent("' or '1'='1")])
    for (const request of [`PUT /mine/${other}`, `DELETE /mine/${other}`]) {
      const body = request.startsWith("PUT") ? { revision: 2, mode: "all-but-sensitive" } : undefined;
      const answer = await call(realm, nora, request, body);
      seen.add(`${answer.status} ${answer.text}`);
    }
  expect([...seen]).toEqual([expect.stringMatching(/^404 .*not_found/)]);
  expect((await call(realm, nora, "GET /mine")).body).toEqual([]);
  expect(await realm.effective(access)).toMatchObject({ id });
});

test("a stop ends tokens, refresh and offline access, is told twice alike, and is not undone by a change", async () => {
  const { id, access, flow, body } = await allowed({}, `${SCOPE} offline_access`);
  expect(claimsOf(body.refresh_token).typ).toBe("Offline");
  const others = await realm.authorize(realm.flow("patient/Observation.rs", { app: LAB_APP }), { mode: "everything" }, member);
  for (let times = 0; times < 2; times += 1)
    expect(await call(realm, token, `DELETE /mine/${id}`)).toMatchObject({ status: 204, text: "" });
  expect(await realm.effective(access)).toBeUndefined();
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
  expect(await mine(realm, token, id)).toMatchObject({ state: "stopped-by-member", revision: 3 });
  expect((await change(id, { revision: 3, mode: "everything" })).body).toMatchObject({ error: "not_current" });
  expect((await realm.admin.users.listConsents({ id: await realm.userId(member) })).map(({ clientId }) => clientId)).toEqual([
    LAB_APP.clientId,
  ]);
  expect(await realm.effective(others.body.access_token)).toMatchObject({ mode: "everything" });
});

test("one child's stop leaves the other's; Keycloak's consent holds what is left; a child who is gone has no name and no change", async () => {
  const parent = await newParent(realm);
  const by = await consoleToken(realm, parent);
  const [tom, lisa] = [
    await authorizeFor(realm, realm.flow("patient/Observation.rs"), parent, "tom", { mode: "everything" }),
    await authorizeFor(realm, realm.flow("patient/Condition.rs"), parent, "lisa", { mode: "everything" }),
  ].map(({ body }) => ({ access: body.access_token, id: claimsOf(body.access_token).member_authorization_id as string }));
  expect((await call(realm, by, `DELETE /mine/${tom?.id}`)).status).toBe(204);
  expect([await realm.effective(tom?.access), await realm.effective(lisa?.access)]).toEqual([
    undefined,
    expect.objectContaining({ id: lisa?.id }),
  ]);
  const id = await realm.userId(parent);
  const [consent] = await realm.admin.users.listConsents({ id });
  expect(consent?.grantedClientScopes?.filter((name: string) => name.startsWith("patient/"))).toEqual(["patient/Condition.rs"]);
  expect(await mine(realm, by, lisa?.id)).toMatchObject({ state: "current", person: "Lisa Member", patient: parent.lisa });

  const user = await realm.admin.users.findOne({ id });
  await realm.admin.users.update({ id }, { ...user, attributes: { fhir_patient: [parent.fhirPatient] } });
  expect(await mine(realm, by, lisa?.id)).toMatchObject({ state: "relationship-ended", person: "" });
  expect((await change(lisa?.id as string, { revision: 2, mode: "chosen", shared: [] }, by)).status).toBe(409);
});

test("a suspended app's authorization cannot be changed and can be stopped", async () => {
  const [first, second] = [await allowed(), realm.flow("patient/Observation.rs", { app: LAB_APP })];
  await realm.authorize(second, { mode: "everything" }, member);
  const mend = await realm.changeClient(DIARY.clientId, { fullScopeAllowed: true });
  expect(await mine(realm, token, first.id)).toMatchObject({ state: "app-suspended" });
  expect((await change(first.id, { revision: 2, mode: "chosen", shared: [] })).body).toMatchObject({ error: "not_current" });
  expect((await call(realm, token, `DELETE /mine/${first.id}`)).status).toBe(204);
  await mend();
  expect(await realm.effective(first.access)).toBeUndefined();
});

test("a stop while the relationship is gone, unseen by anybody, is an end: the relationship that comes back revives nothing", async () => {
  const parent = await newParent(realm);
  const flow = realm.flow("patient/Condition.rs");
  const { body } = await authorizeFor(realm, flow, parent, "tom", { mode: "everything" });
  const id = await realm.userId(parent);
  const user = await realm.admin.users.findOne({ id });
  await realm.admin.users.update({ id }, { ...user, attributes: { fhir_patient: [parent.fhirPatient] } });
  const stopped = claimsOf(body.access_token).member_authorization_id;
  expect((await call(realm, await consoleToken(realm, parent), `DELETE /mine/${stopped}`)).status).toBe(204);
  await realm.admin.users.update({ id }, { ...user });
  expect(await realm.effective(body.access_token)).toBeUndefined();
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
});
