/** Codes and refresh tokens belong to the cluster, not to a node: given at one, used at another, used up everywhere. */
import type { Member } from "@member-exchange/realm-config";
import { TestRealm } from "../support/realm.ts";
import { effectiveAt, type FlowAt, flowAt, type Node } from "./support/nodes.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const OFFLINE_SCOPE = `${SCOPE} offline_access`;

let realm: TestRealm;
let member: Member;
beforeAll(async () => {
  realm = await TestRealm.create();
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
});
afterAll(() => realm.remove());

/** The member's yes at `node`, or the remembered one; the app holds a code. */
async function code(node: Node, scope = SCOPE) {
  const flow = flowAt(realm, node, scope);
  const first = await realm.signedIn(flow, member);
  const shown = first.kind === "app" ? first : await flow.post(first, { mode: "everything", duration: "P1Y", decision: "allow" });
  return { flow, shown };
}

function through(flow: FlowAt, node: Node): FlowAt {
  flow.node = node;
  return flow;
}

const WAYS: [Node, Node][] = [
  [1, 2],
  [2, 1],
];

describe.each(WAYS)("decided at node %i, redeemed at node %i", (here, there) => {
  test("the code is redeemed there and the refresh token used here, online and offline", async () => {
    for (const scope of [SCOPE, OFFLINE_SCOPE]) {
      const { flow, shown } = await code(here, scope);
      const { body } = await through(flow, there).redeem(shown);
      expect(await effectiveAt(realm, here, body.access_token)).toMatchObject({ mode: "everything" });
      const fresh = await through(flow, here).refresh(body.refresh_token);
      expect(await effectiveAt(realm, there, fresh.body.access_token)).toMatchObject({ mode: "everything" });
    }
  });

  test("a code that was redeemed there is refused here, and what it brought is worth nothing at either", async () => {
    const { flow, shown } = await code(here);
    const { body } = await through(flow, there).redeem(shown);
    expect(await effectiveAt(realm, here, body.access_token)).toMatchObject({ mode: "everything" });
    expect((await through(flow, here).redeem(shown)).body).toMatchObject({ error: "invalid_grant" });
    for (const node of [here, there]) expect(await effectiveAt(realm, node, body.access_token)).toBeUndefined();
  });

  test("a code that both nodes are sent at the same moment brings one token", async () => {
    for (let time = 0; time < 10; time += 1) {
      const { flow, shown } = await code(here, OFFLINE_SCOPE);
      const [one, two] = [through(flow, here).redeem(shown), through(flow, there).redeem(shown)];
      const given = (await Promise.all([one, two])).filter(({ body }) => body.access_token);
      expect(given).toHaveLength(1);
    }
  });

  test("a code from before a stop there is worth nothing", async () => {
    const { flow, shown } = await code(here);
    const early = await through(flow, here).redeem(shown);
    const { flow: late, shown: held } = await code(here);
    await realm.admin.users.revokeConsent({ id: await realm.userId(member), clientId: flow.request.clientId });
    const { body } = await through(late, there).redeem(held);
    expect(await effectiveAt(realm, here, body.access_token)).toBeUndefined();
    expect((await through(flow, there).refresh(early.body.refresh_token)).body.error).toBe("invalid_grant");
  });
});
