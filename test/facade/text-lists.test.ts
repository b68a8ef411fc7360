/** The term lists themselves: every rule has its form, tier and source, and every exception something to except. */
import { CATEGORIES } from "@member-exchange/sharing-policy";
import { TERM_LISTS, type TermRule } from "@member-exchange/sharing-policy/terms";
import { AFTER, BEFORE } from "../../fhir-facade/src/labeller/text/context-phrases.ts";
import { explain } from "./support/told.ts";

const RULES = TERM_LISTS.flatMap(({ name, rules }) => rules.map((rule): [string, TermRule] => [name, rule]));
const FOLDED = /^[a-z0-9]+( [a-z0-9]+)*\*?$/;
const IN_THEIR_OWN_LETTERS = /^[A-Za-z0-9]+([ -][A-Za-z0-9]+)*\*?$/;

describe("D10 the term lists keep their form", () => {
  test("D10: every category but demographics has a list, and no rule names another category", () => {
    const codes = CATEGORIES.map(({ code }) => code);
    const used = new Set(RULES.map(([, { category }]) => category));
    expect([...used].filter((category) => !codes.includes(category))).toEqual([]);
    expect(codes.filter((code) => !used.has(code))).toEqual(["DEMO"]);
  });

  test("D10: every list has its own name and a date, every rule a source", () => {
    expect(new Set(TERM_LISTS.map(({ name }) => name)).size).toBe(TERM_LISTS.length);
    for (const { date } of TERM_LISTS) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const [, { source }] of RULES) expect(source).not.toBe("");
  });

  test("D10: terms and exceptions are folded, abbreviations in their own letters apart", () => {
    const wrong = RULES.flatMap(([, { terms, except = [], caseSensitive }]) => [
      ...terms.filter((term) => !(caseSensitive ? IN_THEIR_OWN_LETTERS : FOLDED).test(term)),
      ...except.filter((phrase) => !FOLDED.test(phrase)),
    ]);
    expect(wrong).toEqual([]);
  });

  test("D10: the words around a mention are folded", () => {
    const all = [...Object.values(BEFORE).flat(), ...AFTER.flatMap(([, behind]) => behind)];
    expect(all.filter((phrase) => !FOLDED.test(phrase))).toEqual([]);
  });

  test("D10: no rule says the same twice", () => {
    const twice = RULES.flatMap(([, { terms, except = [] }]) =>
      [terms, except].flatMap((phrases) => phrases.filter((phrase, place) => phrases.indexOf(phrase) !== place)),
    );
    expect(twice).toEqual([]);
  });

  test("D10: every term is found when it stands alone", () => {
    const lost = RULES.flatMap(([, { category, terms }]) =>
      terms
        .map((term) => term.replace("*", ""))
        .filter((term) => !explain(term).some((told) => told.category === category))
        .map((term) => `${category} ${term}`),
    );
    expect(lost).toEqual([]);
  });

  test("D10: every exception holds a term of its category", () => {
    const folded = (category: string): readonly string[] =>
      RULES.filter(([, rule]) => rule.category === category).flatMap(([, { terms }]) =>
        terms.map((term) => term.toLowerCase().replace("-", " ")),
      );
    const holds = (phrase: string, term: string): boolean =>
      term.endsWith("*")
        ? ` ${phrase}`.includes(` ${term.slice(0, -1)}`)
        : ` ${phrase.replace("*", "")} `.includes(` ${term} `) || (phrase.endsWith("*") && ` ${phrase}`.includes(` ${term}`));
    const idle = RULES.flatMap(([name, { category, except = [] }]) => {
      const terms = folded(category);
      return except.filter((phrase) => !terms.some((term) => holds(phrase, term))).map((phrase) => `${name}: ${phrase}`);
    });
    expect(idle).toEqual([]);
  });
});
