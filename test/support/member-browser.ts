/** A member in front of a real browser: the sample app, the plan's sign-in page, the authorization screen. */

import type { Member } from "@member-exchange/realm-config";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** Where the runner started everything. @throws when the ring is run without it */
export function servers() {
  const { TEST_KEYCLOAK_URL, TEST_REALM, TEST_FHIR_BASE_URL, TEST_SAMPLE_APP_URL, TEST_CHROMIUM } = process.env;
  if (!TEST_KEYCLOAK_URL || !TEST_REALM || !TEST_FHIR_BASE_URL || !TEST_SAMPLE_APP_URL || !TEST_CHROMIUM) {
    throw new Error("Nothing to test against: run `npm run test:journey`, which starts everything.");
  }
  return {
    issuer: `${TEST_KEYCLOAK_URL}/realms/${TEST_REALM}`,
    fhirBaseUrl: TEST_FHIR_BASE_URL,
    sampleAppUrl: TEST_SAMPLE_APP_URL,
    chromium: TEST_CHROMIUM,
  };
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: servers().chromium,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** What the member answers on the screen. */
export interface Choice {
  readonly mode: "all-but-sensitive" | "everything" | "chosen";
  /** Resource types to take away; only with `chosen`. */
  readonly without?: readonly string[];
  /** Of a resource type, the codes of the only parts to share; only with `chosen`. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  /** Category codes to tick or untick; only with `chosen`. */
  readonly categories?: Readonly<Record<string, boolean>>;
  readonly duration?: string;
}

export class MemberBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Bodies of everything that the facade answered to the app. */
  readonly received: { readonly url: string; readonly status: number; readonly body: string }[] = [];
  readonly errors: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  static async open(browser: Browser): Promise<MemberBrowser> {
    const context = await browser.newContext({ locale: "en-US" });
    const member = new MemberBrowser(context, await context.newPage());
    const { fhirBaseUrl } = servers();
    member.page.on("response", async (response) => {
      if (!response.url().startsWith(fhirBaseUrl) || response.request().method() === "OPTIONS") return;
      member.received.push({ url: response.url(), status: response.status(), body: await response.text().catch(() => "") });
    });
    member.page.on("pageerror", (error) => member.errors.push(String(error)));
    return member;
  }

  /** Opens the sample app and presses *Connect*; resolves on the sign-in page, the screen, or back at the app. */
  async connect(scope?: string): Promise<void> {
    const address = new URL(servers().sampleAppUrl);
    if (scope) address.searchParams.set("scope", scope);
    await this.page.goto(address.href);
    await this.page.click("#connect");
    await this.page.waitForSelector("#kc-login, #allow, #status:text-matches('connected|declined|refused|error')");
  }

  async signIn({ username, password }: Pick<Member, "username" | "password">): Promise<void> {
    await this.page.fill("#username", username);
    await this.page.fill("#password", password);
    await this.page.click("#kc-login");
    await this.page.waitForSelector("#allow, #input-error, #status");
  }

  async choose({ mode, without = [], parts = {}, categories = {}, duration = "P1Y" }: Choice): Promise<void> {
    await this.page.check(`#mode-${mode}`);
    const folded = this.page.locator("#member-authorization details:not([open]) > summary:visible");
    while (mode === "chosen" && (await folded.count()) > 0) await folded.first().click();
    for (const type of without) await this.page.uncheck(`#type-${type}`);
    for (const [type, codes] of Object.entries(parts))
      for (const part of await this.page.locator(`[name=part][data-kind=${type}]`).all()) {
        const id = await part.getAttribute("id");
        await part.setChecked(codes.some((code) => id === `part-${type}-${code}`));
      }
    for (const [code, shared] of Object.entries(categories)) await this.page.setChecked(`#category-${code}`, shared);
    await this.page.check(`#duration-${duration}`);
  }

  async allow(): Promise<void> {
    await this.page.click("#allow");
  }

  async deny(): Promise<void> {
    await this.page.click("#deny");
  }

  /** Waits until the sample app says one of these, and returns which. */
  async status(...states: string[]): Promise<string> {
    await this.page.locator("#status", { hasText: new RegExp(`^(${states.join("|")})$`) }).waitFor({ timeout: 60_000 });
    return (await this.page.textContent("#status")) ?? "";
  }

  /** Counts per type as the sample app shows them. */
  async counts(): Promise<Record<string, number>> {
    const rows = await this.page.locator("#counts [data-type]").all();
    const counts = rows.map(async (row) => [await row.getAttribute("data-type"), Number(await row.getAttribute("data-count"))] as const);
    return Object.fromEntries(await Promise.all(counts));
  }

  /** Everything the facade sent to the app, as one text to search in. */
  receivedText(): string {
    return this.received.map(({ body }) => body).join("\n");
  }
}
