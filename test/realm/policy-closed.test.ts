/** D5: what the plan closes for representatives, by relationship and age, is shared by no way, from the day on which it is closed. */
import { SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import { claimsOf, type Tokens } from "../support/authorization-flow.ts";
import { call, consoleToken, type Mine, mine } from "../support/authorizations-api.ts";
import { authorizeFor, choosePerson, newParent, type Parent, type Person, represents } from "../support/people.ts";
import { planPolicy, withPolicy } from "../support/policy.ts";
import { TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Condition.rs";
const NEW = "2027-01-01";
const CLOSED = ["SUD", "SEX", "PSY"];
const AGES = planPolicy(`version: ${NEW}`, `closed: [{ categories: [${CLOSED}], relationships: [parent], ages: { from: 12, to: 17 } }]`);
const ALWAYS = planPolicy(`version: ${NEW}`, `closed: [{ categories: [${CLOSED}] }]`);
const OPEN = SHAREABLE_CATEGORIES.filter((code) => !CLOSED.includes(code));

/** ISO date: so many years ago today (UTC), and so many days later. */
function born(yearsAgo: number, daysLater = 0): string {
  const date = new Date();
  date.setUTCFullYear(date.getUTCFullYear() - yearsAgo);
  date.setUTCDate(date.getUTCDate() + daysLater);
  return date.toISOString().slice(0, 10);
}

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create();
});
beforeEach(() => realm.signInAdmin());
afterAll(() => realm.remove());

const parentOf = (...people: [patient: string, more: object][]): Promise<Parent> =>
  newParent(
    realm,
    people.map(([patient, more]) => represents(patient, `${patient.slice(0, 1).toUpperCase()}${patient.slice(1)} Member`, more)),
  );
const page = async (parent: Parent, person: Person) => {
  const shown = await choosePerson(realm, realm.flow(SCOPE, { prompt: "consent" }), parent, person);
  expect(shown).toMatchObject({ kind: "page", page: "member-authorization.ftl" });
  return shown.kind === "page" ? shown.context.authorization : undefined;
};
const closedOn = async (parent: Parent, person: Person): Promise<string[]> =>
  (await page(parent, person)).categories.filter((row: { closed: boolean }) => row.closed).map(({ code }: { code: string }) => code);
const allow = (parent: Parent, person: Person, answer: Record<string, string | readonly string[]>): Promise<Tokens> =>
  authorizeFor(realm, realm.flow(SCOPE, { prompt: "consent" }), parent, person, answer);
const EVERYTHING = { mode: "everything" };
const LEFT = { mode: "chosen", shared: OPEN };
const setBirthDate = async (parent: Parent, patient: string, birthDate: string): Promise<void> => {
  const id = await realm.userId(parent);
  const user = await realm.admin.users.findOne({ id });
  const represented_patients = [represents(patient, "Tom Member", { birthDate })];
  await realm.admin.users.update({ id }, { ...user, attributes: { ...user?.attributes, represented_patients } });
};

test.each<[string, object, string[]]>([
  ["a parent of somebody of twelve today", { birthDate: born(12) }, CLOSED],
  ["a parent of somebody who is twelve tomorrow", { birthDate: born(12, 1) }, []],
  ["a parent of somebody of seventeen, until tomorrow", { birthDate: born(18, 1) }, CLOSED],
  ["a parent of somebody of eighteen today", { birthDate: born(18) }, []],
  ["a parent of somebody whose age the plan did not say", {}, CLOSED],
  ["a parent of somebody who is not born yet, by the plan", { birthDate: born(0, 2) }, CLOSED],
  ["a guardian of somebody of fourteen", { birthDate: born(14), relationship: "guardian" }, []],
])("D5 on the page of %s, what is closed is said and has no tick", async (_, person, closed) => {
  const parent = await parentOf(["tom", person]);
  await withPolicy(realm, AGES, async () => {
    expect((await closedOn(parent, "tom")).sort()).toEqual([...closed].sort());
    expect(await closedOn(parent, "self")).toEqual([]);
  });
});

