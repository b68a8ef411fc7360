/** Seeded drawing of the parts of a made-up resource: the same seed draws the same. */
import fc from "fast-check";
import { type CodeKind, type Coding, ORDINARY } from "./codes.ts";

export interface Draw {
  readonly below: (limit: number) => number;
  readonly one: <Item>(items: readonly Item[]) => Item | undefined;
  readonly date: () => string;
  readonly ordinary: (kind: CodeKind) => Coding;
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
}

const DRAWN_AT_ONCE = 5_000;

export function drawing(seed: number): Draw {
  const more = (round: number): Iterator<number> => fc.sample(fc.nat(), { seed: seed + round, numRuns: DRAWN_AT_ONCE }).values();
  let round = 0;
  let numbers = more(round);
  const next = (): number => {
    const { value, done } = numbers.next();
    if (!done) return value;
    round += 1;
    numbers = more(round);
    return next();
  };
  const below = (limit: number): number => next() % limit;
  const one = <Item>(items: readonly Item[]): Item | undefined => items[below(Math.max(items.length, 1))];
  return {
    below,
    one,
    date: () => new Date(Date.UTC(2015, 0, 1 + below(3600))).toISOString().slice(0, 10),
    ordinary: (kind) => one(ORDINARY[kind]) as Coding,
    shuffled: (items) =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}
