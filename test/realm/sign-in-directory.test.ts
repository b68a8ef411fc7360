/** R6: members sign in with the passwords of the plan's LDAP directory, whose attribute says whose record is theirs. */
import { applyRealm, type SignIn } from "@member-exchange/realm-config";
import { startDirectory, type TestDirectory } from "../support/directory.ts";
import { REFUSED, type RealmFacade, startFacade } from "../support/facade.ts";
import { MARY, TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Observation.rs";
const member = (uid: string, memberId = `patient-${uid}`) => ({
  ...MARY,
  username: uid,
  password: `${uid}-password`,
  fhirPatient: memberId,
});
const [DORA, OTHER, MOVED, LEFT] = [member("dora"), member("other"), member("moved"), member("left")];
const { fhirPatient: _, ...STRANGER } = member("stranger");

let directory: TestDirectory;
let realm: TestRealm;
let facade: RealmFacade;
let signIn: SignIn;
beforeAll(async () => {
  const members = [DORA, OTHER, MOVED, LEFT].map(({ username: uid, password, fhirPatient: memberId }) => ({ uid, password, memberId }));
  directory = await startDirectory([...members, { uid: STRANGER.username, password: STRANGER.password }]);
  signIn = { directory: directory.settings, stepUp: "none" };
  realm = await TestRealm.create({ signIn });
  facade = await startFacade(realm, [DORA.fhirPatient, MOVED.fhirPatient, LEFT.fhirPatient]);
}, 300_000);
beforeEach(() => realm.signInAdmin());
afterAll(async () => {
  directory.stop();
  await Promise.all([facade.close(), realm.remove()]);
});

const authorize = (who: typeof DORA) => realm.authorize(realm.flow(SCOPE), { mode: "all-but-sensitive" }, who);
const landsOn = async (who: Parameters<TestRealm["signedIn"]>[1]) => {
  const shown = await realm.signedIn(realm.flow(SCOPE), who);
  return shown.kind === "page" ? shown.page : "app";
};

test("R6 a member signs in with the directory's password, and the app gets that member's record", async () => {
  const { body } = await authorize(DORA);
  expect(body.patient).toBe(DORA.fhirPatient);
  expect(await facade.read(body.access_token, "Observation")).toEqual({ status: 200, ids: [`${DORA.fhirPatient}-height`] });
  expect(await landsOn({ ...DORA, password: "wrong" })).toBe("login.ftl");
});

test("R6 nobody without an id in the directory gets past the page that says what to do", async () => {
  expect(await landsOn(STRANGER)).toBe("no-record.ftl");
});

test("R6 what the directory takes away or changes counts at the next look, without a sign-in", async () => {
  const [moved, left] = [await authorize(MOVED), await authorize(LEFT)];
  await directory.change(MOVED.username, "replace: employeeNumber\nemployeeNumber: another");
  await directory.change(LEFT.username, "delete: employeeNumber");
  for (const { body } of [moved, left]) expect(await facade.read(body.access_token, "Observation")).toEqual(REFUSED);
  expect(await landsOn(LEFT)).toBe("no-record.ftl");
});

test("R6 the directory is read only: neither the member nor an administrator writes the id there or here", async () => {
  expect(await landsOn(OTHER)).toBe("member-authorization.ftl");
  const [user] = await realm.admin.users.find({ username: OTHER.username, exact: true });
  const attributes = { ...user?.attributes, fhir_patient: ["another"] };
  await realm.admin.users.update({ id: user?.id as string }, { ...user, attributes }).catch(() => undefined);
  const { body } = await authorize(OTHER);
  expect(body.patient).toBe(OTHER.fhirPatient);
});

test("apply twice changes nothing; another password and a changed mapper are found and mended; without the directory it is switched off", async () => {
  const again = async (now: SignIn = signIn) => (await applyRealm({ ...realm.settings, signIn: now })).changed;
  expect(await again()).toEqual([]);
  const [found] = await realm.admin.components.find({ name: "directory" });
  const mappers = await realm.admin.components.find({ parent: found?.id as string });
  const mapper = mappers.find(({ name }) => name === "member id");
  const config = { ...(mapper?.config as object), "ldap.attribute": ["description"] } as never;
  await realm.admin.components.update({ id: mapper?.id as string }, { ...mapper, config });
  expect(await again()).toEqual(["directory mapper member id"]);
  await realm.admin.components.update({ id: found?.id as string }, { ...found, subType: "digest of another password" });
  expect(await again()).toEqual(["directory"]);
  const wrong = { directory: { ...directory.settings, bindPassword: "wrong" }, stepUp: "none" } as const;
  await expect(again(wrong)).rejects.toThrow(/^Keycloak cannot sign in to the directory at ldap:.* as cn=reader: check/);
  expect(await again()).toEqual([]);
  expect(await again({ stepUp: "none" })).toEqual(["directory"]);
  expect(await landsOn(DORA)).toBe("login.ftl");
  expect(await again()).toEqual(["directory"]);
  expect(await landsOn(STRANGER)).toBe("no-record.ftl");
});
