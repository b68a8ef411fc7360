/** One resource with what a person said and what the labeller says. */
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { categoriesIn, MALFORMED_NAME, UNCLASSIFIABLE_NAME } from "../../fhir-facade/src/explain/categories-in.ts";
import type { Judged } from "../../fhir-facade/src/explain/judged-record.ts";
import type { Truth } from "./labels.ts";

/** What the labeller says: by the resource alone, or in its record. */
export interface Told {
  /** Codes of categories. */
  readonly categories: readonly string[];
  /** Hidden because it cannot be judged; never counted as found. */
  readonly isUnjudged: boolean;
}

export interface Case {
  readonly key: string;
  readonly type: string;
  readonly truth: Truth;
  readonly judged: Judged;
  readonly told: Told;
}

export type View = "by itself" | "in its record";
export const VIEWS: readonly View[] = ["by itself", "in its record"];

export function caseOf(judged: Judged, truth: Truth, view: View, policy: SharingPolicy): Case {
  const names = categoriesIn(view === "by itself" ? judged.own : judged.mask, policy);
  const unjudged = [UNCLASSIFIABLE_NAME, MALFORMED_NAME];
  const told = { categories: names.filter((name) => !unjudged.includes(name)), isUnjudged: names.some((name) => unjudged.includes(name)) };
  return { key: judged.key, type: judged.type, truth, judged, told };
}

/** Rules behind one category: of the resource itself, then of the record. */
export const rulesFor = ({ judged: { findings, spread } }: Case, category: string): readonly string[] => [
  ...new Set([
    ...findings.filter((finding) => finding.category === category).map(({ rule }) => rule),
    ...spread.filter(({ categories }) => categories.includes(category)).map(({ rule, from }) => `${rule} ${from}`),
  ]),
];
