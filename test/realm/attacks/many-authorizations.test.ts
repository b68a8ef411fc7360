/** D6: several people, apps, tabs and devices. Each authorization has a user session of its own, so that none is lost or mixed up by another. */
import { claimsOf, type Shown, type Tokens } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { authorizeFor, choosePerson, newParent, type Parent, type Person, patientOf, personValue, signOut } from "../../support/people.ts";
import { DIARY, LAB_APP, TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";

const SCOPE = "launch/patient patient/Observation.rs";
const ANSWER = { mode: "all-but-sensitive" };
const ALLOW = { ...ANSWER, duration: "P1Y", decision: "allow" };

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

const reads = async ({ body }: Tokens, person: Person): Promise<void> => {
  expect(body.patient).toBe(patientOf(parent, person));
  expect(await facade.read(body.access_token, "Observation")).toEqual({ status: 200, ids: [`${patientOf(parent, person)}-height`] });
};
const asking = (browser: UserAgent, scope = SCOPE, app = DIARY) => realm.flow(scope, { app, prompt: "consent" }, browser);

test("D6: both children and the parent stay connected to one app in one browser, each with tokens, an id and a session of its own", async () => {
  const browser = new UserAgent();
  const held: { flow: ReturnType<typeof asking>; person: Person; tokens: Tokens }[] = [];
  for (const person of ["tom", "lisa", "self"] as const) {
    const flow = asking(browser);
    held.push({ flow, person, tokens: await authorizeFor(realm, flow, parent, person, ANSWER) });
  }
  for (const { flow, person, tokens } of held) {
    await reads(tokens, person);
    await reads(await flow.refresh(tokens.body.refresh_token), person);
  }
  for (const claim of ["member_authorization_id", "sid"]) {
    expect(new Set(held.map(({ tokens }) => claimsOf(tokens.body.access_token)[claim])).size).toBe(3);
  }
});

test("D6: two apps in one browser hold what each was given, for whom it was given", async () => {
  const browser = new UserAgent();
  const [diary, lab] = [asking(browser), asking(browser, SCOPE, LAB_APP)];
  const first = await authorizeFor(realm, diary, parent, "tom", ANSWER);
  const second = await authorizeFor(realm, lab, parent, "lisa", ANSWER);
  await reads(first, "tom");
  await reads(second, "lisa");
  await reads(await diary.refresh(first.body.refresh_token), "tom");
  await reads(await lab.refresh(second.body.refresh_token), "lisa");
});

test.each([
  ["in the order in which they were opened", [0, 1]],
  ["the later one first", [1, 0]],
] as const)(
  "D6: two tabs of one app, both pages open, answered %s: what each tab yields is for the person on its page",
  async (_, order) => {
    const browser = new UserAgent();
    await authorizeFor(realm, asking(browser, SCOPE, LAB_APP), parent, "self", ANSWER);
    const people = ["tom", "lisa"] as const;
    const flows = [asking(browser), asking(browser)] as const;
    const pages: Shown[] = [];
    for (const tab of [0, 1] as const) pages.push(await choosePerson(realm, flows[tab], parent, people[tab]));
    const tokens: Tokens[] = [];
    for (const tab of order) {
      let shown = await flows[tab].post(pages[tab] as Shown, ALLOW);
      if (shown.kind === "page") {
        // Keycloak starts a tab anew when another one was finished: this answer was not taken, the member is asked once more
        expect(tokens.filter(Boolean)).toHaveLength(1);
        const asked = await flows[tab].post(shown, { person: personValue(shown, people[tab]), decision: "continue" });
        expect(asked).toMatchObject({ context: { authorization: { returning: false } } });
        shown = await flows[tab].post(asked, ALLOW);
      }
      tokens[tab] = await flows[tab].redeem(shown);
    }
    for (const tab of [0, 1] as const) {
      await reads(tokens[tab] as Tokens, people[tab]);
      await reads(await flows[tab].refresh(tokens[tab]?.body.refresh_token), people[tab]);
    }
  },
);

test("D6: two devices and the same person: the newer answer counts, the older one's tokens end", async () => {
  const [phone, tablet] = [asking(new UserAgent()), asking(new UserAgent())];
  const older = await authorizeFor(realm, phone, parent, "tom", { mode: "everything" });
  const newer = await authorizeFor(realm, tablet, parent, "tom", ANSWER);
  expect(await facade.read(older.body.access_token, "Observation")).toEqual(REFUSED);
  expect((await phone.refresh(older.body.refresh_token)).body.error).toBe("invalid_grant");
  await reads(newer, "tom");
  await reads(await tablet.refresh(newer.body.refresh_token), "tom");
});

test("D6: online and offline side by side: signing the browser out ends what is online, of every person, and nothing that is offline", async () => {
  const browser = new UserAgent();
  const [tom, lisa] = [asking(browser), asking(browser, `${SCOPE} offline_access`)];
  const online = await authorizeFor(realm, tom, parent, "tom", ANSWER);
  const offline = await authorizeFor(realm, lisa, parent, "lisa", ANSWER);
  await reads(online, "tom");
  await signOut(realm, browser);
  expect(await facade.read(online.body.access_token, "Observation")).toEqual(REFUSED);
  expect((await tom.refresh(online.body.refresh_token)).body.error).toBe("invalid_grant");
  await reads(offline, "lisa");
  await reads(await lisa.refresh(offline.body.refresh_token), "lisa");
});

test("D6: two sign-ins in one browser for one person share nothing either: the older online one ends with its answer, not before", async () => {
  const browser = new UserAgent();
  const first = asking(browser);
  const one = await authorizeFor(realm, first, parent, "tom", ANSWER);
  const remembered = realm.flow(SCOPE, {}, browser);
  const two = await remembered.redeem(await choosePerson(realm, remembered, parent, "tom"));
  expect(claimsOf(two.body.access_token).member_authorization_id).toBe(claimsOf(one.body.access_token).member_authorization_id);
  await reads(one, "tom");
  await reads(two, "tom");
  await reads(await first.refresh(one.body.refresh_token), "tom");
  await reads(await remembered.refresh(two.body.refresh_token), "tom");
});
