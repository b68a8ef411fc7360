/** `npm run mutants:facade`: takes each check of the facade away in turn and says which of them no test misses. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CopiedCheckout, copiedCheckout } from "./copied-checkout.ts";
import { MUTANTS } from "./list.ts";
import type { Mutant } from "./mutant.ts";
import { type Outcome, tried } from "./tried.ts";

const USAGE = `npm run mutants:facade [-- options]

Takes each check of the facade away in turn, in a copy of this checkout, and runs the tests that must notice.

  --only <number or word>  only this mutant, or those whose file or description holds the word
  --whole                  when the named tests notice nothing, run every test of the facade before saying so
  --list                   say what there is and run nothing
  --help                   this text

The last line is "N mutants, M killed, K survived". The exit code is 0 when all were killed.`;

/** More would be in each other's way: the tests listen, wait and count. */
const AT_A_TIME = 2;

interface Numbered {
  readonly number: number;
  readonly mutant: Mutant;
}

const ALL: readonly Numbered[] = MUTANTS.map((mutant, place) => ({ number: place + 1, mutant }));
const line = ({ number, mutant }: Numbered): string => `${number} ${mutant.file}: ${mutant.says}`;

function chosen(only: string | undefined): readonly Numbered[] {
  if (only === undefined) return ALL;
  if (/^\d+$/.test(only)) return ALL.filter(({ number }) => number === Number(only));
  return ALL.filter((one) => line(one).includes(only));
}

/** @returns how many survived */
async function run(list: readonly Numbered[], isWhole: boolean, say: (line: string) => void): Promise<number> {
  const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
  const copies = await Promise.all(Array.from({ length: Math.min(AT_A_TIME, list.length) }, () => copiedCheckout(root)));
  try {
    say("first without a mutant");
    const files = [...new Set(list.flatMap(({ mutant }) => mutant.tests))];
    const before = await Promise.all(
      copies.map(({ path }, n) => tried(path, [...files.filter((_, place) => place % copies.length === n), ...files.slice(0, 1)])),
    );
    if (before.some((outcome) => outcome !== "passed")) throw new Error(`without a mutant these do not pass: ${files.join(", ")}`);
    let survived = 0;
    const rest = list.values();
    await Promise.all(
      copies.map(async (copy) => {
        for (const one of rest) {
          const since = performance.now();
          const outcome = await outcomeOf(one.mutant, copy, isWhole);
          if (outcome !== "failed") survived += 1;
          say(`${WORDS[outcome]} ${line(one)} (${Math.round((performance.now() - since) / 1000)} s)`);
        }
      }),
    );
    return survived;
  } finally {
    await Promise.all(copies.map((copy) => copy.remove()));
  }
}

/** A mutant with which nothing runs has not been killed by a rule. */
const WORDS: Readonly<Record<Outcome, string>> = { failed: "killed  ", passed: "SURVIVED", broken: "BROKEN  " };

const outcomeOf = (mutant: Mutant, copy: CopiedCheckout, isWhole: boolean): Promise<Outcome> =>
  copy.having(mutant, async () => {
    for (const file of mutant.tests) {
      const outcome = await tried(copy.path, [file]);
      if (outcome !== "passed") return outcome;
    }
    return isWhole ? tried(copy.path, []) : "passed";
  });

export async function main(words: readonly string[]): Promise<number> {
  const at = words.indexOf("--only");
  const only = at < 0 ? undefined : words[at + 1];
  const known = words.every((word, place) => ["--only", "--whole", "--list"].includes(word) || (at >= 0 && place === at + 1));
  if (words.includes("--help") || !known || (at >= 0 && only === undefined)) {
    console.log(USAGE);
    return words.includes("--help") ? 0 : 2;
  }
  const list = chosen(only);
  if (list.length === 0) {
    console.error(`no mutant is called ${only}`);
    return 2;
  }
  if (words.includes("--list")) {
    for (const one of list) console.log(line(one));
    return 0;
  }
  try {
    const survived = await run(list, words.includes("--whole"), console.log);
    console.log(`${list.length} mutants, ${list.length - survived} killed, ${survived} survived`);
    return survived === 0 ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  }
}

if (process.argv[1] === join(import.meta.dirname, "main.ts")) process.exit(await main(process.argv.slice(2)));
