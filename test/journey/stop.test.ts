/** Stopping an app in Keycloak's account console: the next call is refused within 5 s. */

import { DEMO_MEMBERS } from "@member-exchange/demo";
import type { Browser } from "playwright-core";
import { MemberBrowser, openBrowser, servers } from "../support/member-browser.ts";

const WITHIN_MS = 5_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("the member stops the app in the account console, and the app's next download is refused", async () => {
  const who = DEMO_MEMBERS.find(({ username }) => username === "albertha");
  if (!who) throw new Error("no such demo member");
  const app = await MemberBrowser.open(browser);
  await app.connect("launch/patient openid patient/*.rs");
  await app.signIn(who);
  await app.choose({ mode: "all-but-sensitive" });
  await app.allow();
  expect(await app.status("connected", "refused", "error")).toBe("connected");

  const console = await app.context.newPage();
  await console.goto(`${servers().issuer}/account/applications`);
  const row = console.locator("li", { hasText: "My Health Notebook" });
  await row.getByRole("button").first().click();
  await row.getByRole("button", { name: /remove access/i }).click();
  await console.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
  await console.getByText(/successfully removed/i).waitFor();
  const stopped = Date.now();

  let state = "connected";
  while (state === "connected" && Date.now() - stopped < 2 * WITHIN_MS) {
    await app.page.click("#download");
    state = await app.status("connected", "refused", "error");
  }
  expect(state).toBe("refused");
  expect(Date.now() - stopped).toBeLessThan(WITHIN_MS + 1_000);
  await app.context.close();
});
