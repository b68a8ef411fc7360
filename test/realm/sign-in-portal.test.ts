/** R6: members sign in with their portal's credentials, and the portal says at every sign-in whose record is theirs. */
import { applyRealm, type SignIn } from "@member-exchange/realm-config";
import type { Shown } from "../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../support/facade.ts";
import { pageOf, signInAtPortal, startPortal, type TestPortal } from "../support/portal.ts";
import { MARY, NORA, TestRealm } from "../support/realm.ts";
import { UserAgent } from "../support/user-agent.ts";

const SCOPE = "launch/patient patient/Observation.rs";
const ALLOW = { decision: "allow", duration: "P1Y", mode: "all-but-sensitive" };

let portal: TestPortal;
let realm: TestRealm;
let facade: RealmFacade;
let signIn: SignIn;
beforeAll(async () => {
  portal = await startPortal();
  signIn = { portal: portal.oidc, stepUp: "none" };
  realm = await TestRealm.create({ realm: portal.plan, signIn });
  facade = await startFacade(realm);
}, 300_000);
beforeEach(() => realm.signInAdmin());
afterAll(async () => {
  await realm.signInAdmin();
  await Promise.all([facade.close(), portal.remove(), realm.remove()]);
});

type Account = Awaited<ReturnType<TestPortal["newMember"]>>;
const arrive = async (member: Account, flow = realm.flow(SCOPE)): Promise<Shown> => signInAtPortal(flow, await flow.start(), member);
const authorize = async (member: Account) => {
  const flow = realm.flow(SCOPE);
  return flow.redeem(await flow.post(await arrive(member, flow), ALLOW));
};
const accountOf = async (member: Account) => {
  const found = await realm.admin.users.find({ email: member.email, exact: true });
  return found[0];
};

test("R6 a member of the portal comes to the page, and the app gets that member's record", async () => {
  const member = await portal.newMember();
  facade.keep(member.memberId as string);
  const flow = realm.flow(SCOPE);
  const page = await arrive(member, flow);
  expect(page).toMatchObject({ page: "member-authorization.ftl", context: { authorization: { person: { name: "Pat Portal" } } } });
  const { body } = await flow.redeem(await flow.post(page, ALLOW));
  expect(body.patient).toBe(member.memberId);
  expect(await facade.read(body.access_token, "Observation")).toEqual({ status: 200, ids: [`${member.memberId}-height`] });
});

test("R6 another id at the portal counts from the next sign-in on, and what was allowed for the earlier one ends", async () => {
  const member = await portal.newMember();
  const before = await authorize(member);
  const moved = `moved-${member.username}`;
  await portal.setMemberId(member, moved);
  const after = await authorize(member);
  expect([before.body.patient, after.body.patient]).toEqual([member.memberId, moved]);
  expect(await realm.effective(before.body.access_token)).toBeUndefined();
  expect(await realm.effective(after.body.access_token)).toMatchObject({ patient: moved });
});

test.each<[string, (member: Account) => Promise<void>]>([
  ["whom the portal calls no member any more", (member) => portal.setMemberId(member, undefined)],
  ["whose id is no FHIR id", (member) => portal.setMemberId(member, "../Patient/1")],
])("R6 a former member, %s: a page that says what to do, no token, and what was allowed ends", async (_, leave) => {
  const member = await portal.newMember();
  const { body } = await authorize(member);
  expect(await realm.effective(body.access_token)).toMatchObject({ patient: member.memberId });
  await leave(member);
  const flow = realm.flow(SCOPE);
  const page = await arrive(member, flow);
  expect(pageOf(page)).toBe("no-record.ftl");
  const back = await flow.post(page, ALLOW);
  expect(back.kind === "app" && Object.fromEntries(back.params)).toMatchObject({ error: "access_denied", state: "state-1" });
  expect(await realm.effective(body.access_token)).toBeUndefined();
});

test("R6 somebody with an account at the portal who never was a member: the same page", async () => {
  const stranger = await portal.newMember({ memberId: undefined as never });
  expect(pageOf(await arrive(stranger))).toBe("no-record.ftl");
});

test("R6 the plan ends a membership without a sign-in: by taking the id, or by its last day", async () => {
  for (const attributes of [{ fhir_patient: [] }, { fhir_patient_until: ["2020-12-31"] }]) {
    const member = await portal.newMember();
    facade.keep(member.memberId as string);
    const { body } = await authorize(member);
    const user = await accountOf(member);
    await realm.admin.users.update({ id: user?.id as string }, { ...user, attributes: { ...user?.attributes, ...attributes } });
    expect(await facade.read(body.access_token, "Observation")).toEqual(REFUSED);
  }
});

