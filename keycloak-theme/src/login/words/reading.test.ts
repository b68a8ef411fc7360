/** Plain language (42 CFR 422.119(g)): school grade 8 or below, by formula. Formulas see length, not meaning; members' tests see the rest. */
import { CATEGORIES } from "@member-exchange/sharing-policy";
import { englishGrade, spanishEase } from "../../../test/reading";
import { en, WORDS } from ".";

const proseOf = (value: unknown): string[] =>
  typeof value === "string" ? [value].filter((text) => /[.?!:]$/.test(text)) : Object.values(value as object).flatMap(proseOf);

/** What the standard policy says of its categories. */
const topicsIn = (language: "en" | "es") => CATEGORIES.map(({ texts }) => texts[language]);

test.each([
  ["of the pages", en],
  ["about the categories", topicsIn("en")],
])("R7 English prose %s stays at or below Flesch-Kincaid grade 8", (_, words) => {
  expect(englishGrade(proseOf(words))).toBeLessThanOrEqual(8);
});

test.each([
  ["of the pages", WORDS.es],
  ["about the categories", topicsIn("es")],
])("R7 Spanish prose %s stays at or above 60 on the Fernández Huerta scale, which is grade 8", (_, words) => {
  expect(spanishEase(proseOf(words))).toBeGreaterThanOrEqual(60);
});
