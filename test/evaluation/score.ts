/** Recall and precision, counted. */
import type { Case } from "./case.ts";
import { ROW_NAMES, SATISFIED_BY } from "./labels.ts";

export interface Score {
  readonly name: string;
  /** Resources that were judged. */
  readonly all: number;
  /** Resources of which a person says so. */
  readonly wanted: number;
  /** Of these the ones found. */
  readonly found: number;
  /** Of those not found the ones that are hidden all the same, since they cannot be judged. */
  readonly unjudged: number;
  /** Resources of which the labeller says so, those left out of which nobody said what they are. */
  readonly told: number;
  /** Of these the ones of which a person says so too. */
  readonly right: number;
}

/** 1 of nothing is not a figure. */
export const recall = ({ found, wanted }: Score): number | undefined => (wanted === 0 ? undefined : found / wanted);
export const precision = ({ right, told }: Score): number | undefined => (told === 0 ? undefined : right / told);

export const AT_ALL = "sensitive at all";

/** Each category that a person or the labeller names, then all together. Personal details are none of the latter: they start as shared. */
export const byCategory = (cases: readonly Case[]): readonly Score[] => [
  ...ROW_NAMES.map((row) => rowScore(row, cases)).filter(
    ({ wanted, told, name }) => wanted > 0 || (told > 0 && name !== "DEMO" && name !== "BH"),
  ),
  atAll(AT_ALL, cases),
];

export function byType(cases: readonly Case[]): readonly Score[] {
  const types = [...new Set(cases.map(({ type }) => type))].sort();
  return types.map((name) =>
    atAll(
      name,
      cases.filter(({ type }) => type === name),
    ),
  );
}

const isFound = ({ told }: Case, row: string): boolean => (SATISFIED_BY[row] ?? [row]).some((code) => told.categories.includes(code));

export const isMissed = (one: Case): boolean => one.truth.wanted.some((row) => row !== "DEMO" && !isFound(one, row));

/** Categories that nobody said of it. Of one that is said to be sensitive without a word why, every category may be right. */
export function falseAlarms({ truth, told }: Case): readonly string[] {
  if (truth.isSensitive && truth.permitted.size === 0) return [];
  return told.categories.filter((code) => code !== "DEMO" && !truth.permitted.has(code));
}

export const missedRows = (one: Case): readonly string[] => one.truth.wanted.filter((row) => row !== "DEMO" && !isFound(one, row));

function rowScore(row: string, cases: readonly Case[]): Score {
  const wanted = cases.filter(({ truth }) => truth.wanted.includes(row));
  const missed = wanted.filter((one) => !isFound(one, row));
  const told = cases.filter((one) => isFound(one, row) && !(one.truth.isSensitive && one.truth.permitted.size === 0));
  const codes = SATISFIED_BY[row] ?? [row];
  return {
    name: row,
    all: cases.length,
    wanted: wanted.length,
    found: wanted.length - missed.length,
    unjudged: missed.filter((one) => one.told.isUnjudged).length,
    told: told.length,
    right: told.filter(({ truth }) => codes.some((code) => truth.permitted.has(code))).length,
  };
}

function atAll(name: string, cases: readonly Case[]): Score {
  const says = ({ told }: Case): boolean => told.categories.some((code) => code !== "DEMO");
  const wanted = cases.filter(({ truth }) => truth.isSensitive);
  const missed = wanted.filter((one) => !says(one));
  const told = cases.filter(says);
  return {
    name,
    all: cases.length,
    wanted: wanted.length,
    found: wanted.length - missed.length,
    unjudged: missed.filter((one) => one.told.isUnjudged).length,
    told: told.length,
    right: told.filter((one) => one.truth.isSensitive || falseAlarms(one).length < one.told.categories.length).length,
  };
}