test.each<[string, string | undefined, string]>([
  ["a last day that has passed", "2020-12-31", "no-record.ftl"],
  ["a last day that is no date", "soon", "no-record.ftl"],
  ["a last day ahead", "2999-12-31", "member-authorization.ftl"],
])("R6 the portal tells of %s", async (_, until, page) => {
  const member = await portal.newMember({}, { member_until: until ? [until] : [] });
  expect(pageOf(await arrive(member))).toBe(page);
});

test("R14 the portal tells for whom a member acts, and takes it back with the next sign-in", async () => {
  const tom = { patient: "tom-at-portal", relationship: "guardian", name: "Tom Member" };
  const lisa = { patient: "lisa-at-portal", relationship: "parent", name: "Lisa Member" };
  const guardian = await portal.newMember({}, { represented: [tom, lisa].map((one) => JSON.stringify(one)) });
  const shown = await arrive(guardian);
  const people = shown.kind === "page" ? shown.context.authorization.people : [];
  expect(people.map(({ name }: { name: string }) => name).sort()).toEqual(["Lisa Member", "Pat Portal", "Tom Member"]);
  await portal.setAttributes(guardian, { represented: [] });
  expect(pageOf(await arrive(guardian))).toBe("member-authorization.ftl");
});

test("R6 a link with its last day ahead, or today, holds", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const member = await realm.newMember({}, { fhir_patient_until: [today] });
  expect(pageOf(await realm.signedIn(realm.flow(SCOPE), member))).toBe("member-authorization.ftl");
});

test.each<[string, Partial<Account>]>([["the same e-mail address", { email: MARY.email }]])(
  "R6 somebody at the portal with %s as an account here does not get that account",
  async (_, like) => {
    const thief = await portal.newMember(like);
    const shown = await arrive(thief);
    expect(shown).toMatchObject({ kind: "page", page: "error.ftl", context: { message: { type: "error" } } });
    expect(shown.kind === "page" && shown.context.message.summary).toContain("We did not sign you in");
    const id = await realm.userId();
    expect(await realm.admin.users.listFederatedIdentities({ id })).toEqual([]);
  },
);

test("R6 an address that is changed at the portal to one that is taken here takes nothing", async () => {
  const member = await portal.newMember();
  await authorize(member);
  await portal.setEmail(member, NORA.email);
  const shown = await arrive(member);
  expect([shown.kind === "page" && shown.page, shown.kind === "page" && shown.status]).toEqual(["error.ftl", 409]);
  const nora = await realm.admin.users.find({ email: NORA.email, exact: true });
  expect(nora.map(({ username }) => username)).toEqual([NORA.username]);
});

test("R6 the same user name at the portal is another account here", async () => {
  const member = await portal.newMember({ username: MARY.username });
  const { body } = await authorize(member);
  expect(body.patient).toBe(member.memberId);
  const mary = await realm.admin.users.findOne({ id: await realm.userId() });
  expect(mary?.attributes?.fhir_patient).toEqual([MARY.fhirPatient]);
});

test("R6 two accounts that the portal links to one record decide each for itself", async () => {
  const one = await portal.newMember();
  const two = await portal.newMember({ memberId: one.memberId as string });
  const [first, second] = [await authorize(one), await authorize(two)];
  expect([first.body.patient, second.body.patient]).toEqual([one.memberId, one.memberId]);
  await realm.admin.users.revokeConsent({ id: (await accountOf(two))?.id as string, clientId: "willow-diary" });
  expect(await realm.effective(second.body.access_token)).toBeUndefined();
  expect(await realm.effective(first.body.access_token)).toMatchObject({ patient: one.memberId });
});

test("R6 a member of the portal has no password here that would outlast the account there", async () => {
  const member = await portal.newMember();
  await authorize(member);
  const user = await accountOf(member);
  expect(user?.username).toMatch(/^portal\./);
  await realm.admin.users.resetPassword({
    id: user?.id as string,
    credential: { type: "password", value: "a-password-of-my-own-1", temporary: false },
  });
  const flow = realm.flow(SCOPE);
  const shown = await flow.signIn(await flow.start(), user?.username as string, "a-password-of-my-own-1");
  expect(shown).toMatchObject({ kind: "page", page: "error.ftl" });
  expect(shown.kind === "page" && shown.context.message.summary).toContain("at our member portal");

  // nor when the portal is taken out of the file, until the plan says that they sign in here
  await applyRealm({ ...realm.settings, signIn: { stepUp: "none" } });
  const withPassword = () =>
    realm.signedIn(realm.flow(SCOPE), { ...MARY, username: user?.username as string, password: "a-password-of-my-own-1" });
  const refused = await withPassword();
  expect(refused).toMatchObject({ kind: "page", page: "error.ftl" });
  expect(refused.kind === "page" && refused.context.message.summary).toContain("Please call us");
  expect(pageOf(await realm.signedIn(realm.flow(SCOPE), MARY))).toBe("member-authorization.ftl");
  const now = await accountOf(member);
  const { signs_in_at: _, ...attributes } = now?.attributes ?? {};
  await realm.admin.users.update({ id: now?.id as string }, { ...now, attributes });
  // the app is answered at once by what this member allowed above
  expect(await withPassword()).toMatchObject({ kind: "app" });
  await applyRealm(realm.settings);
});

