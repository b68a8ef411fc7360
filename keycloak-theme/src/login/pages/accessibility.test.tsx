/** axe on every page in both languages; contrast is looked at in a real browser, jsdom has no colours. */
import { screen } from "@testing-library/react";
import { axe } from "jest-axe";
import { contextOf, LANGUAGES, renderAuthorization, renderChoosePerson, renderPage, STOCK_PAGES } from "../../../test/render";

const violations = async (page: HTMLElement) => (await axe(page)).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(["login.ftl", "error.ftl", "info.ftl", ...STOCK_PAGES] as const)("R6 %s has no axe violation", async (pageId) => {
    expect(await violations(await renderPage(contextOf(pageId, language)))).toEqual([]);
  });

  test.each([
    ["as it opens", {}],
    ["with the list open", { mode: "chosen" }],
    ["come back with a problem", { mode: "chosen", problem: "nothing-chosen" }],
    ["for another person", { person: { name: "Leo Gomez", relationship: "parent" }, choosesPerson: true }],
  ])("R7 the authorization page %s has no axe violation", async (_, overrides) => {
    expect(await violations(await renderAuthorization(overrides, language))).toEqual([]);
  });

  test.each([
    ["as it opens", {}],
    ["come back with a problem", { problem: "not-understood" }],
  ])("R14 the page that asks whose records %s has no axe violation", async (_, overrides) => {
    expect(await violations(await renderChoosePerson(overrides, language))).toEqual([]);
  });

  test("R7 the page has landmarks, one main heading, a skip link and its language", async () => {
    await renderAuthorization({}, language);
    expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
    expect(document.querySelector("a.skip")).toHaveAttribute("href", `#${screen.getByRole("main").id}`);
    expect(screen.getByRole("contentinfo")).toBeInTheDocument();
    expect(document.documentElement.lang).toBe(language);
  });
});
