/** What was measured, as a table: medians over the rounds, how far the middle half of them lies apart, and whether what was wanted is reached. */
import type { Contender } from "./contenders.ts";

/** One proxy's turn. */
export interface Measured {
  /** CPU milliseconds of its process per request. */
  readonly cpu: number;
  readonly latencies: readonly number[];
  readonly rss: number;
}

export function printTable(measured: ReadonlyMap<Contender, readonly Measured[]>): void {
  const cpuOf = (turns: readonly Measured[]): number =>
    quantile(
      turns.map(({ cpu }) => cpu),
      0.5,
    );
  const [, base = []] = [...measured].find(([{ isBaseline }]) => isBaseline) ?? [];
  console.log("| proxy | CPU ms/request | middle half | p50 ms | RSS MB | to bare parse | wanted |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const [{ name, wanted }, turns] of measured) {
    const all = turns.map(({ cpu }) => cpu);
    const ratio = cpuOf(turns) / cpuOf(base);
    const cells = [
      name,
      cpuOf(turns).toFixed(2),
      `${quantile(all, 0.25).toFixed(2)} to ${quantile(all, 0.75).toFixed(2)}`,
      quantile(
        turns.flatMap(({ latencies }) => latencies),
        0.5,
      ).toFixed(1),
      (
        quantile(
          turns.map(({ rss }) => rss),
          0.5,
        ) /
        2 ** 20
      ).toFixed(0),
      ratio.toFixed(2),
      wanted === undefined ? "" : `≤ ${wanted}: ${ratio <= wanted ? "reached" : "missed"}`,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}
