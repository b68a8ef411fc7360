/**
 * R6, R7, WCAG 2.2 AA: every state of every page in a real browser, in both languages, light and dark, at 1280 px and at 400 % zoom: no axe violation, nothing to
 * scroll sideways, no word in the console, under the Content-Security-Policy of the realm. Each colour and width is looked at in one language or two, Keycloak's own markup in one.
 */
import type { Browser } from "playwright-core";
import { violations } from "../support/axe.ts";
import { openBrowser, openPage, type Shown, STORIES, show, sidewaysScroll, WIDE, WIDE_DARK, ZOOMED, ZOOMED_DARK } from "./gallery-page.ts";

const isOurs = (story: string) => !story.startsWith("stock-");
const ours = Object.keys(STORIES).filter(isOurs);
const stock = Object.keys(STORIES).filter((story) => !isOurs(story));

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  ["light, 1280 px, in English", WIDE, "en", [...ours, ...stock]],
  ["light, 1280 px, in Spanish", WIDE, "es", ours],
  ["dark, at 400 % zoom, in English", ZOOMED_DARK, "en", ours],
  ["dark, at 400 % zoom, in Spanish", ZOOMED_DARK, "es", [...ours, ...stock]],
  ["dark, 1280 px, in English", WIDE_DARK, "en", ours],
  ["light, at 400 % zoom, in Spanish", ZOOMED, "es", ours],
] as const)("%s", (_, look, language, stories) => {
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
