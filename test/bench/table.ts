/** What was measured, as a table: medians over the rounds, how far the middle half of them lies apart, and whether what was wanted is reached. */
import type { Contender } from "./contenders.ts";

/** One proxy's turn. */
export interface Measured {
  /** CPU milliseconds of its process per request. */
  readonly cpu: number;
  readonly latencies: readonly number[];
  readonly rss: number;
}

/** A ratio compares turns of the same round, since a machine that does other things too is slower in one round than in another. */
export function printTable(measured: ReadonlyMap<Contender, readonly Measured[]>): void {
  const [, base = []] = [...measured].find(([{ isBaseline }]) => isBaseline) ?? [];
  console.log("| proxy | CPU ms/request | middle half | p50 ms | RSS MB | to bare parse | wanted |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const [{ name, wanted }, turns] of measured) {
    const cpu = turns.map((turn) => turn.cpu);
    const ratio = median(turns.map((turn, round) => turn.cpu / (base[round]?.cpu ?? Number.NaN)));
    const cells = [
      name,
      median(cpu).toFixed(2),
      `${quantile(cpu, 0.25).toFixed(2)} to ${quantile(cpu, 0.75).toFixed(2)}`,
      median(turns.flatMap(({ latencies }) => latencies)).toFixed(1),
      (median(turns.map(({ rss }) => rss)) / 2 ** 20).toFixed(0),
      ratio.toFixed(2),
      wanted === undefined ? "" : `≤ ${wanted}: ${ratio <= wanted ? "reached" : "missed"}`,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}
