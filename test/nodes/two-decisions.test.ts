/** Two decisions at the same moment, at two nodes: at most one is worth anything, and what is stored is whole. */
import type { Member } from "@member-exchange/realm-config";
import type { Shown } from "../support/authorization-flow.ts";
import { TestRealm } from "../support/realm.ts";
import { UserAgent } from "../support/user-agent.ts";
import { effectiveAt, type FlowAt, flowAt, TabAt } from "./support/nodes.ts";
import { faults, sql } from "./support/sql.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const TIMES = 10;
/** What each of the two decides: one gives less than the other. */
const MORE = { mode: "everything", duration: "P1Y", decision: "allow" };
const LESS = { mode: "chosen", scope: "patient/Condition.rs", duration: "P1Y", decision: "allow" };

let realm: TestRealm;
let member: Member;
beforeAll(async () => {
  realm = await TestRealm.create();
});
afterAll(() => realm.remove());

type AtThePage = readonly [FlowAt, Shown];

async function twoTabs(): Promise<[AtThePage, AtThePage]> {
  const browser = new UserAgent();
  const flows = [flowAt(realm, 1, SCOPE, {}, new TabAt(1, browser)), flowAt(realm, 2, SCOPE, {}, new TabAt(2, browser))] as const;
  const first = await flows[0].start();
  const second = await flows[1].start();
  const { username, password } = member;
  return [
    [flows[0], await flows[0].signIn(first, username, password)],
    [flows[1], await flows[1].signIn(second, username, password)],
  ];
}

async function twoDevices(): Promise<[AtThePage, AtThePage]> {
  const flows = [flowAt(realm, 1, SCOPE), flowAt(realm, 2, SCOPE)] as const;
  return [
    [flows[0], await realm.signedIn(flows[0], member)],
    [flows[1], await realm.signedIn(flows[1], member)],
  ];
}

const CASES: [string, () => Promise<[AtThePage, AtThePage]>][] = [
  ["two tabs of one sign-in", twoTabs],
  ["two devices", twoDevices],
];

test.each(CASES)(
  "two decisions at the same moment on %s: one is worth something, and every row is whole",
  async (_, open) => {
    for (let time = 0; time < TIMES; time += 1) {
      await realm.signInAdmin();
      member = await realm.newMember();
      const returning = time % 2 === 1;
      if (returning) await realm.authorize(flowAt(realm, 1, "launch/patient patient/Goal.rs"), { mode: "everything" }, member);
      const [[one, oneShown], [two, twoShown]] = await open();
      expect([oneShown, twoShown]).toMatchObject([{ page: "member-authorization.ftl" }, { page: "member-authorization.ftl" }]);

      const shown = await Promise.all([one.post(oneShown, MORE), two.post(twoShown, LESS)]);
      // each is back at the app with a code, or on a page that says it did not work
      for (const end of shown)
        expect(end.kind === "app" ? end.params.has("code") : end.page === "error.ftl" && end.status === 409).toBe(true);
      const worth = new Map<unknown, string>();
      for (const [index, flow] of [one, two].entries()) {
        const end = shown[index] as Shown;
        if (end.kind !== "app" || !end.params.has("code")) continue;
        const { body } = await flow.redeem(end);
        const [here, there] = [await effectiveAt(realm, 1, body.access_token), await effectiveAt(realm, 2, body.access_token)];
        expect(here).toEqual(there);
        if (here) worth.set(here.id, String(here.mode));
      }
      expect(worth.size).toBe(1);
      expect(await faults(await realm.userId(member))).toEqual([]);
    }
  },
  180_000,
);

test("the check of what is stored finds holes, a current row without its consent, and two current rows", async () => {
  const words = "'r', 'c', 'nobody', 'p', 'self', 'current', '', '', '', '', '', '', '', '', '', 0, 0, '', 0, ''";
  const columns = `realm_id, client_id, user_id, patient_id, relationship, state, requested_scope, granted_scope, resource_types, sharing_mode,
    shared, categories_version, screen_version, language, duration, created, consent_created, actor, at, reason`;
  const rows = [`('whole', 1, ${words})`, `('twin', 1, ${words})`, `('twin', 3, ${words})`];
  await sql(`insert into member_authorization (id, revision, ${columns}) values ${rows.join(", ")}`);
  const found = await faults("nobody");
  await sql("delete from member_authorization where user_id = 'nobody'");
  expect(found.sort()).toEqual([
    "c has two current authorizations for p",
    "twin has 2 revisions up to 3",
    "twin is current without its consent",
    "whole is current without its consent",
  ]);
});
