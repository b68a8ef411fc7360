/** D1, D2: a member who comes back is asked about what is new since; the record says what that is, and earlier answers stand beside it. */
import { granularScope, partsOf, partToken } from "@member-exchange/sharing-policy";
import type { Shown } from "../support/authorization-flow.ts";
import { planPolicy, withPolicy } from "../support/policy.ts";
import { DIARY, type TestMember, TestRealm } from "../support/realm.ts";

const CONDITION = "patient/Condition.rs";
const OBSERVATION = "patient/Observation.rs";
const GOAL = "patient/Goal.rs";
const [LAB = "", ...OTHER_PARTS] = partsOf("Observation").map((part) => granularScope("Observation", "rs", partToken(part)));
const NEW = "2027-01-01";
const ADDED = planPolicy(
  `version: ${NEW}`,
  `add: [{ code: DENT, since: ${NEW}, texts: { en: { name: Dental care, covers: Teeth., sharing: Seen. }, es: { name: Dientes, covers: Dientes., sharing: Se ven. } } }]`,
);

let realm: TestRealm;
let member: TestMember;
beforeAll(async () => {
  realm = await TestRealm.create({ apps: [{ ...DIARY, registeredScopes: [...DIARY.registeredScopes, "patient/*.read"] }] });
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
});
afterAll(() => realm.remove());

interface Tickable {
  readonly type: string;
  readonly code: string;
  readonly scope: string;
  readonly chosen: boolean;
  readonly added: boolean;
  readonly parts: readonly Tickable[];
}
const page = (shown: Shown): { news: boolean; returning: boolean; mode: string; types: Tickable[]; categories: Tickable[] } => {
  if (shown.kind !== "page" || shown.page !== "member-authorization.ftl")
    throw new Error(`no page: ${JSON.stringify(shown).slice(0, 200)}`);
  return shown.context.authorization;
};
type Answer = Record<string, string | readonly string[]>;
const allow = (scope: string, answer: Answer) => realm.authorize(realm.flow(scope, { prompt: "consent" }), answer, member);
const again = async (scope: string, request = {}) => page(await realm.signedIn(realm.flow(scope, request), member));
const chosen = (...scope: string[]): Answer => ({ mode: "chosen", scope, category: ["HIV"] });
const added = (rows: readonly Tickable[]) => rows.filter((row) => row.added).map((row) => row.type ?? row.code);
const ticked = (rows: readonly Tickable[]) => rows.filter((row) => row.chosen).map((row) => row.type ?? row.code);

test("a kind of record that was not asked for before is new and has no tick; what was unticked then is neither new nor ticked", async () => {
  await allow(`${CONDITION} ${OBSERVATION}`, chosen(CONDITION));
  const { news, returning, mode, types, categories } = await again(`${CONDITION} ${OBSERVATION} ${GOAL}`);
  expect([news, returning, mode, added(types), ticked(types)]).toEqual([true, true, "chosen", ["Goal"], ["Condition"]]);
  expect([added(categories), ticked(categories)]).toEqual([[], ["HIV"]]);
});

test("a new category is new, and has no tick; the earlier ones keep theirs", async () => {
  await allow(CONDITION, chosen(CONDITION));
  await withPolicy(realm, ADDED, async () => {
    const { news, types, categories } = await again(CONDITION);
    expect([news, added(types), added(categories), ticked(categories)]).toEqual([true, [], ["DENT"], ["HIV"]]);
  });
});

test("a category is not new to who shares whatever comes", async () => {
  await allow(CONDITION, { mode: "everything" });
  await withPolicy(realm, ADDED, async () => {
    const { news, types, categories } = await again(`${CONDITION} ${GOAL}`);
    expect([news, added(types), added(categories)]).toEqual([true, ["Goal"], []]);
  });
});

test("prompt=consent shows everything with the earlier answers, and still says what is new", async () => {
  await allow(`${CONDITION} ${OBSERVATION}`, { ...chosen(OBSERVATION), part: LAB });
  const { news, returning, types, categories } = await again(`${CONDITION} ${OBSERVATION} ${GOAL}`, { prompt: "consent" });
  expect([news, returning, added(types), ticked(types), ticked(categories)]).toEqual([false, true, ["Goal"], ["Observation"], ["HIV"]]);
  expect(types[1]?.parts.filter((part) => part.chosen).map((part) => part.scope)).toEqual([LAB]);
});

test("of a kind of record of which a part was asked for before, the other parts are new", async () => {
  await allow(LAB, { mode: "chosen", scope: LAB });
  const { news, types } = await again(OBSERVATION);
  expect([news, added(types)]).toEqual([true, ["Observation"]]);
  expect(types[0]?.parts.filter((part) => part.added).map((part) => part.scope)).toEqual(OTHER_PARTS);
});

test("parts that were unticked are not new", async () => {
  await allow(OBSERVATION, { mode: "chosen", scope: OBSERVATION, part: LAB });
  const { news, types } = await again(`${OBSERVATION} ${GOAL}`);
  expect([news, added(types)]).toEqual([true, ["Goal"]]);
  expect(types[0]?.parts.filter((part) => part.added || part.chosen).map((part) => part.scope)).toEqual([LAB]);
});

test("what was unticked stays so when the app asks for it in other words", async () => {
  await allow("patient/Condition.read patient/Observation.read", chosen("patient/Condition.read"));
  const { news, types } = await again(`${CONDITION} ${OBSERVATION}`);
  expect([news, added(types), ticked(types)]).toEqual([false, [], ["Condition"]]);
});

test("nothing is new on a first visit, and after only this time the whole question comes again", async () => {
  const first = await again(CONDITION);
  expect([first.news, first.returning, added(first.types), added(first.categories)]).toEqual([false, false, [], []]);
  await allow(CONDITION, { ...chosen(CONDITION), duration: "once" });
  const next = await again(`${CONDITION} ${GOAL}`);
  expect([next.news, next.returning, ticked(next.types)]).toEqual([false, true, ["Condition"]]);
});

test("the answer to what is new takes the place of the earlier one, with both in it", async () => {
  await allow(`${CONDITION} ${OBSERVATION}`, chosen(CONDITION));
  const flow = realm.flow(`${CONDITION} ${OBSERVATION} ${GOAL}`);
  const { body } = await realm.authorize(flow, chosen(CONDITION, GOAL), member);
  expect(String(body.scope).split(" ").sort()).toEqual([CONDITION, GOAL]);
  expect(await realm.effective(body.access_token)).toMatchObject({ mode: "chosen", shared: ["HIV"] });
});
