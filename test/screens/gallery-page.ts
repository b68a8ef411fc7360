/** A page of the gallery in Chromium, and what the tests ask of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "@member-exchange/demo";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Name of each state, and its query. */
export const STORIES: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(CHECKOUT, "keycloak-theme/gallery/stories.json"), "utf8"),
);
export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Look extends Pick<BrowserContextOptions, "viewport" | "javaScriptEnabled" | "isMobile"> {
  readonly colorScheme: "light" | "dark";
}
export const WIDE: Look = { colorScheme: "light", viewport: { width: 1280, height: 900 } };
export const WIDE_DARK: Look = { ...WIDE, colorScheme: "dark" };
/** 1280 × 1024 at 400 % zoom is 320 × 256. */
export const ZOOMED: Look = { colorScheme: "light", viewport: { width: 320, height: 256 } };
export const ZOOMED_DARK: Look = { ...ZOOMED, colorScheme: "dark" };
export const PHONE: Look = { colorScheme: "light", viewport: { width: 390, height: 780 } };

/** @throws when the ring is run without its runner */
export function galleryUrl(): string {
  const url = process.env.TEST_GALLERY_URL;
  if (!url) throw new Error("Nothing to test against: run `npm run test:screens`, which builds the pages.");
  return url;
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.TEST_CHROMIUM ?? "",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
    ],
  });

export interface Shown {
  readonly page: Page;
  /** Errors and warnings of the console, and scripts that broke. */
  readonly errors: string[];
  close(): Promise<void>;
}

export async function openPage(browser: Browser, look: Look): Promise<Shown> {
  const context = await browser.newContext({ ...look, locale: "en-US", reducedMotion: "reduce" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  page.on("dialog", (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, errors, close: () => context.close() };
}

export const addressOf = (story: string, language: Language): string => `${galleryUrl()}/?${STORIES[story]}&lang=${language}`;

export async function show({ page }: Shown, story: string, language: Language): Promise<void> {
  await page.goto(addressOf(story, language));
  await page.waitForSelector(`html[lang=${language}] main h1`);
}

/** Pixels by which the page is wider than the window. */
export const sidewaysScroll = ({ page }: Shown): Promise<number> =>
  page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
