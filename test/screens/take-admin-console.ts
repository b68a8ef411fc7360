/** `npm run screens:admin`: pictures of Keycloak's admin console for docs/admin-guide, from a running realm (`npm start`); the same variables as for `npm run realm`. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "@member-exchange/demo";
import { chromium } from "playwright-core";
import { findChromium } from "../run/chromium.ts";

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: npm start says what it is.`);
  return value;
};
const url = required("KEYCLOAK_URL").replace(/\/$/, "");
const [username, password] = [required("KEYCLOAK_ADMIN_USERNAME"), required("KEYCLOAK_ADMIN_PASSWORD")];
const realm = process.env.REALM || "health-plan";
const PICTURES: Readonly<Record<string, string>> = {
  apps: "clients",
  policies: "realm-settings/client-policies/policies",
  "admin-events": "events/admin-events",
};

const folder = join(CHECKOUT, "docs/admin-guide");
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(process.env), args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1180, height: 760 }, locale: "en-US" });
await page.goto(`${url}/admin/master/console/#/${realm}/clients`);
await page.fill("#username", username);
await page.fill("#password", password);
await page.keyboard.press("Enter");
await page.locator("#password").waitFor({ state: "detached" });
for (const [name, path] of Object.entries(PICTURES)) {
  await page.goto(`${url}/admin/master/console/#/${realm}/${path}`);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
  console.log(`${name}.png`);
}
await browser.close();
