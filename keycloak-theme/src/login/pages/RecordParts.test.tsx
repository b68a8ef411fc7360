/** R8: parts of a kind of record, as the member meets them: laboratory results without social history. */
import { granularScope, LANGUAGES, partsOf, partToken, RECORD_PARTS } from "@member-exchange/sharing-policy";
import { fireEvent, screen, within } from "@testing-library/react";
import { englishGrade, spanishEase } from "../../../test/reading";
import { element, postedBy, renderAuthorization } from "../../../test/render";
import { authorizationOf } from "../mocks/authorization";
import { comingBack } from "../mocks/returning";

const summary = () => element("summary").textContent;
const part = (code: string) => element(`part-Observation-${code}`);
const scopeOf = (code: string) =>
  granularScope("Observation", "rs", partToken(partsOf("Observation").find((one) => one.code === code) as never));
const asksFor = (...names: string[]) => ({ types: authorizationOf("developer").types.filter(({ type }) => names.includes(type)) });
const inState = (state: string) => comingBack(authorizationOf("developer"), new URLSearchParams({ state }));

test("R8 a whole type opens to its parts, all of them ticked, in a group that is named for readers", async () => {
  await renderAuthorization({ ...asksFor("Observation"), mode: "chosen" });
  const parts = within(element("parts-of-Observation"));
  expect(parts.getByRole("group", { name: "Parts of: Lab tests, measurements and answers you gave" })).toBeInTheDocument();
  const ticks = parts.getAllByRole<HTMLInputElement>("checkbox");
  expect(ticks.map(({ checked }) => checked)).toEqual(partsOf("Observation").map(() => true));
  expect(part("laboratory")).toHaveAccessibleName("Lab results");
  expect(part("laboratory")).toHaveAccessibleDescription("Tests of blood, urine and the like.");
  expect(parts.getByText(/in none of these parts/)).toBeInTheDocument();
});

test("R8 laboratory results without social history: the slip says so, and so does the form", async () => {
  await renderAuthorization({ ...asksFor("Observation", "Immunization"), mode: "chosen" });
  fireEvent.click(part("social-history"));
  expect(summary()).toContain("You share 2 of 2 kinds of records, some only in part.");
  expect(summary()).toContain("Of “Lab tests, measurements and answers you gave” you share 8 of 9 parts.");
  expect(element("kept-private")).toHaveTextContent(/^How you live;/);
  expect(element("type-Observation").indeterminate).toBe(true);
  const posted = postedBy("allow");
  expect(posted.scope).toContain("patient/Observation.rs");
  expect(posted.part).not.toContain(scopeOf("social-history"));
});

test("R8 a kind of record takes its parts along, and is ticked as long as one of them is", async () => {
  await renderAuthorization({ ...asksFor("Observation", "Immunization"), mode: "chosen" });
  fireEvent.click(element("type-Observation"));
  expect(postedBy("allow").part).toBeUndefined();
  fireEvent.click(part("laboratory"));
  expect(postedBy("allow")).toMatchObject({ scope: expect.arrayContaining(["patient/Observation.rs"]), part: [scopeOf("laboratory")] });
  expect(summary()).toContain("Of “Lab tests, measurements and answers you gave” you share only this: Lab results.");
  fireEvent.click(part("laboratory"));
  expect(postedBy("allow").scope).toEqual(["patient/Immunization.rs"]);
});

test("R8 all, none and a group's tick reach the parts", async () => {
  await renderAuthorization({ mode: "chosen" });
  fireEvent.click(screen.getByRole("button", { name: /Uncheck all/ }));
  expect(postedBy("allow").part).toBeUndefined();
  expect(summary()).toContain("You share nothing.");
  fireEvent.click(element("group-results"));
  expect(part("sdoh")).toBeChecked();
  fireEvent.click(part("sdoh"));
  expect(element("group-results").indeterminate).toBe(true);
});

test("D4 an app that asks for parts alone is said to ask for those, and shows no others", async () => {
  const { types } = inState("only-parts");
  await renderAuthorization({ types: types.filter(({ type }) => ["Observation", "Condition"].includes(type)), mode: "chosen" });
  const asks = screen.getByRole("region", { name: "What it asks for" });
  expect(asks).toHaveTextContent("Your list of health problems");
  expect(asks).toHaveTextContent("Lab results; How you live");
  expect(document.querySelectorAll("[name=part]")).toHaveLength(2);
  expect(element("type-Condition")).toHaveAccessibleName("Your list of health problems");
  expect(element("type-Observation")).toHaveAccessibleDescription("It asks only for this: Lab results; How you live.");
  fireEvent.click(part("social-history"));
  expect(postedBy("allow").part).toEqual([scopeOf("laboratory")]);
});

test("R8 parts that were posted stand, open, when the page comes back", async () => {
  await renderAuthorization({ ...inState("parts"), problem: "needs-end" });
  expect(element("parts-of-Observation")).toHaveAttribute("open");
  expect(element("parts-results")).toHaveAttribute("open");
  expect(postedBy("allow").part).toContain(scopeOf("laboratory"));
  expect(postedBy("allow").part).not.toContain(scopeOf("social-history"));
});

test("R7 every part has a name and a sentence in every language, in no two alike, in plain words", () => {
  const all = Object.values(RECORD_PARTS).flat();
  for (const { code, texts } of all)
    for (const word of ["name", "body"] as const)
      expect([code, new Set(LANGUAGES.map((language) => texts[language][word])).size]).toEqual([code, 2]);
  expect(englishGrade(all.map(({ texts }) => texts.en.body))).toBeLessThanOrEqual(8);
  expect(spanishEase(all.map(({ texts }) => texts.es.body))).toBeGreaterThanOrEqual(60);
});
