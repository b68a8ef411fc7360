/** R8 The demo's members beside what their generator knew: nothing sensitive is shown, and little cannot be judged. */
import { CATEGORIES } from "@member-exchange/sharing-policy";
import { type Case, caseOf } from "../evaluation/case.ts";
import { casesOf, type JudgedRecord } from "../evaluation/evaluate.ts";
import { missedRows } from "../evaluation/score.ts";
import { DEMO_POLICY, judgedMembers } from "../evaluation/synthea-members.ts";
import { unclassifiableShares } from "../evaluation/unclassifiable.ts";
import { eachObject } from "../non-interference/records/resource.ts";
import { AMBIGUOUS, SENSITIVE } from "../synthea-truth.ts";

/** Of the types of US Core and CARIN; Claim and the like are held to the same. */
const MOST_UNCLASSIFIABLE = 0.02;
const isNote = ({ type, judged: { resource } }: Case): boolean => type === "DocumentReference" || resource.presentedForm !== undefined;
/** Of a long list of misses the first tell enough. */
const TOLD = 20;

let judged: readonly JudgedRecord[];
beforeAll(async () => {
  judged = await judgedMembers();
});
const missed = (cases: readonly Case[]): readonly string[] => cases.flatMap((one) => missedRows(one).map((row) => `${one.key} ${row}`));

describe("R8 what the generator knew", () => {
  test("the truth names categories that there are, and codes that the members hold", () => {
    const met = new Set<string>();
    for (const { record } of judged)
      eachObject(record.resources, ({ system, code }) => {
        if (typeof code === "string") met.add(`${system} ${code}`);
      });
    const known = new Set(CATEGORIES.map(({ code }) => code));
    expect([...SENSITIVE, ...AMBIGUOUS].filter(({ category }) => !known.has(category))).toEqual([]);
    expect([...SENSITIVE, ...AMBIGUOUS].filter(({ system, code }) => !met.has(`${system} ${code}`))).toEqual([]);
  });

  test("no code is both sensitive and ambiguous for one category", () => {
    const names = SENSITIVE.map(({ category, system, code }) => `${category} ${system} ${code}`);
    expect(new Set(names).size).toBe(names.length);
    expect(AMBIGUOUS.filter(({ category, system, code }) => names.includes(`${category} ${system} ${code}`))).toEqual([]);
  });

  test("every resource with a sensitive code is found by itself, in each of its categories", () => {
    const cases = casesOf(judged, "by itself", DEMO_POLICY).filter((one) => !isNote(one));
    expect(cases.filter(({ truth }) => truth.isSensitive).length).toBeGreaterThan(1000);
    expect(missed(cases).slice(0, TOLD)).toEqual([]);
  });

  test("every note that spells out something sensitive is found, in each of its categories", () => {
    const cases = casesOf(judged, "by itself", DEMO_POLICY).filter(isNote);
    expect(cases.filter(({ truth }) => truth.isSensitive).length).toBeGreaterThan(500);
    expect(missed(cases).slice(0, TOLD)).toEqual([]);
  });

  test("what is found by itself is what the generator knew, or ambiguous", () => {
    const wrong = casesOf(judged, "by itself", DEMO_POLICY).flatMap(({ key, told, truth }) =>
      told.categories.filter((code) => code !== "DEMO" && !truth.permitted.has(code)).map((code) => `${key} ${code}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("R8 D10 what cannot be judged", () => {
  test.each(["by itself", "in its record"] as const)("less than 2 % of the resources of every type, %s", (view) => {
    const cases: readonly Case[] = judged.flatMap(({ record, judged: all }) =>
      all.flatMap((one) => {
        const truth = record.truths.get(one.key);
        return truth ? [caseOf(one, truth, view, DEMO_POLICY)] : [];
      }),
    );
    const shares = unclassifiableShares(cases);
    expect(shares.length).toBeGreaterThan(15);
    // the generator's one Provenance names the whole record, supplies included, which the facade does not serve: it can only be shown where everything is
    expect(
      shares.filter(({ type }) => type !== "Provenance").filter(({ all, unclassifiable }) => unclassifiable / all >= MOST_UNCLASSIFIABLE),
    ).toEqual([]);
  });
});
