/** D2: what a change of the plan's policy means for authorizations that exist, and when the member is asked again. */
import { CATEGORIES_VERSION, parseMemberAuthorization } from "@member-exchange/sharing-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { bitsOf } from "../../fhir-facade/src/labeller/verdict.ts";
import { sightOf } from "../../fhir-facade/src/pipeline/3-authz/sight.ts";
import type { Shown } from "../support/authorization-flow.ts";
import { planPolicy, withPolicy } from "../support/policy.ts";
import { type TestMember, TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Condition.rs";
const NEW = "2027-01-01";
const DENT = `{ code: DENT, since: ${NEW}, texts: {
  en: { name: Dental care, covers: Visits to the dentist., sharing: The app can see them. },
  es: { name: Atención dental, covers: Visitas al dentista., sharing: La app las puede ver. } } }`;
const ADDED = planPolicy(`version: ${NEW}`, `add: [${DENT}]`);
const MERGED = planPolicy(`version: ${NEW}`, `merge: [{ into: SEX, from: [STD], since: ${NEW} }]`);
const REMOVED = planPolicy(`version: ${NEW}`, `remove: [{ category: GDIS, since: ${NEW} }]`);
const WORDS = planPolicy(`version: ${NEW}`, "change: [{ category: DEMO, default: withheld }]");

let realm: TestRealm;
let member: TestMember;
beforeAll(async () => {
  realm = await TestRealm.create();
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
});
afterAll(() => realm.remove());

const bean = (shown: Shown) => {
  expect(shown).toMatchObject({ kind: "page", page: "member-authorization.ftl" });
  return shown.kind === "page" ? shown.context.authorization : undefined;
};
interface Row {
  readonly code: string;
  readonly name: string;
  readonly body: string;
  readonly chosen: boolean;
}
const ticked = (categories: readonly Row[]): string[] => categories.filter(({ chosen }) => chosen).map(({ code }) => code);
const chosen = (...category: string[]) => ({ mode: "chosen", scope: "patient/Condition.rs", category });
const allow = async (answer: Record<string, string | readonly string[]>) => {
  const { body } = await realm.authorize(realm.flow(SCOPE, { prompt: "consent" }), answer, member);
  return body.access_token;
};
const again = () => realm.signedIn(realm.flow(SCOPE), member);

/** Categories that the facade withholds by this policy, as the token stands now. */
async function withheld(token: string | undefined, policy: SharingPolicy): Promise<string[]> {
  const authorization = parseMemberAuthorization(await realm.effective(token));
  if (!authorization) throw new Error("the token shares nothing");
  const { hidden } = sightOf(authorization, policy);
  const bitOf = bitsOf(policy);
  return [...policy.categories, ...policy.removed].map(({ code }) => code).filter((code) => (hidden & bitOf(code)) !== 0);
}

test("D2 added: withheld from what exists; asked about next time, with the earlier ticks and none on what is new", async () => {
  const token = await allow(chosen("HIV", "DEMO"));
  await withPolicy(realm, ADDED, async () => {
    expect(await realm.effective(token)).toMatchObject({ shared: ["HIV", "DEMO"], categoriesVersion: CATEGORIES_VERSION });
    expect(await withheld(token, ADDED)).toContain("DENT");
    const page = bean(await again());
    expect([page.returning, page.mode, ticked(page.categories)]).toEqual([true, "chosen", ["HIV", "DEMO"]]);
    expect(page.categories.at(-1)).toMatchObject({
      code: "DENT",
      name: "Dental care",
      body: "Visits to the dentist. The app can see them.",
    });
    const newer = await allow(chosen("HIV", "DENT"));
    expect(await realm.effective(newer)).toMatchObject({ shared: ["HIV", "DENT"], categoriesVersion: NEW });
    expect(await withheld(newer, ADDED)).not.toContain("DENT");
    expect(await again()).toMatchObject({ kind: "app" });
  });
});

test("D2 merged: no earlier yes counts for it, and it starts without a tick", async () => {
  const token = await allow(chosen("SEX", "STD", "HIV"));
  await withPolicy(realm, MERGED, async () => {
    expect(await withheld(token, MERGED)).toContain("SEX");
    expect(await withheld(token, MERGED)).not.toContain("HIV");
    const page = bean(await again());
    expect(ticked(page.categories)).toEqual(["HIV"]);
    expect(page.categories.map(({ code }: Row) => code)).not.toContain("STD");
    expect(await realm.effective(await allow(chosen("SEX", "STD")))).toMatchObject({ shared: ["SEX"] });
  });
});

test("D2 removed: what was withheld stays withheld, and nobody is asked; a later answer does not withhold it", async () => {
  const token = await allow(chosen("HIV", "DEMO"));
  await withPolicy(realm, REMOVED, async () => {
    expect(await withheld(token, REMOVED)).toContain("GDIS");
    expect(await again()).toMatchObject({ kind: "app" });
    expect(await withheld(await allow(chosen("HIV", "DEMO")), REMOVED)).not.toContain("GDIS");
  });
});

test.each([
  ["added", ADDED],
  ["merged", MERGED],
  ["removed", REMOVED],
])("D2 %s: who shares everything is not asked, and shares it", async (_, policy) => {
  const token = await allow({ mode: "everything" });
  await withPolicy(realm, policy, async () => {
    expect(await withheld(token, policy)).toEqual(["PSYTHPN"]);
    expect(await again()).toMatchObject({ kind: "app" });
  });
});

test("D2 a newer version in which no category is newer asks nobody; another default counts from the next answer on", async () => {
  const token = await allow({ mode: "all-but-sensitive" });
  await withPolicy(realm, WORDS, async () => {
    expect(await again()).toMatchObject({ kind: "app" });
    expect(await realm.effective(token)).toMatchObject({ shared: ["DEMO"] });
    expect(await realm.effective(await allow({ mode: "all-but-sensitive" }))).toMatchObject({ shared: [] });
  });
});

test("an answer to the policy as it was is not taken when the policy changed while the page was open", async () => {
  const flow = realm.flow(SCOPE);
  const page = await realm.signedIn(flow, member);
  await withPolicy(realm, ADDED, async () => {
    const shown = bean(await flow.post(page, { decision: "allow", duration: "P1Y", mode: "everything" }));
    expect(shown.problem).toBe("changed");
    expect(shown.categories.at(-1)).toMatchObject({ code: "DENT" });
  });
});

test("D8 the plan's words come in the member's language", async () => {
  const flow = realm.flow(SCOPE);
  await withPolicy(realm, ADDED, async () => {
    const page = bean(await flow.signIn(await flow.start({ ui_locales: "es" }), member.username, member.password));
    expect(page.categories.at(-1)).toMatchObject({ name: "Atención dental", body: "Visitas al dentista. La app las puede ver." });
    expect(page.neverShared).toMatchObject([{ name: "Notas de psicoterapia" }]);
  });
});
