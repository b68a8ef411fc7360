/** How far a download got, kept in the data directory (readable by its owner only) so that the next run goes on from there. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Progress {
  readonly patient: string;
  readonly refreshToken: string | undefined;
  /** Where to go on; undefined when the last page is stored. */
  readonly next: string | undefined;
  /** Type → ids that are in the new plan's store. */
  readonly stored: Readonly<Record<string, readonly string[]>>;
}

const file = (dataDir: string) => join(dataDir, "new-plan", "progress.json");

export function keptProgress(dataDir: string): Progress | undefined {
  return existsSync(file(dataDir)) ? (JSON.parse(readFileSync(file(dataDir), "utf8")) as Progress) : undefined;
}

/** Replaces the file in one move: a stop in between leaves the old one whole. */
export function keepProgress(dataDir: string, progress: Progress): void {
  mkdirSync(join(dataDir, "new-plan"), { recursive: true, mode: 0o700 });
  writeFileSync(`${file(dataDir)}.new`, JSON.stringify(progress), { mode: 0o600 });
  renameSync(`${file(dataDir)}.new`, file(dataDir));
}

/** After a finished download: its tokens and links are of no more use. */
export function forgetProgress(dataDir: string): void {
  rmSync(file(dataDir), { force: true });
}
