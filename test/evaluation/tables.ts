/** Scores, misses and false alarms as lines for a terminal. */

import { aligned } from "../../fhir-facade/src/explain/summary-table.ts";
import { plain } from "../../fhir-facade/src/explain/text-table.ts";
import { type Case, rulesFor } from "./case.ts";
import { falseAlarms, missedRows, precision, recall, type Score } from "./score.ts";

const rate = (value: number | undefined): string => (value === undefined ? "–" : value.toFixed(2));

export function scoreTable(first: string, scores: readonly Score[]): readonly string[] {
  const rows = scores.map((score) => [
    score.name,
    ...[score.all, score.wanted, score.found].map(String),
    rate(recall(score)),
    String(score.unjudged),
    ...[score.told, score.right].map(String),
    rate(precision(score)),
  ]);
  return aligned([[first, "all", "labelled", "found", "recall", "unclassifiable", "told", "right", "precision"], ...rows]);
}

export function missLines(cases: readonly Case[]): readonly string[] {
  return cases.flatMap((one) => {
    const rows = missedRows(one);
    const generally = one.truth.isSensitive && one.truth.wanted.length === 0 && one.told.categories.length === 0;
    if (rows.length === 0 && !generally) return [];
    const hidden = one.told.isUnjudged ? "; unclassifiable, so hidden all the same" : "";
    return [plain(`  ${one.key}: ${rows.join(", ") || "sensitive"}${hidden}`)];
  });
}

export function alarmLines(cases: readonly Case[]): readonly string[] {
  return cases.flatMap((one) =>
    falseAlarms(one).map((category) => plain(`  ${one.key}: ${category} by ${rulesFor(one, category).join("; ") || "its record"}`)),
  );
}

export const listed = (title: string, lines: readonly string[]): readonly string[] => [`${title}: ${lines.length}`, ...lines];
