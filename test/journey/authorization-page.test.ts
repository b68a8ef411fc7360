/** The pages as Keycloak itself sends them: their weight, their policy, their contrast; and the whole way by the keyboard alone (R7). */
import { DEMO_MEMBERS } from "@member-exchange/demo";
import type { Member } from "@member-exchange/realm-config";
import type { Browser } from "playwright-core";
import { violations } from "../support/axe.ts";
import { MemberBrowser, openBrowser, servers } from "../support/member-browser.ts";

const HEAVIEST_BYTES = 250_000;
const who = DEMO_MEMBERS.find(({ username }) => username === "estell") as Member;

let browser: Browser;
let member: MemberBrowser;
let said: string[];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  member = await MemberBrowser.open(browser);
  said = [];
  member.page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") said.push(message.text());
  });
});
afterEach(async () => {
  await member.context.close();
  expect([...member.errors, ...said]).toEqual([]);
});

const focusedId = () => member.page.evaluate<string>("document.activeElement?.id ?? ''");

/** Presses Tab until the element has the focus. */
async function tabTo(id: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if ((await focusedId()) === id) return;
    await member.page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach #${id}.`);
}

test("R7 sign-in, choice and answer by the keyboard alone", async () => {
  const { page } = member;
  await member.connect();
  await tabTo("username");
  await page.keyboard.type(who.username);
  await tabTo("password");
  await page.keyboard.type(who.password);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#allow");
  await tabTo("mode-all-but-sensitive");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo("type-Immunization");
  await page.keyboard.press("Space");
  await tabTo("category-HIV");
  await page.keyboard.press("Space");
  await tabTo("allow");
  await page.keyboard.press("Enter");
  expect(await member.status("connected", "refused", "error", "declined")).toBe("connected");
  const scopes = (await page.textContent("#granted-scopes")) ?? "";
  expect(scopes).toContain("patient/Observation.rs");
  expect(scopes).not.toContain("patient/Immunization.rs");
});

test("R7 the authorization page weighs at most 250 kB as it travels, and comes under the realm's policy", async () => {
  const { page, context } = member;
  await member.connect();
  await member.signIn({ ...who, username: "albertha" });
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.setCacheDisabled", { cacheDisabled: true });
  let bytes = 0;
  wire.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const response = await page.reload();
  await page.waitForSelector("#allow");
  await page.waitForLoadState("networkidle");
  const paint = `performance.getEntriesByName("first-contentful-paint")[0]?.startTime - performance.getEntriesByType("navigation")[0].responseStart`;
  const milliseconds = await page.evaluate<number>(paint);
  console.log(
    `authorization page: ${Math.round(bytes / 1000)} kB with an empty cache, first render ${Math.round(milliseconds)} ms after Keycloak's answer`,
  );
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(HEAVIEST_BYTES);
  expect(response?.headers()["content-security-policy"]).toContain("default-src 'none'");
});

test.each(["en", "es"])(
  "R6, R7 sign-in and authorization in %s have no axe violation and carry the plan's phone from Keycloak's environment",
  async (language) => {
    const { page } = member;
    await page.emulateMedia({ colorScheme: language === "en" ? "light" : "dark" });
    await member.connect();
    if (language !== "en") {
      await page.click(`.langs a[lang=${language}]`);
      await page.waitForSelector(`html[lang=${language}] #kc-login`);
    }
    expect(await violations(page)).toEqual([]);
    await member.signIn({ ...who, username: "albertha" });
    await page.waitForSelector(`html[lang=${language}] #allow`);
    expect(await violations(page)).toEqual([]);
    expect(await page.textContent("footer")).toContain(process.env.TEST_PLAN_PHONE);
  },
);

test("R7 an app that Keycloak does not know: the page says so under the same policy", async () => {
  const { page } = member;
  const response = await page.goto(`${servers().issuer}/protocol/openid-connect/auth?client_id=nobody&response_type=code`);
  await page.waitForSelector("#kc-error-message");
  expect(await violations(page)).toEqual([]);
  expect(response?.headers()["content-security-policy"]).toContain("default-src 'none'");
  // the status of the page itself
  said = said.filter((text) => !text.includes("status of 400"));
});
