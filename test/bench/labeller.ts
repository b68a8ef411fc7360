/** `npm run bench:labeller`: how fast resources are judged, beside a bare walk over the same values. */
import { parseArgs } from "node:util";
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import type { Json, Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { labeller } from "../../fhir-facade/src/labeller/label.ts";
import { type Corpus, longClaim, memberCodes, memberRecords, memberWords } from "./labeller-corpus.ts";
import { measured, type Timed } from "./labeller-rounds.ts";

const HELP = `npm run bench:labeller -- [--seconds 3]

Megabytes of JSON (of JSON.stringify) judged in a second of CPU time, of resources that nobody has judged before: each round parses them anew, outside the
measured time. Every turn is followed by a bare walk over the same values, so that the ratio depends little on the machine.

  --seconds  length of each measurement`;

const { values } = parseArgs({ options: { help: { type: "boolean", default: false }, seconds: { type: "string", default: "3" } } });

/** Visits every value and does nothing with it. */
function bareWalk(value: Json | undefined): number {
  if (typeof value !== "object" || value === null) return 1;
  let count = 1;
  if (Array.isArray(value)) for (const item of value) count += bareWalk(item);
  else for (const name in value) count += bareWalk((value as Record<string, Json>)[name]);
  return count;
}

const policy = standardPolicy(["snomed-ct", "cpt"]);
const whole = labeller(policy);
const withoutWords = labeller({ ...policy, termLists: [] });
const walk = (resources: readonly Resource[]): number => resources.reduce((sum, resource) => sum + bareWalk(resource), 0);
const judge =
  ({ label }: typeof whole) =>
  (resources: readonly Resource[]): number =>
    resources.reduce((sum, resource) => sum + label(resource).mask, 0);

interface Line {
  readonly name: string;
  readonly corpus: Corpus;
  readonly judge: (resources: readonly Resource[]) => number;
  /** MB/s. */
  readonly wanted?: number;
}

function report(lines: readonly Line[], seconds: number): void {
  console.log("| what | MB | MB/s | middle half | times a bare walk | wanted |");
  console.log("| --- | --- | --- | --- | --- | --- |");
  for (const { name, corpus, judge: judged, wanted } of lines) {
    const turns = measured(corpus, judged, walk, seconds);
    const speed = rates(turns);
    const ratio = median(turns.map(({ judged, walked }) => judged / walked));
    const reached = wanted === undefined ? "" : `≥ ${wanted}: ${median(speed) >= wanted ? "reached" : "missed"}`;
    const middle = `${quantile(speed, 0.25).toFixed(0)} to ${quantile(speed, 0.75).toFixed(0)}`;
    console.log(`| ${[name, (corpus.bytes / 1e6).toFixed(2), median(speed).toFixed(1), middle, ratio.toFixed(1), reached].join(" | ")} |`);
  }
}

/** Time for each byte in the fastest round, next to that of the first: 1 is linear. A bare walk tells what larger objects cost by themselves. */
function linearity(title: string, corpora: readonly (readonly [times: number, corpus: Corpus])[], seconds: number): void {
  const costs = corpora.map(([times, corpus]) => {
    const turns = measured(corpus, judge(whole), walk, seconds);
    const fastest = (of: (turn: Timed) => number): number => Math.min(...turns.map(of)) / corpus.bytes;
    return { times, judged: fastest(({ judged }) => judged), walked: fastest(({ walked }) => walked) };
  });
  const told = (of: (cost: (typeof costs)[number]) => number): string =>
    costs.map((cost) => `×${cost.times} ${(of(cost) / of(costs[0] ?? cost)).toFixed(2)}`).join(", ");
  console.log(`${title}: ${told(({ judged }) => judged)}; a bare walk: ${told(({ walked }) => walked)} (time for each byte; 1 is linear)`);
}

const rates = (turns: readonly Timed[]): readonly number[] => turns.map(({ bytes, judged }) => bytes / judged / 1000);
const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);
function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

if (values.help) console.log(HELP);
else {
  const seconds = Number(values.seconds);
  report(
    [
      { name: "codes and structure (members without notes; no terms)", corpus: memberCodes(), judge: judge(withoutWords), wanted: 40 },
      { name: "the same with terms in use", corpus: memberCodes(), judge: judge(whole) },
      { name: "words (notes and displays)", corpus: memberWords(), judge: judge(whole), wanted: 15 },
      { name: "members as they are, attachments included", corpus: memberRecords(), judge: judge(whole) },
    ],
    seconds,
  );
  linearity(
    "a record, repeated",
    [1, 4, 16].map((times) => [times, memberCodes(times)] as const),
    seconds,
  );
  linearity(
    "one claim with more items",
    [1, 4, 16].map((times) => [times, longClaim(times * 500)] as const),
    seconds,
  );
}
