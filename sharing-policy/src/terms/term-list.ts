/** What a term list is: words and phrases that tell a category when somebody reads them, each rule with its certainty and source. */
import type { Tier } from "../code-lists/code-list.ts";

export interface TermRule {
  /** Code of a category. */
  readonly category: string;
  readonly tier: Tier;
  readonly source: string;
  /**
   * Lower case, without diacritics, words divided by single blanks; hyphens, slashes and other signs stand as blanks, apostrophes as nothing, `&` as the word `and`.
   * A term is found where its words stand as whole words beside each other in one sentence; an asterisk at the end of the last word stands for any ending.
   */
  readonly terms: readonly string[];
  /** Phrases of the same form that hold a term of the category and mean something else (`st depression`). */
  readonly except?: readonly string[];
  /** The terms are abbreviations that mean nothing in other letters (`AIDS`): they are written, and found, in exactly this case. */
  readonly caseSensitive?: true;
  /** A negative finding tells as much as a positive one (a test, an instrument): only a denial or a history that is not there takes the mention back. */
  readonly evenNegative?: true;
}

export interface TermList {
  readonly name: string;
  /** ISO date of the last review. */
  readonly date: string;
  readonly rules: readonly TermRule[];
}

/** Phrases divided by commas or line ends. */
export const phrases = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
