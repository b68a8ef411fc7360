/** How long after a stop the app is refused: STOPS times (10 unless set), at the node that was told and at the other one. */
import type { Member } from "@member-exchange/realm-config";
import { TestRealm } from "../support/realm.ts";
import { effectiveAt, flowAt, type Node, until } from "./support/nodes.ts";
import { accountToken, openAccountConsole, removeAccess } from "./support/stops.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";
const TIMES = Number(process.env.STOPS || 10);
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

test.each<[string, Node, Node]>([
  ["on one node", 1, 1],
  ["across two nodes", 1, 2],
])(
  "from stop to refusal %s: five seconds at the most",
  async (where, here, there) => {
    const sent: number[] = [];
    const answered: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const { body } = await realm.authorize(flowAt(realm, here, SCOPE), { mode: "everything" }, member);
      const token = await accountToken(realm, here, member);
      expect(await effectiveAt(realm, there, body.access_token)).toMatchObject({ mode: "everything" });
      const start = performance.now();
      await removeAccess(realm, here, token);
      const done = performance.now();
      await until(async () => (await effectiveAt(realm, there, body.access_token)) === undefined, WITHIN_MS);
      sent.push(performance.now() - start);
      answered.push(performance.now() - done);
    }
    const line = `${where}, ${TIMES} stops: refused after ${shown(sent)} from the stop, ${shown(answered)} from its answer`;
    process.stderr.write(`${line}\n`);
    expect(Math.max(...sent)).toBeLessThan(WITHIN_MS);
  },
  60_000 + TIMES * 2_000,
);

function shown(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}
