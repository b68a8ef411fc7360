/** What a term list is: words and phrases that tell a category when somebody reads them, each rule with its certainty and source. */
import type { Tier } from "../code-lists/code-list.ts";

export interface TermRule {
  /** Code of a category. */
  readonly category: string;
  readonly tier: Tier;
  readonly source: string;
  /**
   * Lower case, without diacritics, words divided by single blanks; hyphens, slashes and other signs stand as blanks. A term is found where its words stand as
   * whole words beside each other; an asterisk at the end of the last word stands for any ending.
   */
  readonly terms: readonly string[];
  /** Phrases of the same form that hold one of the terms and mean something else (`st depression`). */
  readonly except?: readonly string[];
}

export interface TermList {
  readonly name: string;
  /** ISO date of the last review. */
  readonly date: string;
  readonly rules: readonly TermRule[];
}
