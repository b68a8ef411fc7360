/** Spelling does not hide: case, accents, signs, line ends and ligatures between the letters of a term. */
import { CATEGORIES } from "@member-exchange/sharing-policy";
import type { TermList } from "@member-exchange/sharing-policy/terms";
import { textJudge } from "../../fhir-facade/src/labeller/text/text-judge.ts";
import { NO_SIGNAL } from "../../fhir-facade/src/labeller/verdict.ts";
import { judge, told } from "./support/told.ts";

describe("D10 a term is found in every spelling", () => {
  test.each([
    ["MAJOR DEPRESSIVE DISORDER", "PSY"],
    ["Dépression", "PSY"],
    ["De\u0301pression", "PSY"],
    ["ｄｅｐｒｅｓｓｉｏｎ", "PSY"],
    ["ﬂuoxetine 20 mg", "PSY"],
    ["de\u00adpression", "PSY"],
    ["post-traumatic\u00a0stress", "PSY"],
    ["post\n traumatic\r\n stress", "PSY"],
    ["post – traumatic — stress", "PSY"],
    ["self_harm", "PSY"],
    ["Alzheimer’s disease", "COGN"],
    ["Alzheimer's disease", "COGN"],
    ["ALZHEIMERS", "COGN"],
    ["women’s shelter", "SDV"],
    ["(heroin)", "SUD"],
    ["cocaine/heroin", "SUD"],
    ["HIV+", "HIV"],
    ["HIV-1", "HIV"],
    ["“syphilis”", "STD"],
    ["D & C", "SEX"],
    ["D&C", "SEX"],
    ["intimate   partner\tviolence", "SDV"],
    ["AUDIT‑C", "SUD"],
    ["illicit drugs", "SUD"],
  ])("D10: %j => %s", (text, expected) => expect(told(text)).toBe(expected));

  test.each([
    ["d/c home", ""],
    ["methylene", ""],
    ["shiva", ""],
    ["archive", ""],
    ["therapist", ""],
    ["grapes", ""],
    ["class", ""],
    ["alcohol. Use a cane.", "SUD"],
    ["domestic. Violence", "SDV"],
    ["self. Harm", ""],
    ["self\n\nharm", ""],
    ["self\n- harm", ""],
  ])("D10: words are whole, and a phrase stands in one sentence: %j => %s", (text, expected) => expect(told(text)).toBe(expected));

  test.each(["", " ", "\n", ".", "...", "&", "'", "\u0301", "\ud800", "\0"])("D10: %j tells nothing", (text) => {
    expect(judge(text)).toBe(NO_SIGNAL);
  });
});

describe("D10 a plan's own rules", () => {
  const list: TermList = {
    name: "plan-terms",
    date: "2026-11-27",
    rules: [
      { category: "PSY", tier: "weak", source: "plan", terms: ["blue room*"], except: ["blue room service"] },
      { category: "GONE", tier: "definite", source: "plan", terms: ["red room"] },
    ],
  };
  const own = textJudge({ categories: CATEGORIES, termLists: [list] });

  test("D10: the list is named, its tier and source explain it", () => {
    expect(own.judge("seen in Blue Rooms")).toEqual({ mask: 0, weak: 1, rule: "plan-terms" });
    expect(own.explain("seen in Blue Rooms, blue room")).toEqual([
      { category: "PSY", tier: "weak", term: "blue room*", source: "plan", list: "plan-terms" },
    ]);
  });

  test("D10: its exceptions hold, rules of categories that it does not have are nothing, and the standard words are unknown", () => {
    for (const text of ["blue room service", "red room", "depression"]) expect(own.judge(text)).toBe(NO_SIGNAL);
  });

  test("D10: no lists, no signal", () => {
    expect(textJudge({ categories: CATEGORIES, termLists: [] }).judge("depression")).toBe(NO_SIGNAL);
  });
});
