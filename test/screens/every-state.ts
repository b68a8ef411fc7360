/**
 * R6, R7, WCAG 2.2 AA: every state of every page in a real browser, in both languages, light and dark, at 1280 px and at 400 % zoom: no axe violation, nothing to
 * scroll sideways, no word in the console, under the Content-Security-Policy of the realm. Each colour and width is looked at in one language or two, Keycloak's own markup in one.
 */
import type { Browser } from "playwright-core";
import { violations } from "../support/axe.ts";
import { type Language, type Look, openBrowser, openPage, type Shown, STORIES, show, sidewaysScroll } from "./gallery-page.ts";

const isOurs = (story: string) => !story.startsWith("stock-");
export const OURS = Object.keys(STORIES).filter(isOurs);
export const EVERY_STORY = Object.keys(STORIES);

/** One test for each state; files of tests, so that they run side by side. */
export function testEveryState(
  cases: readonly (readonly [name: string, look: Look, language: Language, stories: readonly string[]])[],
): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  describe.each([...cases])("%s", (_, look, language, stories) => {
    let shown: Shown;
    beforeAll(async () => {
      shown = await openPage(browser, look);
    });
    afterAll(() => shown.close());

    test.each([...stories])("R6, R7 %s", async (story) => {
      shown.errors.length = 0;
      await show(shown, story, language);
      expect(await violations(shown.page)).toEqual([]);
      expect(await sidewaysScroll(shown)).toBe(0);
      expect(shown.errors).toEqual([]);
    });
  });
}
