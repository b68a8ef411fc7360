/** R14: what a representative allowed is seen by both: by the one who allowed it, and by the person whose record it is, who may stop it. */
import { claimsOf } from "../support/authorization-flow.ts";
import { call, consoleToken, type Mine, mine } from "../support/authorizations-api.ts";
import { authorizeFor, newParent, type Parent, represents } from "../support/people.ts";
import { NORA, type TestMember, TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Observation.rs";
const EVERYTHING = { mode: "everything" };

/** ISO date: so many years ago today (UTC), and so many days later. */
function born(yearsAgo: number, daysLater = 0): string {
  const date = new Date();
  date.setUTCFullYear(date.getUTCFullYear() - yearsAgo);
  date.setUTCDate(date.getUTCDate() + daysLater);
  return date.toISOString().slice(0, 10);
}

interface Shown extends Mine {
  readonly by: { readonly name: string; readonly relationship: string } | null;
  readonly mayStop: boolean;
  readonly stoppedBy: string;
}

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create();
}, 300_000);
beforeEach(() => realm.signInAdmin());
afterAll(() => realm.remove());

/** A parent who decides for Tom, and Tom, who has a sign-in of his own. */
async function family(more: object): Promise<{ parent: Parent; tom: TestMember }> {
  const tom = await realm.newMember({ firstName: "Tom" });
  const parent = await newParent(realm, [represents(tom.fhirPatient, "Tom Member", more)]);
  return { parent: { ...parent, tom: tom.fhirPatient }, tom };
}
const allowedFor = async (parent: Parent, scope = SCOPE) => {
  const flow = realm.flow(scope);
  const { body } = await authorizeFor(realm, flow, parent, "tom", EVERYTHING);
  return { flow, body, access: body.access_token, id: claimsOf(body.access_token).member_authorization_id as string };
};
const byOthers = async (token: string) => (await call<Shown[]>(realm, token, "GET /by-others")).body;
const represent = async (parent: Parent, values: readonly string[]): Promise<void> => {
  const id = await realm.userId(parent);
  const user = await realm.admin.users.findOne({ id });
  await realm.admin.users.update({ id }, { ...user, attributes: { ...user?.attributes, represented_patients: [...values] } });
};

test("R14 both see it: the parent for whom, the grown child who allowed it, in which role, and what it shares", async () => {
  const { parent, tom } = await family({ birthDate: born(18) });
  const { id } = await allowedFor(parent);
  const parents = await consoleToken(realm, parent);
  const toms = await consoleToken(realm, tom);
  expect(await mine(realm, parents, id)).toMatchObject({ person: "Tom Member", relationship: "parent", by: null, mayStop: true });
  const by = { name: "Mary Member", relationship: "parent" };
  expect(await byOthers(toms)).toEqual([
    expect.objectContaining({
      id,
      state: "current",
      person: "Tom Member",
      patient: tom.fhirPatient,
      mode: "everything",
      by,
      mayStop: true,
    }),
  ]);
  expect(await mine(realm, toms, id)).toBeUndefined();
  expect(await byOthers(parents)).toEqual([]);
});

test("R14 a grown child stops it: tokens, refresh and offline access end, and both are told who did it", async () => {
  const { parent, tom } = await family({ birthDate: born(40) });
  const { id, access, flow, body } = await allowedFor(parent, `${SCOPE} offline_access`);
  const toms = await consoleToken(realm, tom);
  for (let times = 0; times < 2; times += 1) expect((await call(realm, toms, `DELETE /by-others/${id}`)).status).toBe(204);
  expect(await realm.effective(access)).toBeUndefined();
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
  expect(await mine(realm, await consoleToken(realm, parent), id)).toMatchObject({ state: "stopped-by-member", stoppedBy: "person" });
  expect((await byOthers(toms))[0]).toMatchObject({ id, state: "stopped-by-member", stoppedBy: "you" });
});

test.each<[string, object, number]>([
  ["who is eighteen tomorrow", { birthDate: born(18, 1) }, 403],
  ["who is eighteen today", { birthDate: born(18) }, 204],
  ["whose age the plan did not say", {}, 204],
])("R14 a person %s sees it, and stops it or is told that the representative decides", async (_, more, status) => {
  const { parent, tom } = await family(more);
  const { id, access } = await allowedFor(parent);
  const toms = await consoleToken(realm, tom);
  expect(await byOthers(toms)).toEqual([expect.objectContaining({ id, mayStop: status === 204 })]);
  expect((await call(realm, toms, `DELETE /by-others/${id}`)).status).toBe(status);
  expect((await realm.effective(access)) === undefined).toBe(status === 204);
});

