/** N35–N40: deciding for somebody else is the plan's to give, and lasts as long as the plan says. */
import { accountToken, addIntranet } from "../../support/account-api.ts";
import type { Shown } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { authorizeFor, choosePerson, newParent, type Parent, patientOf, personValue, represents } from "../../support/people.ts";
import { NORA, TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";

const SCOPE = "launch/patient patient/Observation.rs";
const ANSWER = { mode: "all-but-sensitive" };
const ALLOW = { ...ANSWER, duration: "P1Y", decision: "allow" };
const ATTRIBUTE = "represented_patients";

let realm: TestRealm;
let facade: RealmFacade;
let parent: Parent;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm, [NORA.fhirPatient]);
  await addIntranet(realm);
});
beforeEach(async () => {
  await realm.signInAdmin();
  parent = await newParent(realm);
  for (const person of ["self", "tom", "lisa"] as const) facade.keep(patientOf(parent, person));
});
afterAll(() => Promise.all([facade.close(), realm.remove()]));

const heights = (patient: string) => ({ status: 200, ids: [`${patient}-height`] });
const namesOf = (shown: Shown): string[] =>
  shown.kind === "page" ? (shown.context.authorization?.people ?? []).map(({ name }: { name: string }) => name).sort() : [];
const represent = async (values: readonly string[]): Promise<void> => {
  const id = await realm.userId(parent);
  const user = await realm.admin.users.findOne({ id });
  await realm.admin.users.update({ id }, { ...user, attributes: { ...user?.attributes, [ATTRIBUTE]: [...values] } });
};

test.each([
  ["another member's patient id", () => NORA.fhirPatient],
  ["nobody", () => ""],
  ["text that is no person", () => "../tom"],
])("N35: %s posted on the page that asks for whom: the page again, and no code", async (_, posted) => {
  const flow = realm.flow(SCOPE);
  const page = await realm.signedIn(flow, parent);
  const person = posted();
  const shown = await flow.post(page, { person, decision: "continue" });
  expect(shown).toMatchObject({ kind: "page", page: "choose-person.ftl", context: { authorization: { problem: "not-understood" } } });
});

test("N36: a person posted beside the answer does not change whose record the page was about", async () => {
  const flow = realm.flow(SCOPE);
  const chooser = await realm.signedIn(flow, parent);
  const page = await flow.post(chooser, { person: personValue(chooser, "tom"), decision: "continue" });
  const { body } = await flow.redeem(await flow.post(page, { ...ALLOW, person: personValue(chooser, "lisa"), patient: parent.lisa }));
  expect(body.patient).toBe(parent.tom);
  expect(await facade.read(body.access_token, "Observation")).toEqual(heights(parent.tom));
});

test("N37: a member cannot write through the account API for whom they decide", async () => {
  const headers = {
    authorization: `Bearer ${await accountToken(realm, parent)}`,
    "content-type": "application/json",
    accept: "application/json",
  };
  const { username, email, firstName, lastName } = parent;
  for (const attributes of [{ [ATTRIBUTE]: [represents(NORA.fhirPatient, "Nora")] }, { fhir_patient: [NORA.fhirPatient] }]) {
    const body = JSON.stringify({ username, email, firstName, lastName, attributes });
    expect((await fetch(`${realm.issuer}/account`, { method: "POST", headers, body })).status).toBe(400);
  }
  const read = await fetch(`${realm.issuer}/account`, { headers });
  expect(await read.text()).not.toContain(parent.tom);
  expect(namesOf(await realm.signedIn(realm.flow(SCOPE), parent))).toEqual(["Lisa Member", "Mary Member", "Tom Member"]);
});

