/** D2: what a change of the plan's policy means for authorizations that exist. */
import { CATEGORIES, CATEGORIES_VERSION, type MemberAuthorization } from "@member-exchange/sharing-policy";
import { type SharingPolicy, standardPolicy } from "@member-exchange/sharing-policy/policy";
import { labeller } from "../../fhir-facade/src/labeller/label.ts";
import { UNCLASSIFIABLE } from "../../fhir-facade/src/labeller/verdict.ts";
import { authorize } from "../../fhir-facade/src/pipeline/3-authz/authorize.ts";
import { isHidden, sightOf } from "../../fhir-facade/src/pipeline/3-authz/sight.ts";
import { authorizationOf } from "./support/issuer.ts";
import { read, TEXTS } from "./support/plan-policy.ts";
import { coded, condition, ICD } from "./support/records.ts";

const NEW = "2027-01-01";
const OLDER = CATEGORIES_VERSION;

/** Whether an authorization sees a Condition of this kind. */
function sees(policy: SharingPolicy, resource: object, authorization: Partial<MemberAuthorization>): boolean {
  const { mask } = labeller(policy).label(resource as never);
  return !isHidden(sightOf(authorizationOf({ mode: "chosen", ...authorization }), policy), "Condition", mask);
}
const diagnosis = (code: string, security: string[] = []) => ({
  ...condition("c1", { code: coded(ICD, code) }),
  ...(security.length > 0 ? { meta: { security: security.map((label) => ({ code: label })) } } : {}),
});
const HARMLESS = "J20.9";
const [SYPHILIS, CONTRACEPTION, GENE] = ["A53.9", "Z30.011", "Z15.01"];
const ALL = CATEGORIES.map(({ code }) => code);
const but = (...codes: string[]) => ALL.filter((code) => !codes.includes(code));

describe("a category that the plan added", () => {
  const policy = read(
    `version: ${NEW}`,
    `add: [{ code: DENT, since: ${NEW}, texts: ${TEXTS} }]`,
    "codes: [{ category: DENT, tier: definite, source: x, list: icd-10-cm, prefixes: [K02] }]",
  );
  const caries = diagnosis("K02.9");

  test("D2: is withheld from an authorization that is older, even if that should name it", () => {
    for (const shared of [ALL, [...ALL, "DENT"]]) expect(sees(policy, caries, { shared, categoriesVersion: OLDER })).toBe(false);
    expect(sees(standardPolicy([]), caries, { shared: ["DEMO"] })).toBe(true);
  });

  test("D2: is shared by one that is as new and names it, and by everything of whatever age", () => {
    expect(sees(policy, caries, { shared: ["DENT"], categoriesVersion: NEW })).toBe(true);
    expect(sees(policy, caries, { shared: ALL, categoriesVersion: NEW })).toBe(false);
    expect(sees(policy, caries, { mode: "everything", shared: [], categoriesVersion: OLDER })).toBe(true);
  });

  test("D10: an older authorization that shares all that there was withholds, so what cannot be judged is hidden", () => {
    expect(sightOf(authorizationOf({ mode: "chosen", shared: ALL, categoriesVersion: OLDER }), policy)).toMatchObject({
      withholding: true,
    });
  });

  test("D2: a version that is none is older than everything", () => {
    const { hidden } = sightOf(authorizationOf({ mode: "chosen", shared: ALL, categoriesVersion: "?" }), standardPolicy([]));
    const { hidden: nothing } = sightOf(authorizationOf({ mode: "chosen", shared: [] }), standardPolicy([]));
    expect(hidden).toBe(nothing);
  });
});

