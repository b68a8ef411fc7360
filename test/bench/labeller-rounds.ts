/** Rounds of judging fresh objects, each beside a bare walk over others. */
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { type Corpus, ROUND } from "./labeller-corpus.ts";

/** CPU milliseconds of one round, the collection of garbage included: what else the machine does hardly matters. */
export interface Timed {
  readonly bytes: number;
  readonly judged: number;
  readonly walked: number;
}

type Work = (resources: readonly Resource[]) => number;

const WARM_UP = 0.3;
const LEAST_ROUNDS = 5;

/** Takes turns, so that what slows the machine down slows both. */
export function measured(corpus: Corpus, judge: Work, walk: Work, seconds: number): readonly Timed[] {
  let round = 0;
  const fresh = (): readonly Resource[] => {
    round += 1;
    return corpus.texts.map((text) => JSON.parse(text.replaceAll(ROUND, String(round))) as Resource);
  };
  const time = (work: Work): number => {
    const resources = fresh();
    const began = process.cpuUsage();
    work(resources);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  for (const began = performance.now(); performance.now() - began < seconds * WARM_UP * 1000; ) {
    time(judge);
    time(walk);
  }
  const turns: Timed[] = [];
  for (const began = performance.now(); turns.length < LEAST_ROUNDS || performance.now() - began < seconds * 1000; )
    turns.push({ bytes: corpus.bytes, judged: time(judge), walked: time(walk) });
  return turns;
}
