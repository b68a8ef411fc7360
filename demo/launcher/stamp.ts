/** Skips work whose inputs did not change: a hash of the inputs, kept in the data directory. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const NOT_INPUT = new Set(["node_modules", "target", "dist", "dist_keycloak", "dist_account", "coverage", "keycloakify-dev-resources"]);

export interface Stamped {
  /** The file that remembers the hash of the last finished run. */
  readonly stamp: string;
  /** Files and folders (read whole) and plain words that decide the outcome. */
  readonly inputs: readonly string[];
  readonly words?: readonly string[];
  /** What has to be there for the work to count as done. */
  readonly outputs: readonly string[];
}

/** Runs `work` unless it ran with equal inputs before and its outputs are there; says whether it ran. */
export async function unlessDone({ stamp, inputs, words = [], outputs }: Stamped, work: () => Promise<void>): Promise<boolean> {
  const hash = createHash("sha256");
  for (const input of inputs) addTo(hash, input);
  for (const word of words) hash.update(`\0${word}`);
  const now = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now && outputs.every((output) => existsSync(output))) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const entries = readdirOrFile(path);
  if (entries === undefined) {
    hash.update(`\0${path}\0`).update(readFileSync(path));
    return;
  }
  for (const name of entries.filter((entry) => !NOT_INPUT.has(entry)).sort()) addTo(hash, join(path, name));
}

/** The names in a folder, or undefined for a file. */
function readdirOrFile(path: string): string[] | undefined {
  try {
    return readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}
