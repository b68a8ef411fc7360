/** D6: codes and refresh tokens late, in another order, twice and all at once. Whatever survives speaks for the one authorization it was issued for. */
import { type AuthorizationFlow, claimsOf, type Tokens } from "../../support/authorization-flow.ts";
import { REFUSED, type RealmFacade, startFacade } from "../../support/facade.ts";
import { allow, authorizeFor, choosePerson, newParent, type Parent, type Person, patientOf } from "../../support/people.ts";
import { TestRealm } from "../../support/realm.ts";
import { UserAgent } from "../../support/user-agent.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const ANSWER = { mode: "all-but-sensitive" };

let realm: TestRealm;
let facade: RealmFacade;
let remembering: RealmFacade;
let parent: Parent;
beforeAll(async () => {
  realm = await TestRealm.create();
  facade = await startFacade(realm);
  remembering = await startFacade(realm, [], true);
});
beforeEach(async () => {
  await realm.signInAdmin();
  parent = await newParent(realm);
  for (const person of ["self", "tom", "lisa"] as const) {
    facade.keep(patientOf(parent, person));
    remembering.keep(patientOf(parent, person));
  }
});
afterAll(() => Promise.all([facade.close(), remembering.close(), realm.remove()]));

const reads = async ({ body }: Pick<Tokens, "body">, person: Person): Promise<void> => {
  expect(body.patient).toBe(patientOf(parent, person));
  expect(await facade.read(body.access_token)).toEqual({ status: 200, ids: [`${patientOf(parent, person)}-cough`] });
};
const asking = (browser: UserAgent, scope = SCOPE) => realm.flow(scope, { prompt: "consent" }, browser);

test("D6: codes of three authorizations redeemed late and in the other order each yield their own person's tokens", async () => {
  const browser = new UserAgent();
  const issued = [];
  for (const person of ["self", "tom", "lisa"] as const) {
    const flow = asking(browser);
    issued.push({ person, flow, code: await allow(realm, flow, parent, person, ANSWER) });
  }
  const redeemed = [];
  for (const { person, flow, code } of issued.reverse()) redeemed.push({ person, flow, tokens: await flow.redeem(code) });
  for (const { person, flow, tokens } of redeemed) {
    await reads(tokens, person);
    await reads(await flow.refresh(tokens.body.refresh_token), person);
  }
});

test("D6: a code redeemed twice is refused, and what the first redemption yielded ends (RFC 6749 section 4.1.2); the other child stays connected", async () => {
  const browser = new UserAgent();
  const lisas = asking(browser);
  const lisa = await authorizeFor(realm, lisas, parent, "lisa", ANSWER);
  const toms = asking(browser);
  const code = await allow(realm, toms, parent, "tom", ANSWER);
  const first = await toms.redeem(code);
  await reads(first, "tom");
  expect((await toms.redeem(code)).body).toMatchObject({ error: "invalid_grant" });
  expect(await facade.read(first.body.access_token)).toEqual(REFUSED);
  expect((await toms.refresh(first.body.refresh_token)).body.error).toBe("invalid_grant");
  await reads(lisa, "lisa");
  await reads(await lisas.refresh(lisa.body.refresh_token), "lisa");
});

test("D6: a code of an answer that was replaced before it was redeemed is worth nothing", async () => {
  const browser = new UserAgent();
  const [early, late] = [asking(browser), asking(browser)];
  const code = await allow(realm, early, parent, "tom", { mode: "everything" });
  const newer = await authorizeFor(realm, late, parent, "tom", ANSWER);
  expect((await early.redeem(code)).body).toMatchObject({ error: "invalid_grant" });
  await reads(newer, "tom");
});

/** All at once, with one refresh token. */
const storm = (flow: AuthorizationFlow, token: string | undefined) => Promise.all(Array.from({ length: 20 }, () => flow.refresh(token)));

test.each([
  ["online", SCOPE],
  ["offline", `${SCOPE} offline_access`],
])(
  "D6: twenty refreshes at once with one %s refresh token end this person's session, as a stolen token does (RFC 9700 section 4.14.2), and no other's",
  async (_, scope) => {
    const browser = new UserAgent();
    const [toms, lisas] = [asking(browser, scope), asking(browser, scope)];
    const tom = await authorizeFor(realm, toms, parent, "tom", ANSWER);
    const lisa = await authorizeFor(realm, lisas, parent, "lisa", ANSWER);
    const answers = await storm(toms, tom.body.refresh_token);
    const good = answers.filter(({ status }) => status === 200);
    for (const { body } of answers.filter(({ status }) => status !== 200)) expect(body.error).toBe("invalid_grant");
    for (const { body } of good) {
      expect(claimsOf(body.access_token).member_authorization_id).toBe(claimsOf(tom.body.access_token).member_authorization_id);
      expect(body.patient).toBe(parent.tom);
    }
    for (const { body } of [tom, ...good]) {
      expect(await facade.read(body.access_token)).toEqual(REFUSED);
      expect((await toms.refresh(body.refresh_token)).body.error).toBe("invalid_grant");
    }
    await reads(lisa, "lisa");
    await reads(await lisas.refresh(lisa.body.refresh_token), "lisa");
    const later = realm.flow(scope, {}, browser);
    await reads(await later.redeem(await choosePerson(realm, later, parent, "tom")), "tom");
  },
);

test("D6, A4: the same app asked again with more, and with less: the newer answer counts and the older one's tokens are refused within five seconds", async () => {
  const browser = new UserAgent();
  const [one, more, less] = [asking(browser, "patient/Condition.rs"), asking(browser), asking(browser)];
  const first = await authorizeFor(realm, one, parent, "tom", { mode: "everything" });
  expect((await remembering.read(first.body.access_token)).status).toBe(200);
  const second = await authorizeFor(realm, more, parent, "tom", ANSWER);
  await until(async () => (await remembering.read(first.body.access_token)).status === 401, 5_000);
  expect((await one.refresh(first.body.refresh_token)).body.error).toBe("invalid_grant");
  expect((await remembering.read(second.body.access_token, "Observation")).status).toBe(200);

  const third = await authorizeFor(realm, less, parent, "tom", { mode: "chosen", scope: "patient/Condition.rs" });
  await until(async () => (await remembering.read(second.body.access_token, "Observation")).status === 401, 5_000);
  expect((await more.refresh(second.body.refresh_token)).body.error).toBe("invalid_grant");
  await reads(third, "tom");
  expect((await facade.read(third.body.access_token, "Observation")).status).toBe(403);
});

/** @throws when it does not come true in this many milliseconds */
async function until(check: () => Promise<boolean>, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
