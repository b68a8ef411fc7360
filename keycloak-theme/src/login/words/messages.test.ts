/** D8, R7: what Keycloak's own pages say, in both languages and in plain words. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { messagesOf } from "../../../test/messages";
import { englishGrade, spanishEase } from "../../../test/reading";

const keycloakify = join(dirname(require.resolve("keycloakify/package.json")), "src/login");
const read = (file: string) => readFileSync(join(keycloakify, file), "utf8");
const keysIn = (language: string) =>
  [...read(`i18n/messages_defaultSet/${language}.ts`).matchAll(/^\s+"?([\w.-]+)"?:/gm)].map(([, key = ""]) => key);
/** Keys that the source of a page names; others come from the server with the page. */
const keysOf = (page: string) =>
  [...read(`pages/${page}`).matchAll(/\b(?:advancedM|m)sg(?:Str)?\(\s*"([\w.-]+)"/g)].map(([, key = ""]) => key);

test("D8 every message that a stock page names exists in Spanish, Keycloak's or ours", () => {
  const spanish = new Set([...keysIn("es"), ...messagesOf("es").keys()]);
  const pages = readdirSync(join(keycloakify, "pages"));
  const named = [...new Set(pages.flatMap(keysOf))];
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((key) => !spanish.has(key))).toEqual([]);
});

test("D8 a message of ours has the same holes in both languages", () => {
  const holes = (text = "") => [...new Set(text.match(/\{\d\}/g))].sort();
  const spanish = messagesOf("es");
  for (const [key, text] of messagesOf("en")) expect([key, holes(spanish.get(key))]).toEqual([key, holes(text)]);
});

test("D8 no message of ours is English in Spanish", () => {
  const spanish = messagesOf("es");
  expect([...messagesOf("en")].filter(([key, text]) => spanish.get(key) === text).map(([key]) => key)).toEqual([]);
});

const prose = (language: string) => [...messagesOf(language).values()].filter((text) => /[.?!:]$/.test(text));

test("R7 messages of ours stay at or below grade 8 in both languages", () => {
  expect(englishGrade(prose("en"))).toBeLessThanOrEqual(8);
  expect(spanishEase(prose("es"))).toBeGreaterThanOrEqual(60);
});
