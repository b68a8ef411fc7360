/** `npm run apps` in process, against a throw-away realm. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runApps } from "../../realm-config/src/apps/run.ts";
import type { TestRealm } from "./realm.ts";

/** What is printed, on success or as an error. */
export interface Said {
  readonly ok: boolean;
  readonly text: string;
}

export async function apps(realm: TestRealm, ...words: string[]): Promise<Said> {
  try {
    return { ok: true, text: await runApps(words, () => realm.settings) };
  } catch (error) {
    if ((error as Error).constructor.name !== "RealmConfigError") throw error;
    return { ok: false, text: (error as Error).message };
  }
}

const folder = mkdtempSync(join(tmpdir(), "apps-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** The name of a file that holds this as JSON. */
export function jsonFile(value: unknown): string {
  files += 1;
  const file = join(folder, `app-${files}.json`);
  writeFileSync(file, JSON.stringify(value));
  return file;
}
