/** R7: scripts that are slow, lost on the way or broken half-way: the form posts what is seen, or there is nothing to post. */
import type { Browser, Page } from "playwright-core";
import { addressOf, openBrowser, openPage, PHONE, type Shown, show, WIDE } from "./gallery-page.ts";

let browser: Browser;
let shown: Shown;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => shown.close());

/** The authorization page as the server and React wrote it, in a browser whose scripts stopped there; resolves to what it posts at last. */
async function stopped(story: string): Promise<{ page: Page; posted: () => Promise<URLSearchParams> }> {
  const written = await openPage(browser, WIDE);
  await show(written, story, "en");
  const html = await written.page.content();
  await written.close();

  shown = await openPage(browser, { ...WIDE, javaScriptEnabled: false });
  const { page } = shown;
  const post = page.waitForRequest((request) => request.method() === "POST");
  await page.route("**/*", (route) => {
    const request = route.request();
    if (request.method() === "POST") return route.fulfill({ status: 204 });
    return request.isNavigationRequest() ? route.fulfill({ contentType: "text/html", body: html }) : route.continue();
  });
  await page.goto(addressOf(story, "en"));
  return { page, posted: async () => new URLSearchParams((await post).postData() ?? "") };
}

test("the form posts the preselected way", async () => {
  const { page, posted } = await stopped("authorization");
  await page.click("#allow");
  const form = await posted();
  expect([form.get("mode"), form.get("duration"), form.get("decision"), form.getAll("category")]).toEqual([
    "all-but-sensitive",
    "once",
    "allow",
    ["DEMO"],
  ]);
});

test("the list opens, and the form posts the ticks that are seen", async () => {
  const { page, posted } = await stopped("authorization");
  await page.check("#mode-chosen");
  await page.uncheck("#type-Immunization");
  await page.check("#category-HIV");
  await page.click("#allow");
  const form = await posted();
  expect(form.get("mode")).toBe("chosen");
  expect(form.getAll("scope")).not.toContain("patient/Immunization.rs");
  expect(form.getAll("category")).toEqual(expect.arrayContaining(["HIV", "DEMO"]));
});

test("a part of a kind of record is posted as it is seen; where a kind was unticked, its parts stay behind and count for nothing", async () => {
  const { page, posted } = await stopped("authorization-parts");
  await page.uncheck("#part-Observation-imaging");
  await page.uncheck("#type-Condition");
  await page.click("#allow");
  const form = await posted();
  const codes = form.getAll("part").map((part) => part.slice(part.lastIndexOf("|") + 1));
  expect(codes).toEqual(expect.arrayContaining(["laboratory", "vital-signs"]));
  expect(codes).not.toContain("imaging");
  // contracts, section 4: a part counts beside its kind alone
  expect(form.getAll("scope")).toEqual(["patient/MedicationRequest.rs", "patient/Observation.rs"]);
});

test("Enter in a choice posts stay, which records nothing", async () => {
  const { page, posted } = await stopped("authorization");
  await page.focus("#mode-everything");
  await page.keyboard.press("Enter");
  expect((await posted()).get("decision")).toBe("stay");
});

test("whose records: the person and the decision are posted", async () => {
  const { page, posted } = await stopped("choose-person");
  await page.check("#person-1");
  await page.click("#continue");
  expect(Object.fromEntries(await posted())).toEqual({ person: "1", decision: "continue" });
});

test.each(["index", "KcPage"])("%s is lost on the way: there is nothing to post, and the page says what to do", async (script) => {
  shown = await openPage(browser, PHONE);
  await shown.page.route(`**/${script}-*.js`, (route) => route.abort());
  await shown.page.goto(addressOf("authorization", "en"));
  await shown.page.getByText("This page takes longer than it should").waitFor({ state: "visible" });
  expect(await shown.page.locator("form").count()).toBe(0);
});

test("scripts are switched off: the page says so in both languages, and there is nothing to post", async () => {
  shown = await openPage(browser, { ...PHONE, javaScriptEnabled: false });
  await shown.page.goto(addressOf("authorization", "en"));
  const text = await shown.page.locator("noscript").innerText();
  expect(text).toContain("This page needs JavaScript");
  expect(text).toContain("Esta página necesita JavaScript");
  expect(await shown.page.locator("form").count()).toBe(0);
});

test("scripts are slow: what is there already can be used, and the words catch up", async () => {
  shown = await openPage(browser, WIDE);
  await shown.page.route("**/*.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await show(shown, "authorization", "en");
  await shown.page.check("#mode-everything");
  await shown.page.getByText("You also share all sensitive topics").waitFor();
  expect(shown.errors).toEqual([]);
});
