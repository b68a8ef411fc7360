/** What a code list is: facts about codes of one code system, each rule with its category, certainty and source. */

/**
 * `definite`: it says so; `indicative`: it usually means it; both withhold by themselves. `weak`: it has common other uses (an opioid against pain), and withholds when
 * something else in the same record tells the same category.
 */
export type Tier = "definite" | "indicative" | "weak";

/** First and last of codes of one length, both included, compared as text. */
export type Span = readonly [from: string, to: string];

export interface CodeRule {
  /** Code of a category in `categories.ts`. */
  readonly category: string;
  readonly tier: Tier;
  readonly source: string;
  /** Whole codes, upper case, without dots for ICD. */
  readonly codes?: readonly string[];
  /** Beginnings of codes, in the same form. */
  readonly prefixes?: readonly string[];
  readonly ranges?: readonly Span[];
}

export interface CodeList {
  readonly name: string;
  /** Carries others' terms of use: judged only when the operator enables it. */
  readonly optional: boolean;
  /** Knows too few codes of its system for the others to count as judged. */
  readonly partial?: boolean;
  /** ISO date of the last review. */
  readonly date: string;
  /** Every address under which the code system is known to stand in data. */
  readonly systems: readonly string[];
  /** What a code as data spell it, upper case and without dots, may stand for among the codes of the rules; itself where nothing is said. */
  readonly spellings?: (code: string) => readonly string[];
  readonly rules: readonly CodeRule[];
  /** Codes of this form under these addresses are another list's: HCPCS level I is CPT. */
  readonly elsewhere?: { readonly form: RegExp; readonly list: string };
}

/** Codes divided by white space. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Spans written `from-to`, divided by white space. */
export const spans = (text: string): readonly Span[] =>
  words(text).map((span) => {
    const [from = "", to = from] = span.split("-");
    return [from, to];
  });