test("N38: a relationship that ends takes its authorization along, and no other; one that comes back does not revive it", async () => {
  const browser = new UserAgent();
  const [toms, lisas] = [realm.flow(`${SCOPE} offline_access`, {}, browser), realm.flow(SCOPE, {}, browser)];
  const tom = await authorizeFor(realm, toms, parent, "tom", ANSWER);
  const lisa = await authorizeFor(realm, lisas, parent, "lisa", ANSWER);
  expect(await facade.read(tom.body.access_token, "Observation")).toEqual(heights(parent.tom));
  await represent([represents(parent.lisa, "Lisa Member")]);
  expect(await facade.read(tom.body.access_token, "Observation")).toEqual(REFUSED);
  expect(await facade.read(lisa.body.access_token, "Observation")).toEqual(heights(parent.lisa));
  await represent([represents(parent.tom, "Tom Member"), represents(parent.lisa, "Lisa Member")]);
  expect(await facade.read(tom.body.access_token, "Observation")).toEqual(REFUSED);
  expect((await toms.refresh(tom.body.refresh_token)).body.error).toBe("invalid_grant");
  expect(await facade.read(lisa.body.access_token, "Observation")).toEqual(heights(parent.lisa));
});

test("N38: the answer to a page is not taken when the relationship ended while it was open", async () => {
  const flow = realm.flow(SCOPE);
  const page = await choosePerson(realm, flow, parent, "tom");
  expect(page).toMatchObject({ page: "member-authorization.ftl", context: { authorization: { person: { name: "Tom Member" } } } });
  await represent([represents(parent.lisa, "Lisa Member")]);
  const shown = await flow.post(page, ALLOW);
  expect(shown.kind === "app" && shown.params.has("code")).toBe(false);
});

test("N39: entries that are not understood, that name a patient twice, call themselves self or have passed are nobody", async () => {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const values = [
    represents("tom", "Tom Member"),
    represents("twice", "First"),
    represents("twice", "Second"),
    represents("grown-up", "Grown-up", { until: yesterday }),
    represents("forged", "Forged", { relationship: "self" }),
    represents("../escaped", "Path"),
    represents("strange", "Strange", { relationship: "<b>" }),
    represents("dated", "Dated", { until: "soon" }),
    represents("born", "Born", { birthDate: "2014" }),
    "{}",
    '{"patient":}',
  ];
  const other = await newParent(realm, values);
  expect(namesOf(await realm.signedIn(realm.flow(SCOPE), other))).toEqual(["Mary Member", "Tom Member"]);
});

test("N40: two parents decide for one child each for themselves: the stop of one ends nothing of the other's, and revives nothing", async () => {
  const other = await newParent(realm, [represents(parent.tom, "Tom Member")]);
  const [first, second] = [realm.flow(SCOPE), realm.flow(SCOPE)];
  const one = await authorizeFor(realm, first, parent, "tom", ANSWER);
  const two = await authorizeFor(realm, second, { ...other, tom: parent.tom }, "tom", ANSWER);
  for (const { body } of [one, two]) expect(await facade.read(body.access_token, "Observation")).toEqual(heights(parent.tom));
  await realm.admin.users.revokeConsent({ id: await realm.userId(other), clientId: "willow-diary" });
  expect(await facade.read(two.body.access_token, "Observation")).toEqual(REFUSED);
  expect(await facade.read(one.body.access_token, "Observation")).toEqual(heights(parent.tom));
});

test("A5: without a page, an app gets an answer only when one person alone is connected", async () => {
  const browser = new UserAgent();
  const silent = async () => {
    const flow = realm.flow(SCOPE, { prompt: "none" }, browser);
    const shown = await flow.start();
    if (shown.kind === "page" || shown.params.has("error")) return shown.kind === "page" ? shown.page : shown.params.get("error");
    return facade.read((await flow.redeem(shown)).body.access_token, "Observation");
  };
  await authorizeFor(realm, realm.flow(SCOPE, {}, browser), parent, "tom", ANSWER);
  expect(await silent()).toEqual(heights(parent.tom));
  await authorizeFor(realm, realm.flow(SCOPE, {}, browser), parent, "lisa", ANSWER);
  expect(await silent()).toBe("interaction_required");
});
