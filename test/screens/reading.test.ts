/** R7, 42 CFR 422.119(g): every page of ours, as the member reads it, at school grade 8 or below in both languages; all that is seen counts, labels and buttons too. */
import type { Browser } from "playwright-core";
import { englishGrade, spanishEase } from "../../keycloak-theme/test/reading.ts";
import { LANGUAGES, openBrowser, openPage, type Shown, STORIES, show, WIDE } from "./gallery-page.ts";

/** Names that nobody wrote to be read. */
const WITH_ODD_NAMES = /hostile|script|long-name|right-to-left/;
const stories = Object.keys(STORIES).filter((story) => !story.startsWith("stock-") && !WITH_ODD_NAMES.test(story));

let browser: Browser;
let shown: Shown;
beforeAll(async () => {
  browser = await openBrowser();
  shown = await openPage(browser, WIDE);
});
afterAll(() => browser.close());

describe.each([...LANGUAGES])("in %s", (language) => {
  test.each(stories)("R7 %s", async (story) => {
    await show(shown, story, language);
    // parts of groups are read when they are opened
    const text = await shown.page.evaluate<string>(
      `(document.querySelectorAll("main details").forEach((details) => { details.open = true; }), document.querySelector("main").innerText)`,
    );
    const lines = text.split("\n").filter((line) => /\p{L}{2}/u.test(line));
    if (language === "en") expect(englishGrade(lines)).toBeLessThanOrEqual(8);
    else expect(spanishEase(lines)).toBeGreaterThanOrEqual(60);
  });
});
