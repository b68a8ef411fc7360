/** A1, A2, A3, B1: one parent, one app, two records. Nothing that the app holds for one of them ever speaks for the other. */
import { claimsOf, type Tokens } from "../../support/authorization-flow.ts";
import { type RealmFacade, type Seen, startFacade } from "../../support/facade.ts";
import { allow, authorizeFor, newParent, type Parent, type Person, patientOf } from "../../support/people.ts";
import { FHIR_BASE_URL, TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";

const SCOPE = "openid fhirUser launch/patient patient/Condition.rs patient/Observation.rs";
const NOTHING_SENSITIVE = { mode: "all-but-sensitive" };
const EVERYTHING = { mode: "everything" };

let realm: TestRealm;
let facade: RealmFacade;
let parent: Parent;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm);
});
beforeEach(async () => {
  await realm.signInAdmin();
  parent = await newParent(realm);
  for (const person of ["self", "tom", "lisa"] as const) facade.keep(patientOf(parent, person));
});
afterAll(() => Promise.all([facade.close(), realm.remove()]));

const seen = (person: Person, ...what: string[]): Seen => ({
  status: 200,
  ids: what.map((name) => `${patientOf(parent, person)}-${name}`),
});

/** Token response, JWT, ID token, introspection and facade all speak of this person, and share this much. */
async function expectOnly({ body }: Tokens, person: Person, ...conditions: string[]): Promise<void> {
  const patient = patientOf(parent, person);
  expect(body.patient).toBe(patient);
  // a representative is not the patient
  if (body.id_token) expect(claimsOf(body.id_token).fhirUser).toBe(person === "self" ? `${FHIR_BASE_URL}/Patient/${patient}` : undefined);
  expect(await realm.effective(body.access_token)).toMatchObject({ patient, id: claimsOf(body.access_token).member_authorization_id });
  expect(await facade.read(body.access_token)).toEqual(seen(person, ...conditions));
  for (const other of (["self", "tom", "lisa"] as const).filter((one) => one !== person)) {
    expect((await facade.read(body.access_token, `Condition/${patientOf(parent, other)}-cough`)).status).toBe(404);
  }
}

test("A1: one browser: what was allowed for a child changes nothing of what was allowed for the parent, nor at its refresh", async () => {
  const browser = new UserAgent();
  const [own, toms] = [realm.flow(SCOPE, {}, browser), realm.flow(SCOPE, { prompt: "consent" }, browser)];
  const first = await authorizeFor(realm, own, parent, "self", NOTHING_SENSITIVE);
  await expectOnly(first, "self", "cough");
  const second = await authorizeFor(realm, toms, parent, "tom", EVERYTHING);
  await expectOnly(second, "tom", "cough", "psy");
  await expectOnly(first, "self", "cough");
  await expectOnly(await own.refresh(first.body.refresh_token), "self", "cough");
  await expectOnly(await toms.refresh(second.body.refresh_token), "tom", "cough", "psy");
});

test("A2: two browsers: nor does it there", async () => {
  const [own, toms] = [realm.flow(SCOPE), realm.flow(SCOPE, {}, new UserAgent())];
  const first = await authorizeFor(realm, own, parent, "self", NOTHING_SENSITIVE);
  const second = await authorizeFor(realm, toms, parent, "tom", EVERYTHING);
  await expectOnly(first, "self", "cough");
  await expectOnly(second, "tom", "cough", "psy");
  await expectOnly(await own.refresh(first.body.refresh_token), "self", "cough");
  await expectOnly(await toms.refresh(second.body.refresh_token), "tom", "cough", "psy");
});

test("A3: offline for the parent, then offline for a child: token, introspection and every refresh agree for each", async () => {
  const browser = new UserAgent();
  const scope = `${SCOPE} offline_access`;
  const [own, toms] = [realm.flow(scope, {}, browser), realm.flow(scope, { prompt: "consent" }, browser)];
  const first = await authorizeFor(realm, own, parent, "self", NOTHING_SENSITIVE);
  const second = await authorizeFor(realm, toms, parent, "tom", EVERYTHING);
  expect(claimsOf(first.body.refresh_token)).toMatchObject({ typ: "Offline" });
  expect(claimsOf(second.body.refresh_token)).toMatchObject({ typ: "Offline" });
  let [one, two] = [first, second];
  for (let round = 0; round < 3; round += 1) {
    await expectOnly(one, "self", "cough");
    await expectOnly(two, "tom", "cough", "psy");
    [one, two] = [await own.refresh(one.body.refresh_token), await toms.refresh(two.body.refresh_token)];
  }
});

test("B1: a code for the parent that is redeemed after one for a child was issued yields the parent's tokens", async () => {
  const browser = new UserAgent();
  const [own, toms] = [realm.flow(SCOPE, {}, browser), realm.flow(SCOPE, { prompt: "consent" }, browser)];
  const ownCode = await allow(realm, own, parent, "self", NOTHING_SENSITIVE);
  const tomsCode = await allow(realm, toms, parent, "tom", EVERYTHING);
  const second = await toms.redeem(tomsCode);
  const first = await own.redeem(ownCode);
  await expectOnly(second, "tom", "cough", "psy");
  await expectOnly(first, "self", "cough");
  await expectOnly(await own.refresh(first.body.refresh_token), "self", "cough");
});
