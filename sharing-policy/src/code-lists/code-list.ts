/** What a code list is: facts about codes of one code system, each rule with its category, certainty and source. */

/**
 * `definite`: it says so; `indicative`: it usually means it; both withhold by themselves. `weak`: it has common other uses (an opioid against pain), and withholds when
 * something else in the same record tells the same category.
 */
export type Tier = "definite" | "indicative" | "weak";

export interface CodeRule {
  /** Code of a category in `categories.ts`. */
  readonly category: string;
  readonly tier: Tier;
  readonly source: string;
  /** Whole codes, upper case, without dots for ICD. */
  readonly codes?: readonly string[];
  /** Beginnings of codes, in the same form. */
  readonly prefixes?: readonly string[];
}

export interface CodeList {
  readonly name: string;
  /** Carries others' terms of use: judged only when the operator enables it. */
  readonly optional: boolean;
  /** ISO date of the last review. */
  readonly date: string;
  /** Every address under which the code system is known to stand in data. */
  readonly systems: readonly string[];
  readonly rules: readonly CodeRule[];
}

/** Codes divided by white space. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/);
