/** D3, D6, D7, D8: whatever ends an authorization stops data within 5 s, measured at the real facade while it remembers answers as in production. */
import { claimsOf } from "../support/authorization-flow.ts";
import { call, consoleToken } from "../support/authorizations-api.ts";
import { type RealmFacade, startFacade } from "../support/facade.ts";
import { firstRefusal } from "../support/first-refusal.ts";
import { authorizeFor, newParent } from "../support/people.ts";
import { standardAttribute, withPolicy } from "../support/policy.ts";
import { DIARY, type TestMember, TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Observation.rs";
const SHORT_SECONDS = 8;

let realm: TestRealm;
let facade: RealmFacade;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [], true);
}, 300_000);
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

/** The facade has just been told that the token is good, then the change is made, and the time runs from its answer. */
async function stops(what: string, token: string | undefined, change: () => Promise<unknown>): Promise<void> {
  expect((await facade.read(token, "Observation")).status).toBe(200);
  await change();
  const { servedLate, refusedAfter } = await firstRefusal(facade, token, Date.now(), "Observation");
  console.log(`${what}: refused ${refusedAfter} ms after the change`);
  expect([what, servedLate]).toEqual([what, 0]);
}

const newcomer = async (): Promise<TestMember> => {
  const member = await realm.newMember();
  facade.keep(member.fhirPatient);
  return member;
};
const allowed = (member: TestMember, answer: Record<string, string> = {}) =>
  realm.authorize(realm.flow(SCOPE), { mode: "all-but-sensitive", ...answer }, member);

test("D8 a suspended app gets nothing 5 s later", async () => {
  const { body } = await allowed(await newcomer());
  let resume = async () => {};
  await stops("suspended app", body.access_token, async () => {
    resume = await realm.changeClient(DIARY.clientId, { enabled: false });
  });
  await resume();
});

test("D6 an ended relationship gets nothing 5 s later", async () => {
  const parent = await newParent(realm);
  facade.keep(parent.tom);
  const { body } = await authorizeFor(realm, realm.flow(SCOPE), parent, "tom", { mode: "all-but-sensitive" });
  const id = await realm.userId(parent);
  const user = await realm.admin.users.findOne({ id });
  await stops("ended relationship", body.access_token, () =>
    realm.admin.users.update({ id }, { ...user, attributes: { fhir_patient: [parent.fhirPatient] } }),
  );
});

test("R6 a former member's app gets nothing 5 s after the plan took the id away", async () => {
  const member = await newcomer();
  const { body } = await allowed(member);
  const id = await realm.userId(member);
  const user = await realm.admin.users.findOne({ id });
  await stops("former member", body.access_token, () => realm.admin.users.update({ id }, { ...user, attributes: {} }));
});

test("D3 a stopped authorization gets nothing 5 s later", async () => {
  const member = await newcomer();
  const { body } = await allowed(member);
  const token = await consoleToken(realm, member);
  const id = claimsOf(body.access_token).member_authorization_id;
  await stops("stopped authorization", body.access_token, () => call(realm, token, `DELETE /mine/${id}`));
});

test("D7 an expired authorization gets nothing 5 s after its end", async () => {
  const policy = standardAttribute();
  policy.ownerTypes.developer.durations = [`PT${SHORT_SECONDS}S`];
  const member = await newcomer();
  await withPolicy(realm, JSON.stringify(policy), async () => {
    const { body } = await allowed(member, { duration: `PT${SHORT_SECONDS}S` });
    const until = (claimsOf(body.access_token).exp as number) * 1000;
    await stops("expired authorization", body.access_token, () => new Promise((resolve) => setTimeout(resolve, until - Date.now())));
  });
});
