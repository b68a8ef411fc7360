/** The member's pages of connected apps in a real browser, in the same context as the member's sign-in. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { type MemberBrowser, servers } from "./member-browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const PAGE = () => `${servers().issuer}/account/applications`;

/** Opens the page in a tab of its own; the member has signed in before in this browser, so nothing is asked. */
export async function openConnectedApps(member: MemberBrowser, query = ""): Promise<Page> {
  const page = await member.context.newPage();
  page.on("pageerror", (error) => member.errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") member.errors.push(message.text());
  });
  await page.goto(`${PAGE()}${query}`);
  await page.locator("article.app, #empty").first().waitFor();
  return page;
}

/** Ids of what axe finds on the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  // by the debugger, which the page's policy does not stop
  await page.evaluate(AXE);
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>("axe.run()");
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Presses Tab until the element with this id has the focus. @throws when it never gets it */
export async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.evaluate("document.activeElement.id")) === id) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach #${id}`);
}

/** Waits until an element that this selector names has the focus. */
export async function focused(page: Page, selector: string): Promise<void> {
  await page.locator(`${selector}:focus`).waitFor();
}
