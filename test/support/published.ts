/** Published code lists and hand-labelled records, which lie beside the checkout and are never copied into it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "@member-exchange/demo";

/** Folder with `sources` and `labelled`; `undefined` where nobody laid it, which on a build machine is an error. */
export const PUBLISHED: string | undefined = published();

function published(): string | undefined {
  const folder = process.env.SENSITIVITY_DIR || join(CHECKOUT, "../shared/sensitivity");
  if (existsSync(folder)) return folder;
  if (process.env.CI) throw new Error(`${folder} is not there: lay the published lists beside the checkout, or set SENSITIVITY_DIR.`);
  return undefined;
}

/** Rows of a tab-separated file by the names in its first line. */
export function publishedRows(name: string): readonly Record<string, string>[] {
  if (PUBLISHED === undefined) return [];
  const [head = "", ...rows] = readFileSync(join(PUBLISHED, "sources", name), "utf8")
    .trimEnd()
    .split(/\r?\n/);
  const names = head.split("\t");
  return rows.map((row) => Object.fromEntries(row.split("\t").map((value, place) => [names[place] ?? String(place), value])));
}
