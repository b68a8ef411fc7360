/** Where the browser is; a missing one is a failure with a sentence, never a skipped test. */
import { existsSync } from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** @throws Error with one sentence when none is found */
export function findChromium(environment: NodeJS.ProcessEnv): string {
  const wanted = environment.CHROMIUM;
  if (wanted && existsSync(wanted)) return wanted;
  if (wanted) throw new Error(`CHROMIUM is ${wanted}, where there is no file: set it to the browser's path.`);
  const found = PLACES.find((place) => existsSync(place));
  if (found) return found;
  throw new Error("No Chromium for the journeys: install it (on Debian: apt-get install chromium), or set CHROMIUM to its path.");
}