test("D2: an answer to a policy that the facade does not have gives nothing, because what was withheld has no name here", () => {
  const asked = (authorization: Partial<MemberAuthorization>) =>
    authorize(
      { token: { authorization: authorizationOf(authorization) }, request: { operation: "read", type: "Condition", id: "c1" } } as never,
      standardPolicy([]),
    );
  for (const mode of ["all-but-sensitive", "chosen"] as const)
    expect(() => asked({ mode, shared: ALL, categoriesVersion: NEW })).toThrow("policy-older");
  expect(asked({ mode: "everything", shared: [], categoriesVersion: NEW }).kind).toBe("read");
  expect(asked({ shared: ALL, categoriesVersion: OLDER }).kind).toBe("read");
});

describe("categories that the plan merged", () => {
  const policy = read(`version: ${NEW}`, `merge: [{ into: SEX, from: [STD], since: ${NEW} }]`);

  test.each([[["SEX"]], [["STD"]], [["SEX", "STD"]]])("D2: an earlier yes to %j is no yes to the merged one", (shared) => {
    for (const code of [SYPHILIS, CONTRACEPTION])
      expect([code, sees(policy, diagnosis(code), { shared, categoriesVersion: OLDER })]).toEqual([code, false]);
  });

  test("D2: a yes to the merged one shares each part, by rule and by label", () => {
    const later = { shared: ["SEX"], categoriesVersion: NEW };
    for (const resource of [diagnosis(SYPHILIS), diagnosis(CONTRACEPTION), diagnosis(HARMLESS, ["STD"])])
      expect(sees(policy, resource, later)).toBe(true);
    for (const resource of [diagnosis(SYPHILIS), diagnosis(HARMLESS, ["STD"])])
      expect(sees(policy, resource, { shared: ["STD", ...but("SEX", "STD")], categoriesVersion: NEW })).toBe(false);
  });
});

describe("a category that the plan removed", () => {
  const policy = read(`version: ${NEW}`, `remove: [{ category: GDIS, since: ${NEW} }]`);

  test("D2: stays withheld from an older authorization that did not share it", () => {
    expect(sees(policy, diagnosis(GENE), { shared: but("GDIS"), categoriesVersion: OLDER })).toBe(false);
    expect(sees(policy, diagnosis(GENE), { mode: "all-but-sensitive", shared: ["DEMO"], categoriesVersion: OLDER })).toBe(false);
    expect(sightOf(authorizationOf({ mode: "chosen", shared: but("GDIS"), categoriesVersion: OLDER }), policy)).toMatchObject({
      withholding: true,
    });
  });

  test("D2: is shared by one that did share it, and by answers under the new policy", () => {
    expect(sees(policy, diagnosis(GENE), { shared: ["GDIS"], categoriesVersion: OLDER })).toBe(true);
    expect(sees(policy, diagnosis(GENE), { shared: ["DEMO"], categoriesVersion: NEW })).toBe(true);
    expect(sightOf(authorizationOf({ mode: "chosen", shared: but("GDIS"), categoriesVersion: NEW }), policy)).toMatchObject({
      withholding: false,
    });
  });

  test.each(["GDIS", "sickle", "Title38Part1"])("R8: its label %s says handle with care from then on", (label) => {
    const { mask } = labeller(policy).label(diagnosis(HARMLESS, [label]) as never);
    expect(mask & UNCLASSIFIABLE).not.toBe(0);
    expect(sees(policy, diagnosis(HARMLESS, [label]), { shared: ["DEMO"], categoriesVersion: NEW })).toBe(false);
    expect(sees(policy, diagnosis(HARMLESS, [label]), { shared: but("GDIS"), categoriesVersion: NEW })).toBe(true);
  });
});

describe("a default that the plan changed", () => {
  const policy = read(`version: ${NEW}`, "change: [{ category: DEMO, default: withheld }]");

  test("D2: changes nothing for an authorization that exists", () => {
    expect(sightOf(authorizationOf({ categoriesVersion: OLDER }), policy)).toMatchObject({ demographics: "shared" });
    expect(sightOf(authorizationOf({ shared: [], categoriesVersion: NEW }), policy)).toMatchObject({ demographics: "masked" });
  });
});
