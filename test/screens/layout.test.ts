/** R7: what the member needs is in view: every stop of the keyboard, the sentence that says what will be shared, both answers; on a phone and on paper. */
import type { Browser } from "playwright-core";
import { openBrowser, openPage, PHONE, type Shown, show, WIDE, ZOOMED } from "./gallery-page.ts";

let browser: Browser;
let shown: Shown;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => shown.close());

/** The element that has the focus: whether it has a ring, and whether nothing covers it. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const ringed = [element, element.closest(".card")].some((box) => box && getComputedStyle(box).outlineStyle !== "none");
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const label = element.labels?.[0];
  const seen = Boolean(found) && (element.contains(found) || found.contains(element) || Boolean(label?.contains(found)));
  return { name: element.id || element.textContent.trim().slice(0, 40), ringed, seen };
})()`;

interface Stop {
  readonly name: string;
  readonly ringed: boolean;
  readonly seen: boolean;
}

async function stops({ page }: Shown): Promise<Stop[]> {
  const found: Stop[] = [];
  for (let count = 0; count < 150; count += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate<Stop | null>(FOCUSED);
    if (!stop) break;
    found.push(stop);
  }
  return found;
}

test.each([
  ["on a phone", PHONE],
  ["at 400 % zoom", ZOOMED],
])("the keyboard reaches every control of the open list %s; each stop has a ring and nothing lies over it", async (_, look) => {
  shown = await openPage(browser, look);
  await show(shown, "authorization-chosen", "es");
  const found = await stops(shown);
  expect(found.filter(({ ringed, seen }) => !ringed || !seen)).toEqual([]);
  const names = found.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["mode-chosen", "type-Immunization", "category-HIV", "allow", "deny"]));
  expect(names.indexOf("deny")).toBe(names.indexOf("allow") + 1);
});

test("the choice is made by the keyboard alone: arrows pick, space ticks, Enter opens and answers", async () => {
  shown = await openPage(browser, WIDE);
  const { page } = shown;
  await show(shown, "authorization", "en");
  await page.focus("#mode-all-but-sensitive");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await page.isChecked("#mode-chosen")).toBe(true);
  await page.focus("#parts-results summary");
  await page.keyboard.press("Enter");
  await page.focus("#type-Observation");
  await page.keyboard.press("Space");
  expect(await page.isChecked("#type-Observation")).toBe(false);
  expect(await page.textContent("#summary")).toContain("some only in part");
  const post = page.waitForRequest((request) => request.method() === "POST");
  await page.route("**/*", (route) => (route.request().method() === "POST" ? route.fulfill({ status: 204 }) : route.continue()));
  await page.focus("#allow");
  await page.keyboard.press("Enter");
  const form = new URLSearchParams((await post).postData() ?? "");
  expect([form.get("decision"), form.getAll("scope").includes("patient/Observation.rs")]).toEqual(["allow", false]);
});

test.each([
  ["on a phone", PHONE],
  ["on a wide screen", WIDE],
])("with the list open, the sentence that says what will be shared stays in view %s", async (_, look) => {
  shown = await openPage(browser, look);
  const { page } = shown;
  await show(shown, "authorization-chosen", "en");
  const last = await page.evaluate<number>(`document.getElementById("decide").getBoundingClientRect().top - innerHeight`);
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    await page.evaluate(`scrollTo(0, ${Math.round(last * share)})`);
    expect([share, await page.evaluate<boolean>(`(${IN_VIEW})(document.getElementById("summary"))`)]).toEqual([share, true]);
  }
});

test("Allow and Don’t allow have the same size and colours", async () => {
  shown = await openPage(browser, WIDE);
  await show(shown, "authorization", "es");
  const look = `(button) => { const { width, height } = button.getBoundingClientRect(); const style = getComputedStyle(button);
    return [width, height, style.color, style.backgroundColor, style.borderColor, style.fontSize, style.fontWeight]; }`;
  const [allow, deny] = await shown.page.evaluate<unknown[][]>(`["allow", "deny"].map((id) => (${look})(document.getElementById(id)))`);
  expect(deny).toEqual(allow);
});

test("on paper the choice can be read and nothing asks to be pressed", async () => {
  shown = await openPage(browser, WIDE);
  const { page } = shown;
  await show(shown, "authorization-chosen", "en");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("button:visible").count()).toBe(0);
  expect(await page.isVisible("#summary")).toBe(true);
  expect(await page.isVisible("#type-Observation")).toBe(true);
});

test("a name of ninety characters, and one from right to left, leave the sentence around them as it is", async () => {
  shown = await openPage(browser, PHONE);
  const { page } = shown;
  for (const story of ["authorization-long-name", "authorization-right-to-left-name"]) {
    await show(shown, story, "en");
    const fits = await page.evaluate<boolean>(
      `(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector("h1"))`,
    );
    expect([story, fits]).toEqual([story, true]);
    expect(await page.locator("h1 bdi").count()).toBe(1);
    expect(await page.locator("h1").textContent()).toMatch(/^Share your health records with .*\?$/);
  }
});

test.each(["authorization-script-name", "native-consent-script-name", "choose-person-hostile"])(
  "%s: markup in a name is text",
  async (story) => {
    shown = await openPage(browser, WIDE);
    await show(shown, story, "en");
    expect(await shown.page.locator("main script, main img").count()).toBe(0);
    expect(await shown.page.title()).not.toBe("taken over");
    expect(await shown.page.locator("main").innerText()).toContain("<script>");
  },
);

test.each([
  ["light", "#1d3f8f"],
  ["dark", "#778cbc"],
] as const)("PLAN_COLOR colours the %s page without a build", async (colorScheme, color) => {
  shown = await openPage(browser, { ...WIDE, colorScheme });
  await show(shown, "sign-in-own-colour", "en");
  const painted = await shown.page.evaluate<string>(`getComputedStyle(document.documentElement).getPropertyValue("--plan")`);
  expect(painted).toBe(color);
  expect(await shown.page.textContent("h1")).toContain("Blue River Health");
});

/** Runs in the page. */
const IN_VIEW = `(element) => { const { top, bottom } = element.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }`;