test("D5 no way shares what is closed: everything is told as what is left, a forged tick is ignored", async () => {
  const parent = await parentOf(["tom", { birthDate: born(14) }]);
  await withPolicy(realm, AGES, async () => {
    const { body } = await allow(parent, "tom", EVERYTHING);
    expect(await realm.effective(body.access_token)).toMatchObject({ ...LEFT, categoriesVersion: NEW });
    expect((await page(parent, "tom")).categories.filter((row: { closed: boolean; chosen: boolean }) => row.closed && row.chosen)).toEqual(
      [],
    );
    const forged = await allow(parent, "tom", { mode: "chosen", scope: "patient/Condition.rs", category: ["SEX", "HIV", "SUD"] });
    expect(await realm.effective(forged.body.access_token)).toMatchObject({ mode: "chosen", shared: ["HIV"] });
    const own = await allow(parent, "self", EVERYTHING);
    expect(await realm.effective(own.body.access_token)).toMatchObject({ mode: "everything" });
  });
});

test("D7 what is closed needs no end", async () => {
  const parent = await parentOf(["tom", { birthDate: born(14) }]);
  await withPolicy(realm, AGES, async () => {
    const { body } = await allow(parent, "tom", { ...EVERYTHING, duration: "until-stopped" });
    expect(await realm.effective(body.access_token)).toMatchObject({ ...LEFT, until: null });
  });
});

test.each<[string, Record<string, string | readonly string[]>, string[]]>([
  ["everything", EVERYTHING, OPEN],
  ["chosen", { mode: "chosen", scope: "patient/Condition.rs", category: ["HIV", "SEX"] }, ["HIV"]],
])("D5 a birthday closes from that day on what was answered before (%s), in the same token", async (_, answer, left) => {
  const parent = await parentOf(["tom", { birthDate: born(12, 1) }]);
  await withPolicy(realm, AGES, async () => {
    const { body } = await allow(parent, "tom", answer);
    const before = await realm.effective(body.access_token);
    expect(before?.shared).toContain("SEX");
    await setBirthDate(parent, "tom", born(12));
    expect(await realm.effective(body.access_token)).toMatchObject({ mode: "chosen", shared: left });
  });
});

test("D5 a closing counts at once for authorizations that exist, for the representative alone", async () => {
  const parent = await parentOf(["tom", { birthDate: born(3) }]);
  const child = await allow(parent, "tom", EVERYTHING);
  const own = await allow(parent, "self", EVERYTHING);
  await withPolicy(realm, ALWAYS, async () => {
    expect(await realm.effective(child.body.access_token)).toMatchObject(LEFT);
    expect(await realm.effective(own.body.access_token)).toMatchObject({ mode: "everything" });
  });
  expect(await realm.effective(child.body.access_token)).toMatchObject({ mode: "everything" });
});

test("D5 what was closed when the answer was given is not shared by it when it is closed no more", async () => {
  const parent = await parentOf(["tom", {}]);
  let token: string | undefined;
  await withPolicy(realm, ALWAYS, async () => {
    token = (await allow(parent, "tom", EVERYTHING)).body.access_token;
  });
  expect(await realm.effective(token)).toMatchObject(LEFT);
});

test("D5 a member's change of what is shared passes by what is closed, and the list says it", async () => {
  const parent = await parentOf(["tom", { birthDate: born(14) }]);
  await withPolicy(realm, AGES, async () => {
    const { body } = await allow(parent, "tom", { mode: "all-but-sensitive" });
    const id = claimsOf(body.access_token).member_authorization_id as string;
    const token = await consoleToken(realm, parent);
    expect([...((await mine(realm, token, id))?.closed ?? [])].sort()).toEqual([...CLOSED].sort());
    const change = (revision: number, to: object) => call<Mine>(realm, token, `PUT /mine/${id}`, { revision, ...to });
    expect((await change(2, { mode: "chosen", shared: ["SEX", "HIV"] })).body).toMatchObject({ shared: ["HIV"] });
    expect(await realm.effective(body.access_token)).toMatchObject({ shared: ["HIV"] });
    expect((await change(3, EVERYTHING)).status).toBe(200);
    expect(await realm.effective(body.access_token)).toMatchObject(LEFT);
  });
});
