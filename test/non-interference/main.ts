/** `npm run check:non-interference`: one run from the command line, its progress, its differences, and the count as the last line. */
import { fileURLToPath } from "node:url";
import { type Options, readOptions, USAGE } from "./command-line.ts";
import type { Tally } from "./compare/replay.ts";
import { sightsOf } from "./compare/sights.ts";
import { written } from "./corpus/asked.ts";
import { readFolder } from "./records/folder.ts";
import { generatedRecords } from "./records/generated.ts";
import { type Records, recordsOf } from "./records/records.ts";
import { compareStores } from "./world.ts";

const SHOWN_DIFFERENCES = 10;
const EVERY = 500;

export async function check(options: Options, say: (line: string) => void): Promise<number> {
  const { folder, withhold, seed, pairs } = options;
  const records = recordsOf(folder === undefined ? generatedRecords(seed) : readFolder(folder), {
    ...options,
    isPlain: folder === undefined,
  });
  const sights = sightsOf(records.patients, withhold, records.isExact);
  say(`seed ${seed}; withheld: ${withhold.join(", ")}`);
  say(
    `store A: ${records.a.length} resources of ${records.patients.length} members; store B: ${records.b.length}, without ${withheldIn(records)}`,
  );
  let told = 0;
  const onProgress = (done: number, differences: number): void => {
    if (done - told < EVERY) return;
    told = done;
    say(`  ${done} pairs, ${differences} differences`);
  };
  const tally = await compareStores({ records, withhold, seed, pairs, sights, onProgress });
  for (const { smallest, asked, told: lines } of tally.differences.slice(0, SHOWN_DIFFERENCES))
    say(`difference, as ${sights[asked.sight]?.name} of ${sights[asked.sight]?.patient}: ${written(smallest)}\n${lines}`);
  say(
    `answers: ${Object.entries(tally.statuses)
      .map(([status, count]) => `${count} × ${status}`)
      .join(", ")}; ${tally.shown} resources shown`,
  );
  if (tally.shown === 0) say("No answer showed a resource, so nothing was proved.");
  say(`${tally.pairs} pairs compared, ${tally.differences.length} differences`);
  return isProof(tally) ? 0 : 1;
}

const isProof = ({ pairs, shown, differences }: Tally): boolean => pairs > 0 && shown > 0 && differences.length === 0;

function withheldIn({ withheld, statement }: Records): string {
  return `${withheld.length} that ${statement === "labels" ? "their labels, or what they spread to, withhold" : "were planted"}`;
}

export async function main(words: readonly string[]): Promise<number> {
  if (words.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  try {
    return await check(readOptions(words, 1 + Math.floor(Math.random() * 1e9)), console.log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