test("R14 nobody else sees or stops it, and the person cannot widen it", async () => {
  const { parent, tom } = await family({ birthDate: born(40) });
  const { id, access } = await allowedFor(parent);
  const noras = await consoleToken(realm, NORA);
  expect(await byOthers(noras)).toEqual([]);
  const seen = new Set<string>();
  for (const [token, request] of [
    [noras, `DELETE /by-others/${id}`],
    [noras, "DELETE /by-others/00000000-0000-0000-0000-000000000000"],
    [await consoleToken(realm, parent), `DELETE /by-others/${id}`],
    [await consoleToken(realm, tom), `DELETE /mine/${id}`],
  ] as const) {
    const answer = await call(realm, token, request);
    seen.add(`${answer.status} ${answer.text}`);
  }
  expect([...seen]).toEqual([expect.stringMatching(/^404 .*not_found/)]);
  const change = { revision: 2, mode: "everything" };
  expect((await call(realm, await consoleToken(realm, tom), `PUT /mine/${id}`, change)).status).toBe(404);
  expect((await call(realm, access, "GET /by-others")).status).toBe(403);
  expect(await realm.effective(access)).toMatchObject({ id });
});

test("R14 a former member sees nothing of the record that was theirs", async () => {
  const { parent, tom } = await family({});
  await allowedFor(parent);
  const toms = await consoleToken(realm, tom);
  const id = await realm.userId(tom);
  const user = await realm.admin.users.findOne({ id });
  await realm.admin.users.update({ id }, { ...user, attributes: { ...user?.attributes, fhir_patient_until: ["2020-01-01"] } });
  expect(await byOthers(toms)).toEqual([]);
});

test("R14 whose relationship has ended is told that the authorization ended, and nothing of the person", async () => {
  const { parent, tom } = await family({});
  const { id, access } = await allowedFor(parent);
  await represent(parent, []);
  expect(await realm.effective(access)).toBeUndefined();
  const list = await call<Mine[]>(realm, await consoleToken(realm, parent), "GET /mine");
  expect(list.text).not.toContain(tom.fhirPatient);
  expect(list.text).not.toMatch(/Tom Member|Observation|PSY/);
  expect(list.body).toEqual([expect.objectContaining({ id, state: "relationship-ended", person: "", patient: "" })]);
  expect(await byOthers(await consoleToken(realm, tom))).toEqual([expect.objectContaining({ id, state: "relationship-ended" })]);
});

test("R14 the plan's end of a relationship is the end: the last day holds, the day after does not", async () => {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const { parent, tom } = await family({ until: day(0) });
  const { access, flow, body } = await allowedFor(parent, `${SCOPE} offline_access`);
  expect(await realm.effective(access)).toMatchObject({ patient: tom.fhirPatient });
  await represent(parent, [represents(tom.fhirPatient, "Tom Member", { until: day(-1) })]);
  expect(await realm.effective(access)).toBeUndefined();
  expect((await flow.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
});

test("R14 a representative without a name has none for the person, who never learns the user name", async () => {
  const { parent, tom } = await family({});
  const { id } = await allowedFor(parent);
  const user = await realm.admin.users.findOne({ id: await realm.userId(parent) });
  await realm.admin.users.update({ id: user?.id as string }, { ...user, firstName: "", lastName: "" });
  const list = await call<Shown[]>(realm, await consoleToken(realm, tom), "GET /by-others");
  expect(list.body).toEqual([expect.objectContaining({ id, by: { name: "", relationship: "parent" } })]);
  expect(list.text).not.toContain(parent.username);
});

test("R14 two sign-ins that the plan links to one record see each other's", async () => {
  const one = await realm.newMember();
  const two = await realm.newMember({ fhirPatient: one.fhirPatient });
  await realm.authorize(realm.flow(SCOPE), EVERYTHING, two);
  expect(await byOthers(await consoleToken(realm, one))).toEqual([
    expect.objectContaining({ by: { name: "Mary Member", relationship: "self" }, mayStop: true }),
  ]);
});
