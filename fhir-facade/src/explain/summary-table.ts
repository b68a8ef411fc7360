/** What a choice hides, as lines for a terminal. */
import type { Summary, TypeCount } from "./summary.ts";

/** @param codes categories in the order of the screen */
export function summaryTable({ types, all }: Summary, codes: readonly string[]): readonly string[] {
  const told = Object.keys(all.every);
  const reasons = [...codes.filter((code) => told.includes(code)), ...told.filter((reason) => !codes.includes(reason))];
  const head = ["type", "all", "shown", "hidden", ...reasons];
  const cells = (count: TypeCount): readonly string[] => [
    count.notServed > 0 ? `${count.type} (not served)` : count.type,
    ...[count.total, count.shown, count.hidden, ...reasons.map((reason) => count.every[reason] ?? 0)].map((n) =>
      n === 0 ? "·" : String(n),
    ),
  ];
  return aligned([head, ...types.map(cells), cells({ ...all, notServed: 0 })]);
}

/** First column to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, place) => Math.max(...rows.map((row) => (row[place] ?? "").length)));
  return rows.map((row) =>
    row.map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0))).join("  "),
  );
}
