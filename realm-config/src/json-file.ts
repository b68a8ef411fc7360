/** A JSON file that somebody named in a setting or an option. */
import { readFileSync } from "node:fs";
import { RealmConfigError } from "./apply/refusals.ts";

/**
 * @param file as it is named in the sentence, with the setting before it where that helps
 * @throws RealmConfigError when it cannot be read as JSON
 */
export function readJson(path: string, file = path): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new RealmConfigError(`${file} cannot be read as JSON: ${(cause as Error).message}.`, { cause });
  }
}
