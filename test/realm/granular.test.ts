/** Granular SMART scopes at the authorization server: requested, registered, chosen in parts, refreshed, remembered (D4, R8; SMART App Launch 2.2, scopes). */
import { GRANULAR_SCOPES, granularScope, partsOf, partToken, RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { MAX_CRITERIA } from "../../fhir-facade/src/pipeline/3-authz/criteria.ts";
import type { Shown } from "../support/authorization-flow.ts";
import { call, consoleToken } from "../support/authorizations-api.ts";
import { standardAttribute, withPolicy } from "../support/policy.ts";
import { DIARY, LAB_APP, type TestMember, TestRealm } from "../support/realm.ts";
import { UserAgent } from "../support/user-agent.ts";

const of = (type: string, code: string, permission: "rs" | "r" | "s" = "rs") =>
  granularScope(type, permission, partToken(partsOf(type).find((part) => part.code === code) as ReturnType<typeof partsOf>[number]));
const LAB = of("Observation", "laboratory");
const VITAL = of("Observation", "vital-signs");
const SOCIAL = of("Observation", "social-history");
const PROBLEMS = of("Condition", "problem-list-item");
const PROBLEMS_SEARCHED = of("Condition", "problem-list-item", "s");
const OBSERVATION = "patient/Observation.rs";
const ALL_PARTS = partsOf("Observation").map(({ code }) => of("Observation", code));
/** Registered for lab results, and for searching the list of health problems. */
const PARTS_APP = {
  ...LAB_APP,
  clientId: "parts-app",
  redirectUris: ["http://localhost:9/parts"],
  registeredScopes: ["launch/patient", LAB, PROBLEMS_SEARCHED],
};
const DIARY_V1 = { ...DIARY, registeredScopes: [...DIARY.registeredScopes, "patient/*.read"] };

const words = (scope: unknown) => String(scope).split(" ").sort();
const bean = (shown: Shown) => {
  expect(shown).toMatchObject({ kind: "page", page: "member-authorization.ftl" });
  return shown.kind === "page" ? shown.context.authorization : undefined;
};
const errorOf = (shown: Shown) => (shown.kind === "app" ? shown.params.get("error") : shown.page);

let realm: TestRealm;
let member: TestMember;
beforeAll(async () => {
  realm = await TestRealm.create({ apps: [DIARY_V1, PARTS_APP] });
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
});
afterAll(() => realm.remove());

test("a granular scope is a scope like any other: granted as it was asked for, and told to the facade", async () => {
  const { body } = await realm.authorize(realm.flow(`launch/patient ${LAB} ${PROBLEMS}`), { mode: "all-but-sensitive" }, member);
  expect(words(body.scope)).toEqual(words(`launch/patient ${LAB} ${PROBLEMS}`));
  expect(words((await realm.effective(body.access_token))?.scope)).toEqual(words(`${LAB} ${PROBLEMS}`));
});

test.each([
  ["the whole type", OBSERVATION, LAB],
  ["the whole type to read by id", "patient/Observation.r", of("Observation", "laboratory", "r")],
  ["every type", "patient/*.rs", `${LAB} ${PROBLEMS_SEARCHED}`],
  ["another part beside it", `${LAB} ${VITAL}`, LAB],
  ["less of it", of("Observation", "laboratory", "s"), of("Observation", "laboratory", "s")],
  ["more than is registered of a part", `${LAB} ${PROBLEMS}`, `${LAB} ${PROBLEMS_SEARCHED}`],
])("D4 an app that is registered for a part and asks for %s gets what it is registered for", async (_, asked, granted) => {
  const { body } = await realm.authorize(realm.flow(asked, { app: PARTS_APP }), { mode: "everything" }, member);
  expect(words(body.scope)).toEqual(words(granted));
});

test("D4 an app that is registered for a part and asks for another gets nothing", async () => {
  expect(errorOf(await realm.signedIn(realm.flow(VITAL, { app: PARTS_APP }), member))).toBe("access_denied");
});

test.each([
  ["a category of no part", "patient/Observation.rs?category=http://example.org|laboratory"],
  ["a code without its system", "patient/Observation.rs?category=laboratory"],
  ["two values", `${LAB},${partToken(partsOf("Observation")[1] as ReturnType<typeof partsOf>[number])}`],
  ["another parameter", "patient/Observation.rs?code=http://loinc.org|4548-4"],
  ["SMART v1", LAB.replace(".rs?", ".read?")],
  ["every type", LAB.replace("Observation", "*")],
  ["a type without parts", LAB.replace("Observation", "Immunization")],
])("D4 a granular scope with %s is unknown: invalid_scope with state", async (_, scope) => {
  const shown = await realm.flow(`${OBSERVATION} ${scope}`).start();
  expect(shown.kind === "app" && Object.fromEntries(shown.params)).toMatchObject({ error: "invalid_scope", state: "state-1" });
});

const others = Object.keys(RESOURCE_TYPES)
  .filter((type) => type !== "Observation")
  .map((type) => `patient/${type}.rs`);
test.each([
  ["a type narrowed to a part", OBSERVATION, { scope: OBSERVATION, part: LAB }, LAB],
  ["a type without one part", OBSERVATION, { scope: OBSERVATION, part: ALL_PARTS.slice(1) }, ALL_PARTS.slice(1).join(" ")],
  ["all of its parts: the whole type", OBSERVATION, { scope: OBSERVATION, part: ALL_PARTS }, OBSERVATION],
  [
    "a wildcard narrowed",
    "patient/*.rs",
    { scope: [...others, OBSERVATION], part: [...ALL_PARTS.slice(0, 2), "*Condition"] },
    [...others, LAB, VITAL].join(" "),
  ],
  [
    "SMART v1, narrowed in the words of v2",
    "patient/Observation.read",
    { scope: "patient/Observation.read", part: [LAB, VITAL] },
    `${LAB} ${VITAL}`,
  ],
  ["parts, one of which was asked for", `${LAB} ${VITAL}`, { scope: `${LAB} ${VITAL}`, part: VITAL }, VITAL],
  ["parts that are not on the page", `${LAB} ${VITAL}`, { scope: `${LAB} ${VITAL}`, part: [VITAL, SOCIAL, PROBLEMS] }, VITAL],
  ["one part alone has no parts", LAB, { scope: LAB, part: [] }, LAB],
])("R8 chosen in parts: %s", async (_, asked, { scope, part }, granted) => {
  const conditions = partsOf("Condition").map(({ code }) => of("Condition", code));
  const parts = [part].flat().flatMap((one) => (one === "*Condition" ? conditions : [one]));
  const { body } = await realm.authorize(realm.flow(asked), { mode: "chosen", scope, part: parts }, member);
  expect(words(body.scope)).toEqual(words(granted));
  expect(words((await realm.effective(body.access_token))?.scope)).toEqual(words(granted));
});

test.each([
  ["its tick without a part", { scope: OBSERVATION, part: [] }],
  ["parts without its tick", { scope: [], part: ALL_PARTS }],
  ["parts of another type", { scope: OBSERVATION, part: PROBLEMS }],
])("R8 a kind of record with parts is shared by both ticks only: %s shares nothing of it", async (_, answer) => {
  const flow = realm.flow(OBSERVATION);
  const shown = await flow.post(await realm.signedIn(flow, member), { decision: "allow", mode: "chosen", duration: "P1Y", ...answer });
  expect(bean(shown).problem).toBe("nothing-chosen");
});

test("the facade reads all that is granted, whatever is asked for at once", async () => {
  expect(GRANULAR_SCOPES.length / 3).toBeLessThanOrEqual(MAX_CRITERIA / 2);
  const { body } = await realm.authorize(realm.flow(GRANULAR_SCOPES.join(" ")), { mode: "everything" }, member);
  expect(words(body.scope)).toEqual(GRANULAR_SCOPES.filter((name) => name.includes(".rs?")).sort());
  const twice = GRANULAR_SCOPES.filter((name) => !name.includes(".rs?"));
  const apart = await realm.authorize(realm.flow(twice.join(" "), { prompt: "consent" }), { mode: "everything" }, member);
  const { scope } = (await realm.effective(apart.body.access_token)) ?? {};
  expect(words(scope)).toEqual([...twice].sort());
  expect(words(scope).length).toBeLessThanOrEqual(MAX_CRITERIA);
});

test.each([
  ["of more parts than the facade can read", Array.from({ length: 16 }, (_, n) => `http://example.org|part-${n}`)],
  ["of a part that would be two parameters", ["http://example.org|lab&code=x"]],
  ["of a part that would be two values", ["http://example.org|lab,http://example.org|social"]],
])("a policy %s is none: no authorization", async (_, parts) => {
  const policy = standardAttribute();
  policy.resourceTypes.find(({ type }: { type: string }) => type === "Observation").parts = parts;
  await withPolicy(realm, JSON.stringify(policy), async () => {
    expect(errorOf(await realm.signedIn(realm.flow(OBSERVATION), member))).toBe("access_denied");
  });
});

test("a part that is taken out of the registration is worth nothing from then on; a whole type shrinks to the parts that are left", async () => {
  const { body } = await realm.authorize(realm.flow(OBSERVATION), { mode: "everything" }, member);
  const undo = await realm.changeClient(DIARY.clientId, { attributes: { registered_scopes: `${LAB} ${VITAL}` } });
  expect(words((await realm.effective(body.access_token))?.scope)).toEqual(words(`${LAB} ${VITAL}`));
  await undo();
});

test("refresh: the answer repeats the parts, fewer can be asked for, none can be won back", async () => {
  const flow = realm.flow(OBSERVATION);
  const { body } = await realm.authorize(flow, { mode: "chosen", scope: OBSERVATION, part: [LAB, VITAL] }, member);
  const again = await flow.refresh(body.refresh_token);
  expect(words(again.body.scope)).toEqual(words(`${LAB} ${VITAL}`));
  const fewer = await flow.refresh(again.body.refresh_token, { scope: LAB });
  expect(fewer.body.scope).toBe(LAB);
  const wider = await flow.refresh(fewer.body.refresh_token, { scope: `${LAB} ${SOCIAL} ${OBSERVATION}` });
  for (const name of [SOCIAL, OBSERVATION]) expect(words(wider.body.scope ?? "")).not.toContain(name);
});

test("A5 parts are remembered: neither the same request nor one for the parts that were allowed is asked again; one for a part that was not is", async () => {
  const browser = new UserAgent();
  await realm.authorize(realm.flow(OBSERVATION, {}, browser), { mode: "chosen", scope: OBSERVATION, part: [LAB, VITAL] }, member);
  for (const asked of [OBSERVATION, LAB]) {
    const flow = realm.flow(asked, { prompt: "none" }, browser);
    expect(words((await flow.redeem(await flow.start())).body.scope)).toEqual(words(asked === LAB ? LAB : `${LAB} ${VITAL}`));
  }
  for (const asked of [SOCIAL, `${LAB} ${SOCIAL}`])
    expect(errorOf(await realm.flow(asked, { prompt: "none" }, browser).start())).toBe("interaction_required");
});

test("Connected apps is told the parts, and which kinds of records the member narrowed: not those of which the app asked for a part alone", async () => {
  const answer = { mode: "chosen", scope: [OBSERVATION, PROBLEMS], part: [LAB, VITAL] };
  const { body } = await realm.authorize(realm.flow(`${OBSERVATION} ${PROBLEMS}`), answer, member);
  const [one] = (await call<Record<string, unknown>[]>(realm, await consoleToken(realm, member), "GET /mine")).body;
  expect(words(one?.scope)).toEqual(words(body.scope));
  expect(one).toMatchObject({ resourceTypes: ["Condition", "Observation"], narrowedTypes: ["Observation"] });
});
