/** The words behind `npm run check:non-interference --`, read strictly. */
import { CATEGORIES } from "@member-exchange/sharing-policy";

export interface Options {
  readonly folder: string | undefined;
  readonly withhold: readonly string[];
  readonly pairs: number;
  readonly seed: number;
  readonly keepLabels: boolean;
}

export const USAGE = `npm run check:non-interference -- [folder] [--withhold PSY,SUD] [--pairs N] [--seed S] [--strip-labels]

Asks the facade the same requests before two stores, one that holds what a member withholds and one that never had it, and compares every answer.

folder           FHIR Bundles (.json, .json.gz); without one, records are made up
--withhold       categories that the member withholds, divided by commas (${CATEGORIES.map(({ code }) => code).join(", ")}); all but DEMO when absent.
                 Resources that carry their labels in meta.security are left out of the second store, with all to which these spread. Where no
                 resource does, a sensitive story for each category is planted into the first store.
--pairs          pairs of answers to compare (5000)
--seed           repeats a run
--strip-labels   takes the labels off before the facade sees the records, so that its own judgement is what is checked

The last line is "N pairs compared, M differences". The exit code is not 0 when there is a difference, or nothing to compare.`;

const KNOWN: readonly string[] = CATEGORIES.map(({ code }) => code);

/** @throws Error with one sentence */
export function readOptions(words: readonly string[], fresh: number): Options {
  const rest = [...words];
  const taken = new Map<string, string>();
  let folder: string | undefined;
  let keepLabels = true;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--strip-labels") keepLabels = false;
    else if (["--withhold", "--pairs", "--seed"].includes(word)) taken.set(word, rest.shift() ?? "");
    else if (word.startsWith("-")) throw new Error(`There is no option ${word}: see --help.`);
    else if (folder !== undefined) throw new Error("One folder can be checked at a time.");
    else folder = word;
  }
  const withhold = taken.get("--withhold")?.split(",") ?? KNOWN.filter((code) => code !== "DEMO");
  const unknown = withhold.find((code) => !KNOWN.includes(code));
  if (unknown !== undefined)
    throw new Error(`There is no category ${unknown || "without a name"}: the categories are ${KNOWN.join(", ")}.`);
  return { folder, withhold, keepLabels, pairs: whole(taken, "--pairs", 5000), seed: whole(taken, "--seed", fresh) };
}

function whole(taken: ReadonlyMap<string, string>, name: string, fallback: number): number {
  const value = Number(taken.get(name) ?? fallback);
  if (!Number.isSafeInteger(value) || value < 1 || taken.get(name) === "") throw new Error(`${name} needs a whole number above 0.`);
  return value;
}
