/** The page of connected apps: what the member changes or stops there, the next call of the app knows within 5 s. */

import type { Browser, Page } from "playwright-core";
import { focused, openConnectedApps, tabTo, violations } from "../support/account-pages.ts";
import { anotherSignIn } from "../support/another-sign-in.ts";
import { type Choice, MemberBrowser, openBrowser, servers } from "../support/member-browser.ts";
import { SENSITIVE_CODES } from "../synthea-sensitive-codes.ts";

const WITHIN_MS = 5_000;
const SCOPE = "launch/patient openid offline_access patient/*.rs";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Somebody with this demo member's record who has just connected the sample app. */
async function connected(username: string, choice: Choice = { mode: "all-but-sensitive" }, scope = SCOPE): Promise<MemberBrowser> {
  const who = await anotherSignIn(username);
  const app = await MemberBrowser.open(browser);
  await app.connect(scope);
  await app.signIn(who);
  await app.choose(choice);
  await app.allow();
  expect(await app.status("connected", "refused", "error")).toBe("connected");
  return app;
}

const mentalHealth = (text: string) => SENSITIVE_CODES.some(({ category, code }) => category === "PSY" && text.includes(`"${code}"`));

/** What the app sees of a download that it starts five seconds from now. */
async function fiveSecondsLater(app: MemberBrowser): Promise<{ readonly state: string; readonly text: string }> {
  await new Promise((done) => setTimeout(done, WITHIN_MS));
  app.received.length = 0;
  await app.page.click("#download");
  const state = await app.status("connected", "refused", "error");
  await app.page.waitForLoadState("networkidle");
  return { state, text: app.receivedText() };
}

async function stop(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Stop/ }).first().click();
  await page.getByRole("button", { name: "Stop sharing" }).click();
  await page.getByRole("status").filter({ hasText: "It can’t get any more records" }).waitFor();
}

test("the member stops the app, and a download five seconds later is refused", async () => {
  const app = await connected("albertha");
  const page = await openConnectedApps(app);
  await stop(page);
  expect((await fiveSecondsLater(app)).state).toBe("refused");
  expect(await page.getByRole("region", { name: "Stopped or ended" }).textContent()).toContain("You stopped sharing on");
  expect(app.errors).toEqual([]);
  await app.context.close();
});

test("the member widens and tightens what the app gets: it keeps working and is not told", async () => {
  const app = await connected("bobbi");
  expect(mentalHealth(app.receivedText())).toBe(false);
  const page = await openConnectedApps(app);
  await page.getByRole("link", { name: /^Change/ }).click();
  await page.getByRole("checkbox", { name: "Mental and behavioral health" }).check();
  await page.getByRole("button", { name: "Save the change" }).click();
  await page.locator("#done").waitFor();
  const widened = await fiveSecondsLater(app);
  expect([widened.state, mentalHealth(widened.text)]).toEqual(["connected", true]);

  await page.getByRole("link", { name: /^Change/ }).click();
  await page.getByRole("checkbox", { name: "Mental and behavioral health" }).uncheck();
  await page.getByRole("button", { name: "Save the change" }).click();
  await page.locator("#done").waitFor();
  const tightened = await fiveSecondsLater(app);
  expect([tightened.state, mentalHealth(tightened.text)]).toEqual(["connected", false]);
  expect(await page.getByRole("article").first().textContent()).toContain("Last asked for recordsToday");
  expect(app.errors).toEqual([]);
  await app.context.close();
});

test("by keyboard alone: list, change, stop; the focus goes where something happened", async () => {
  const app = await connected("chance");
  const page = await openConnectedApps(app);
  const id = (await page.locator("article a[id^=change-]").getAttribute("id"))?.slice("change-".length);
  await tabTo(page, `change-${id}`);
  await page.keyboard.press("Enter");
  await focused(page, "h1");
  await tabTo(page, "category-HIV");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  expect(await page.locator("#save").isVisible()).toBe(true);
  await tabTo(page, "save");
  await page.keyboard.press("Enter");
  await focused(page, "#done");
  expect(await page.getByRole("article").first().textContent()).toContain("HIV");
  await tabTo(page, `stop-${id}`);
  await page.keyboard.press("Enter");
  await focused(page, "h1");
  await tabTo(page, "stop");
  await page.keyboard.press("Enter");
  await focused(page, "#done");
  expect(await page.getByText("No app is connected right now.").isVisible()).toBe(true);
  expect(app.errors).toEqual([]);
  await app.context.close();
});

test.each(["en", "es"])(
  "%s: axe finds nothing, light and dark; 320 px and four times larger need no sideways scrolling",
  async (language) => {
    const app = await connected(language === "en" ? "jerrod" : "delphine", { mode: "chosen", categories: { GDIS: true } });
    const page = await openConnectedApps(app, `?lang=${language}`);
    const id = (await page.locator("article a[id^=change-]").getAttribute("id"))?.slice("change-".length);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const hash of ["#", `#change/${id}`, `#stop/${id}`]) {
        await page.evaluate(`location.hash = "${hash}"`);
        for (const [width, height] of [
          [1280, 900],
          [320, 256],
        ] as const) {
          await page.setViewportSize({ width, height });
          expect([language, colorScheme, hash, width, await violations(page)]).toEqual([language, colorScheme, hash, width, []]);
          const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
          expect([language, hash, width, overflow]).toEqual([language, hash, width, 0]);
        }
      }
    }
    expect(await page.evaluate("document.documentElement.lang")).toBe(language);
    expect(app.errors).toEqual([]);
    await app.context.close();
  },
  240_000,
);

test("the facade's management_endpoint is the page; from it the rest of the account and the way out are reached", async () => {
  const { issuer, fhirBaseUrl } = servers();
  const answer = await fetch(`${fhirBaseUrl}/.well-known/smart-configuration`);
  const configuration = (await answer.json()) as { management_endpoint: string };
  expect(configuration.management_endpoint).toBe(`${issuer}/account/applications`);

  const app = await connected("joesph");
  const page = await openConnectedApps(app);
  await page.getByRole("link", { name: "Password and sign-in" }).click();
  await page.getByRole("heading", { name: "Signing in" }).waitFor();
  await page.getByRole("link", { name: "Connected apps" }).click();
  await page.locator("article.app").first().waitFor();
  await page.click("#sign-out");
  await page.locator("#kc-login, #kc-logout").first().waitFor();
  await app.context.close();
});
