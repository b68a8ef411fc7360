/** Replays a corpus on two sides and keeps count: pairs, differences, and whether there was anything to see at all. */
import { type Asked, simpler } from "../corpus/asked.ts";
import { differenceOf } from "./difference.ts";
import type { Side } from "./side.ts";
import { type Transcript, transcriptOf } from "./transcript.ts";

export interface Difference {
  readonly asked: Asked;
  /** The request with every part left out that the difference does not need. */
  readonly smallest: Asked;
  readonly told: string;
}

export interface Tally {
  readonly pairs: number;
  readonly differences: readonly Difference[];
  /** Pairs by status of side A. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Entries in answers of side A, and resources read. */
  readonly shown: number;
}

export interface Replaying {
  readonly requests: Iterable<Asked>;
  readonly tokens: readonly string[];
  readonly pairs: number;
  readonly onProgress?: (pairs: number, differences: number) => void;
}

/** After so many, making them smaller only costs time. */
const MINIMISED = 10;

/** Both sides at once, until `pairs` are compared or the requests end. */
export async function replay(a: Side, b: Side, { requests, tokens, pairs, onProgress }: Replaying): Promise<Tally> {
  const tally = new Counting();
  const both = (asked: Asked): Promise<[Transcript, Transcript]> =>
    Promise.all([transcriptOf(a, asked, tokens), transcriptOf(b, asked, tokens)]);
  for (const asked of requests) {
    const [left, right] = await both(asked);
    const told = tally.add(asked, left, right);
    if (told !== undefined) {
      const difference = { asked, smallest: asked, told };
      tally.found(tally.differences.length < MINIMISED ? await minimised(difference, both) : difference);
    }
    onProgress?.(tally.pairs, tally.differences.length);
    if (tally.pairs >= pairs) break;
  }
  return tally;
}

/** One side after the other, for a store that can be in one state at a time: what was kept of side B against side A, now. */
export async function replayLater(
  kept: readonly { asked: Asked; transcript: Transcript }[],
  a: Side,
  tokens: readonly string[],
): Promise<Tally> {
  const tally = new Counting();
  for (const { asked, transcript } of kept) {
    const told = tally.add(asked, await transcriptOf(a, asked, tokens), transcript);
    if (told !== undefined) tally.found({ asked, smallest: asked, told });
  }
  return tally;
}

class Counting implements Tally {
  pairs = 0;
  shown = 0;
  readonly differences: Difference[] = [];
  readonly statuses: Record<string, number> = {};

  add(asked: Asked, a: Transcript, b: Transcript): string | undefined {
    this.pairs += Math.max(a.length, b.length);
    for (const { answered } of a) {
      this.statuses[answered.status] = (this.statuses[answered.status] ?? 0) + 1;
      if (answered.status === 200)
        this.shown += (answered.text.match(/"resource":\{|^\{"resourceType":"(?!Bundle|CapabilityStatement)/g) ?? []).length;
    }
    return differenceOf(asked, a, b);
  }

  found(difference: Difference): void {
    this.differences.push(difference);
  }
}

async function minimised(difference: Difference, both: (asked: Asked) => Promise<[Transcript, Transcript]>): Promise<Difference> {
  for (const smallest of simpler(difference.smallest)) {
    const told = differenceOf(smallest, ...(await both(smallest)));
    if (told !== undefined) return minimised({ ...difference, smallest, told }, both);
  }
  return difference;
}