test("R14 a mapping that is taken out of the file is told of, because its values stay", async () => {
  const without = { ...realm.settings, signIn: { ...signIn, portal: { ...portal.oidc, map: { memberId: "member_id" } } } };
  expect((await applyRealm(without)).findings.toSorted()).toEqual([
    expect.stringMatching(/^The mapping of fhir_patient_until is gone, its values stay/),
    expect.stringMatching(/^The mapping of represented_patients is gone, its values stay/),
  ]);
  expect((await applyRealm(without)).findings).toEqual([]);
  await applyRealm(realm.settings);
});

test("R6 a wrong password at the portal leads nowhere; members with a password here sign in as before", async () => {
  const member = await portal.newMember();
  const wrong = await arrive({ ...member, password: "wrong" });
  expect(wrong).toMatchObject({ kind: "page", page: "login.ftl", context: { realm: { name: portal.realm } } });
  expect(pageOf(await realm.signedIn(realm.flow(SCOPE), MARY))).toBe("member-authorization.ftl");
});

test("R6 no screen between the portal and the page edits a profile, even when the portal gives no name and no address", async () => {
  const bare = await portal.newMember({ firstName: "", lastName: "", email: "" });
  expect(pageOf(await arrive(bare))).toBe("member-authorization.ftl");
});

test("apply twice changes nothing; another secret, a changed mapper, step and button are found and mended", async () => {
  const again = async () => (await applyRealm(realm.settings)).changed;
  expect(await again()).toEqual([]);
  const { admin } = realm;
  const mappers = await admin.identityProviders.findMappers({ alias: "portal" });
  const mapper = mappers.find(({ name }) => name === "member id");
  const config = { ...mapper?.config, syncMode: "IMPORT" };
  await admin.identityProviders.updateMapper({ alias: "portal", id: mapper?.id as string }, { ...mapper, config });
  expect(await again()).toEqual(["portal mapper member id"]);
  const provider = await admin.identityProviders.findOne({ alias: "portal" });
  await admin.identityProviders.update({ alias: "portal" }, { ...provider, trustEmail: true });
  expect(await again()).toEqual(["portal"]);
  const steps = await admin.authenticationManagement.getExecutions({ flow: "member-first-sign-in" });
  await admin.authenticationManagement.updateExecution({ flow: "member-first-sign-in" }, { ...steps[0], requirement: "ALTERNATIVE" });
  expect(await again()).toEqual(["flow member-first-sign-in"]);
  await admin.realms.update({ realm: realm.settings.realm }, { browserFlow: "browser" });
  expect(await again()).toEqual(["flows of sign-in"]);
  const rotated = { ...signIn, portal: { ...portal.oidc, clientSecret: "another" } };
  expect((await applyRealm({ ...realm.settings, signIn: rotated })).changed).toEqual(["portal"]);
  expect(await again()).toEqual(["portal"]);
});

test("R6 the portal as the only way: the browser is sent there at once, and no hint brings a password form", async () => {
  const only = { ...signIn, portal: { ...portal.oidc, onlyWay: true } };
  await applyRealm({ ...realm.settings, signIn: only });
  const member = await portal.newMember();
  const flow = realm.flow(SCOPE);
  const there = await flow.start();
  expect(there).toMatchObject({ page: "login.ftl", context: { realm: { name: portal.realm } } });
  expect(pageOf(await flow.signIn(there, member.username, member.password))).toBe("member-authorization.ftl");
  for (const hint of ["", "nobody"]) {
    const other = realm.flow(SCOPE, {}, new UserAgent());
    const shown = await other.open(`${other.address()}&kc_idp_hint=${hint}`);
    const isPlansForm = shown.kind === "page" && shown.page === "login.ftl" && shown.context.realm.name === realm.settings.realm;
    expect([hint, isPlansForm]).toEqual([hint, false]);
  }
  await applyRealm(realm.settings);
});
