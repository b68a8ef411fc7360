/** `npm test`: the checks and rings that were asked for, servers started once, and the count as the last line. */
import { availableParallelism } from "node:os";
import { endAllChildren, endWith } from "@member-exchange/demo";
import { startGallery } from "./gallery.ts";
import { startNodes } from "./nodes.ts";
import { type Count, runCheck, runRing } from "./ring.ts";
import { startServers, testDataDir } from "./servers.ts";

/** Their files share members, or stop and start what others use. */
const ONE_BY_ONE = ["journey", "nodes"];
/** More than one Keycloak answers in good time. */
const MOST_AT_ONCE = 4;
const RINGS = ["pages", "screens", "facade", "realm", "journey", "nodes"];
/** Rings in one set use the same servers; a set starts when the one before it has ended. */
const NEED_SERVERS: readonly ServerSet[] = [
  { rings: ["screens"], start: startGallery },
  { rings: ["realm", "journey"], start: startServers },
  { rings: ["nodes"], start: (jdk) => startNodes(jdk, testDataDir()) },
];

/** @param words ring names, and words for jest behind `--`; no ring means all of them and the static checks */
export async function main(jdk: string, words: readonly string[]): Promise<void> {
  const split = words.indexOf("--");
  const named = split < 0 ? words : words.slice(0, split);
  const forJest = split < 0 ? [] : words.slice(split + 1);
  const unknown = named.find((ring) => !RINGS.includes(ring));
  if (unknown) {
    console.error(`There is no ring ${unknown}: the rings are ${RINGS.join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  const rings = named.length > 0 ? named : RINGS;
  const count = { passed: 0, failed: 0 };
  await endWith(async () => {
    if (named.length === 0) {
      add(count, await runCheck("npm run lint", ["npm", "run", "--silent", "lint"]));
      add(count, await runCheck("npm run typecheck", ["npm", "run", "--silent", "typecheck"]));
    }
    await runAll(rings, jdk, forJest, count);
  });
  await endAllChildren();
  console.log(`${count.passed} passed, ${count.failed} failed`);
  process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);
}

async function runAll(rings: readonly string[], jdk: string, forJest: readonly string[], count: Counter): Promise<void> {
  const needServers = NEED_SERVERS.flatMap((set) => set.rings);
  for (const ring of rings.filter((name) => !needServers.includes(name))) await timed(ring, {}, forJest, count);
  for (const set of NEED_SERVERS) await runWithServers(set, rings, jdk, forJest, count);
}

async function runWithServers(
  set: ServerSet,
  rings: readonly string[],
  jdk: string,
  forJest: readonly string[],
  count: Counter,
): Promise<void> {
  const wanted = rings.filter((name) => set.rings.includes(name));
  if (wanted.length === 0) return;
  const environment = await set.start(jdk, wanted).catch((error: unknown) => {
    console.error(`The servers for ${wanted.join(" and ")} did not start: ${error instanceof Error ? error.message : error}`);
    return undefined;
  });
  if (environment) for (const ring of wanted) await timed(ring, environment, forJest, count);
  else count.failed += wanted.length;
  await endAllChildren();
}

async function timed(ring: string, environment: Record<string, string>, forJest: readonly string[], count: Counter): Promise<void> {
  const since = Date.now();
  const workers = ONE_BY_ONE.includes(ring) ? 1 : Math.min(availableParallelism(), MOST_AT_ONCE);
  const result = await runRing(ring, workers, environment, forJest);
  add(count, result);
  console.log(`ring ${ring}: ${result.passed} of ${result.passed + result.failed} in ${((Date.now() - since) / 1000).toFixed(1)} s`);
}

interface ServerSet {
  readonly rings: readonly string[];
  /** Resolves to the environment of the rings. */
  readonly start: (jdk: string, rings: readonly string[]) => Promise<Record<string, string>>;
}

interface Counter {
  passed: number;
  failed: number;
}

function add(count: Counter, { passed, failed }: Count): void {
  count.passed += passed;
  count.failed += failed;
}
