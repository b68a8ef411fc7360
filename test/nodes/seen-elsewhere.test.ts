/** What is decided at one node holds at the other within five seconds, whatever the other had in its caches. */
import type { Member } from "@member-exchange/realm-config";
import { TestRealm } from "../support/realm.ts";
import { effectiveAt, flowAt, type Node, until } from "./support/nodes.ts";
import { accountToken, mineAt, openAccountConsole, STOPS } from "./support/stops.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const EVERYTHING = { mode: "everything" };
const WITHIN_MS = 5_000;

let realm: TestRealm;
let member: Member;
beforeAll(async () => {
  realm = await TestRealm.create();
  await openAccountConsole(realm);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
});
afterAll(() => realm.remove());

const WAYS: [Node, Node][] = [
  [1, 2],
  [2, 1],
];

describe.each(WAYS)("made at node %i, seen at node %i", (here, there) => {
  test.each(Object.entries(STOPS))("%s: the token is worth nothing", async (_, stop) => {
    const { body } = await realm.authorize(flowAt(realm, here, SCOPE), EVERYTHING, member);
    const seen = await effectiveAt(realm, there, body.access_token);
    expect(seen).toMatchObject({ mode: "everything" });
    for (let again = 0; again < 3; again += 1) expect(await effectiveAt(realm, there, body.access_token)).toEqual(seen);

    const back = await stop(realm, here, member);
    await until(async () => (await effectiveAt(realm, there, body.access_token)) === undefined, WITHIN_MS);
    if (!back) return;
    await back();
    await until(async () => (await effectiveAt(realm, there, body.access_token)) !== undefined, WITHIN_MS);
    expect(await effectiveAt(realm, there, body.access_token)).toEqual(seen);
  });

  test("a change of categories, tighter and wider: the same token tells the new choice", async () => {
    const { body } = await realm.authorize(flowAt(realm, here, SCOPE), EVERYTHING, member);
    expect(await effectiveAt(realm, there, body.access_token)).toMatchObject({ mode: "everything" });
    const token = await accountToken(realm, here, member);
    for (const shared of [["DEMO"], ["PSY", "DEMO"]]) {
      await (await mineAt(realm, here, token)).share(shared);
      await until(async () => `${(await effectiveAt(realm, there, body.access_token))?.shared}` === `${shared}`, WITHIN_MS);
    }
  });

  test("a new answer: the old token is worth nothing, the new one what was chosen", async () => {
    const old = flowAt(realm, here, SCOPE);
    const first = await realm.authorize(old, EVERYTHING, member);
    expect(await effectiveAt(realm, there, first.body.access_token)).toMatchObject({ mode: "everything" });

    const again = flowAt(realm, here, SCOPE, { prompt: "consent" });
    const second = await realm.authorize(again, { mode: "chosen", scope: "patient/Condition.rs" }, member);
    await until(async () => (await effectiveAt(realm, there, first.body.access_token)) === undefined, WITHIN_MS);
    expect(await effectiveAt(realm, there, second.body.access_token)).toMatchObject({ mode: "chosen", scope: "patient/Condition.rs" });
    old.node = there;
    expect((await old.refresh(first.body.refresh_token)).body.error).toBe("invalid_grant");
  });
});
