/** D8: every text in both languages, for everything that the policy can put on the screen. */
import { CATEGORIES, LANGUAGES, OWNER_TYPES, RESOURCE_GROUPS, RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { screen } from "@testing-library/react";
import { contextOf, renderAuthorization, renderPage } from "../../../test/render";
import { durationWords } from "../authorization/names";
import { authorizationOf } from "../mocks/authorization";
import { en, WORDS } from ".";

/** Path and text of every word. */
function textsOf(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key));
}
const holesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole).sort();
const english = textsOf(en);

describe.each(Object.entries(WORDS))("%s", (language, words) => {
  test("D8 has the same keys as English, with the same holes, and none is empty", () => {
    const texts = textsOf(words);
    expect(texts.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
    const holes = Object.fromEntries(english.map(([path, text]) => [path, [...new Set(holesOf(text))]]));
    for (const [path, text] of texts) {
      expect([path, text.trim().length > 0]).toEqual([path, true]);
      expect([path, [...new Set(holesOf(text))]]).toEqual([path, holes[path]]);
    }
  });

  test("D8 names every group, type, owner type and duration of the policy", () => {
    expect(Object.keys(words.groups).sort()).toEqual([...RESOURCE_GROUPS].sort());
    expect(Object.keys(words.types).sort()).toEqual(Object.keys(RESOURCE_TYPES).sort());
    expect(Object.keys(words.ownerTypes).sort()).toEqual(Object.keys(OWNER_TYPES).sort());
    for (const duration of authorizationOf("developer").durations) {
      expect(durationWords(words, duration).name).not.toContain(duration.value);
    }
  });

  test("D8 says nothing in English where it is another language", () => {
    const same = textsOf(words).filter(
      ([path, text]) =>
        language !== "en" && /\p{L}/u.test(text.replace(/\{\w+\}/g, "")) && english.some(([key, other]) => key === path && other === text),
    );
    expect(same.map(([path]) => path)).toEqual(language === "en" ? [] : ["errorPrefix"]);
  });
});

test("D8 every category of the policy is named and explained in every language of the pages, and in no two alike", () => {
  expect([...LANGUAGES].sort()).toEqual(Object.keys(WORDS).sort());
  for (const { code, texts } of CATEGORIES)
    for (const part of ["name", "covers", "sharing"] as const) {
      const said = LANGUAGES.map((language) => texts[language][part]);
      expect([code, part, new Set(said).size, said.every((text) => /\p{L}/u.test(text))]).toEqual([code, part, LANGUAGES.length, true]);
      if (part !== "name") for (const text of said) expect(text).toMatch(/\.$/);
    }
});

test("R7 the authorization page in Spanish", async () => {
  const page = await renderAuthorization({ mode: "chosen" }, "es");
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("¿Compartir sus datos de salud con Willow Diary?");
  expect(screen.getByRole("checkbox", { name: "VIH" })).not.toBeChecked();
  expect(screen.getByRole("radio", { name: "Hasta el 23 de febrero de 2027" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "No permitir" })).toBeInTheDocument();
  expect(page).not.toHaveTextContent(/\b(share|records|your)\b/i);
});

test("R6 the sign-in page in Spanish, with the way back to English", async () => {
  await renderPage(contextOf("login.ftl", "es"));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Entre a Evergreen Health Plan");
  expect(screen.getByRole("link", { name: "English" })).toHaveAttribute("hreflang", "en");
});
