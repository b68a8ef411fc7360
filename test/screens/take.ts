/** `npm run screens`, or `npm run screens -- connected-app` for those whose name begins so: pictures of the main states for docs/screens, the same on every run of one machine (fonts are the machine's own). */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "@member-exchange/demo";
import { startGallery } from "../run/gallery.ts";
import { type Language, type Look, openBrowser, openPage, PHONE, show, WIDE, WIDE_DARK } from "./gallery-page.ts";

const PHONE_DARK: Look = { ...PHONE, colorScheme: "dark" };
const NARROW: Look = { colorScheme: "light", viewport: { width: 320, height: 640 } };
/** The day on which the pictures' dates are right. */
const TODAY = new Date("2026-11-23T12:00:00Z");

const PICTURES: readonly (readonly [story: string, language: Language, look: Look])[] = [
  ["sign-in", "en", WIDE],
  ["sign-in", "es", PHONE_DARK],
  ["sign-in-refused", "es", PHONE],
  ["sign-in-own-colour", "en", WIDE],
  ["choose-person", "en", WIDE],
  ["authorization", "en", WIDE],
  ["authorization", "en", WIDE_DARK],
  ["authorization", "es", PHONE],
  ["authorization-health-plan", "en", WIDE],
  ["authorization-covered-entity", "es", WIDE],
  ["authorization-everything", "es", WIDE],
  ["authorization-chosen", "en", WIDE],
  ["authorization-chosen", "es", PHONE_DARK],
  ["authorization-other-person", "en", WIDE],
  ["authorization-returning", "en", WIDE],
  ["authorization-parts", "en", WIDE],
  ["authorization-parts-in-group", "es", PHONE],
  ["authorization-only-parts", "en", WIDE],
  ["authorization-new-type", "en", WIDE],
  ["authorization-new-topic", "es", PHONE_DARK],
  ["authorization-new-by-way", "en", PHONE],
  ["authorization-asked-again", "es", WIDE],
  ["authorization-needs-end", "en", WIDE],
  ["authorization-long-name", "en", NARROW],
  ["connected-apps", "en", WIDE],
  ["connected-apps", "es", PHONE_DARK],
  ["connected-apps", "en", NARROW],
  ["connected-apps-none", "en", WIDE],
  ["connected-apps-by-others", "en", WIDE],
  ["connected-apps-failed", "es", PHONE],
  ["connected-app-change", "en", WIDE],
  ["connected-app-change-other-person", "es", PHONE_DARK],
  ["connected-app-stop", "es", PHONE],
  ["error-app-suspended", "en", WIDE],
  ["error-link-too-old", "es", PHONE],
  ["no-record", "en", WIDE],
  ["expired", "en", WIDE],
  ["native-consent", "en", WIDE],
  ["stock-reset-password", "en", WIDE],
  ["stock-otp-setup", "es", PHONE],
  ["stock-ways-to-sign-in", "en", WIDE],
  ["stock-delete-account", "es", WIDE],
];

const [, , begins = ""] = process.argv;
const folder = join(CHECKOUT, "docs/screens");
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder).filter((file) => /^[a-z-]+\.(en|es)\.(light|dark)\.\d+\.png$/.test(file) && file.startsWith(begins)))
  rmSync(join(folder, name));

Object.assign(process.env, await startGallery());
const browser = await openBrowser();
for (const [story, language, look] of PICTURES.filter(([name]) => name.startsWith(begins))) {
  const shown = await openPage(browser, look);
  await shown.page.clock.setFixedTime(TODAY);
  await show(shown, story, language);
  const name = `${story}.${language}.${look.colorScheme}.${look.viewport?.width}.png`;
  // the slip sticks to the window; on a picture of the whole page it lies where it comes to rest
  await shown.page.addStyleTag({
    content: ".slip-line { position: static !important; } :focus-visible { outline: 0 !important; box-shadow: none !important; }",
  });
  await shown.page.screenshot({ path: join(folder, name), fullPage: true, animations: "disabled" });
  console.log(name, shown.errors.join(" "));
  await shown.close();
}
await browser.close();
