/** A node that is killed, or loses its database, leaves no half-stored permission; the member can simply do it again. */
import type { Member } from "@member-exchange/realm-config";
import { TestRealm } from "../support/realm.ts";
import { UserAgent } from "../support/user-agent.ts";
import { control, effectiveAt, flowAt, type Node, TabAt, until } from "./support/nodes.ts";
import { consents, currentRows, faults, holdTable, sql, untilQuiet, writtenBeforeWaitingFor } from "./support/sql.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const ALLOW = { mode: "everything", duration: "P1Y", decision: "allow" };
const LESS = { mode: "chosen", scope: "patient/Condition.rs", duration: "P1Y", decision: "allow" };
const TABLES = ["member_authorization", "user_consent", "user_consent_client_scope"];
const NODES: Node[] = [1, 2];

let realm: TestRealm;
let member: Member;
beforeAll(async () => {
  realm = await TestRealm.create();
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
});
afterEach(async () => {
  // whatever a test left behind, the next one finds both
  await control("database", "start");
  await control("node-2", "start");
}, 60_000);
afterAll(() => realm.remove());

/** Posts the decision to node 2, kills the node while the transaction waits for `table`; tells what had been written by then. */
async function killedWhileWaitingFor(table: string, prompt: { prompt?: string }, decision: Record<string, string>): Promise<string[]> {
  const flow = flowAt(realm, 2, SCOPE, prompt);
  const shown = await realm.signedIn(flow, member);
  expect(shown).toMatchObject({ page: "member-authorization.ftl" });
  const release = await holdTable(table);
  const posted = flow.post(shown, decision).then(
    (end) => end.kind,
    () => "cut off",
  );
  const written = await writtenBeforeWaitingFor(table, TABLES);
  await control("node-2", "kill");
  expect(await posted).toBe("cut off");
  await release();
  await untilQuiet();
  return written;
}

/** The member does it (again), through the node that was killed. */
async function simplyDoneAgain(): Promise<void> {
  await control("node-2", "start");
  const { body } = await realm.authorize(flowAt(realm, 2, SCOPE, { prompt: "consent" }), LESS, member);
  for (const node of NODES) expect(await effectiveAt(realm, node, body.access_token)).toMatchObject({ scope: "patient/Condition.rs" });
  expect(await faults(await realm.userId(member))).toEqual([]);
}

describe("Keycloak is killed while it stores a decision", () => {
  test.each(["member_authorization", "user_consent_client_scope"])(
    "a first answer, cut off before %s: nothing is stored, and the member can do it again",
    async (table) => {
      const written = await killedWhileWaitingFor(table, {}, ALLOW);
      // the attack path was taken: something was written before the kill
      expect(written.length).toBeGreaterThan(0);
      const id = await realm.userId(member);
      expect([await currentRows(id), await consents(id), await faults(id)]).toEqual([[], 0, []]);
      expect(await realm.signedIn(flowAt(realm, 1, SCOPE), member)).toMatchObject({ page: "member-authorization.ftl" });
      await simplyDoneAgain();
    },
  );

  test("another answer, cut off before user_consent: the earlier one is worth what it was, and the member can do it again", async () => {
    const { body } = await realm.authorize(flowAt(realm, 1, "launch/patient patient/Goal.rs"), { mode: "everything" }, member);
    const before = await effectiveAt(realm, 1, body.access_token);
    const rows = await currentRows(await realm.userId(member));
    const written = await killedWhileWaitingFor("user_consent", { prompt: "consent" }, ALLOW);
    expect(written).toContain("member_authorization");
    expect(await effectiveAt(realm, 1, body.access_token)).toEqual(before);
    expect(before).toMatchObject({ scope: "patient/Goal.rs" });
    expect([await currentRows(await realm.userId(member)), await faults(await realm.userId(member))]).toEqual([rows, []]);
    await simplyDoneAgain();
    expect(await effectiveAt(realm, 2, body.access_token)).toBeUndefined();
  });

  test("killed between the decision and the browser's next step: the decision is whole, and the member is not asked again", async () => {
    const browser = new UserAgent();
    const flow = flowAt(realm, 2, SCOPE, {}, new TabAt(2, browser));
    const shown = await realm.signedIn(flow, member);
    if (shown.kind !== "page") throw new Error("no page");
    const answer = await flow.browser.send(shown.context.url.loginAction, { method: "POST", body: new URLSearchParams(ALLOW) });
    expect([answer.status, answer.headers.has("location")]).toEqual([302, true]);
    await control("node-2", "kill");

    const id = await realm.userId(member);
    expect([(await currentRows(id)).length, await consents(id), await faults(id)]).toEqual([1, 1, []]);
    const again = flowAt(realm, 1, SCOPE, {}, new TabAt(1, browser));
    const { body } = await again.redeem(await realm.signedIn(again, member));
    expect(await effectiveAt(realm, 1, body.access_token)).toMatchObject({ mode: "everything" });
    await simplyDoneAgain();
  });
});

describe("the database is down", () => {
  test("a decision is answered with a page, the facade learns nothing, nothing is stored, and all works again when it is back", async () => {
    const { body } = await realm.authorize(flowAt(realm, 1, "launch/patient patient/Goal.rs"), { mode: "everything" }, member);
    for (const node of NODES) expect(await effectiveAt(realm, node, body.access_token)).toMatchObject({ scope: "patient/Goal.rs" });
    const pages = await Promise.all(
      NODES.map(async (node) => {
        const flow = flowAt(realm, node, SCOPE, { prompt: "consent" });
        return { flow, shown: await realm.signedIn(flow, member) };
      }),
    );
    const rows = await sql("select id, revision from member_authorization order by 1, 2");

    await control("database", "stop");
    for (const { flow, shown } of pages) {
      const end = await flow.post(shown, ALLOW);
      expect(end).toMatchObject({ kind: "page", page: "error.ftl", status: 500 });
      expect(end.kind === "page" && end.html).not.toMatch(/Exception|\bat org\.|psql|postgres/i);
    }
    for (const node of NODES) expect(await effectiveAt(realm, node, body.access_token).catch(() => undefined)).toBeUndefined();

    await control("database", "start");
    for (const node of NODES) {
      const worth = async () => (await effectiveAt(realm, node, body.access_token).catch(() => undefined))?.scope === "patient/Goal.rs";
      await until(worth, 60_000);
    }
    expect(await sql("select id, revision from member_authorization order by 1, 2")).toEqual(rows);
    const [{ flow, shown } = { flow: undefined, shown: undefined }] = pages;
    if (!flow || !shown) throw new Error("no page");
    // the form's code was used up by the first attempt: the page is shown once more, and answered
    const again = await flow.post(shown, LESS);
    expect(again).toMatchObject({ page: "member-authorization.ftl", status: 200 });
    const { body: fresh } = await flow.redeem(await flow.post(again, LESS));
    for (const node of NODES) expect(await effectiveAt(realm, node, fresh.access_token)).toMatchObject({ scope: "patient/Condition.rs" });
    expect(await effectiveAt(realm, 2, body.access_token)).toBeUndefined();
    expect(await faults(await realm.userId(member))).toEqual([]);
  });
});
