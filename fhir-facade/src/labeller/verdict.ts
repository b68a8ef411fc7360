/** What is known about a resource's sensitivity: one bit per category, one for what cannot be judged, and the rules that fired. */
import { CATEGORIES } from "@member-exchange/sharing-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";

/** What one code or text tells. */
export interface Signal {
  /** Sum of category bits that it tells by itself. */
  readonly mask: number;
  /** Sum of category bits that it tells when something else in the record does. */
  readonly weak: number;
  /** Name of the list that knew it; empty for nothing. */
  readonly rule: string;
}

export const NO_SIGNAL: Signal = Object.freeze({ mask: 0, weak: 0, rule: "" });

export interface Verdict {
  /** Sum of category bits and possibly {@link UNCLASSIFIABLE} and {@link MALFORMED}. */
  readonly mask: number;
  /** Category bits that count when another resource of the record has them in its `mask`. */
  readonly weak: number;
  /** Names of the rules that fired, for example `rxnorm` or `attachment`; never a code of the record. */
  readonly rules: readonly string[];
}

const MOST_CATEGORIES = 28;

/** Set on a resource that cannot be judged; it is hidden as soon as anything is withheld. */
export const UNCLASSIFIABLE = 1 << MOST_CATEGORIES;

/** Set on a resource that cannot be read to its end; it is hidden from everybody. */
export const MALFORMED = 1 << (MOST_CATEGORIES + 1);

/** The bit of a category; 0 for a code that is none. */
export type BitOf = (code: string) => number;

const STANDARD = CATEGORIES.map(({ code }) => code);

/**
 * Standard categories have the same bit in every policy; those that a plan adds follow. One that was merged into another has that one's bit; one that was
 * removed keeps its own, for authorizations that are older.
 * @throws RangeError for more categories than there are bits
 */
export function bitsOf({ categories, removed = [] }: Pick<SharingPolicy, "categories"> & Partial<Pick<SharingPolicy, "removed">>): BitOf {
  const known = [...categories, ...removed];
  const added = known.map(({ code }) => code).filter((code) => !STANDARD.includes(code));
  const places = [...STANDARD, ...added];
  if (places.length > MOST_CATEGORIES) throw new RangeError(`more than ${MOST_CATEGORIES} sensitivity categories`);
  const bits = new Map(known.map(({ code }) => [code, 1 << places.indexOf(code)]));
  for (const { code, merged } of categories) for (const other of merged) bits.set(other, 1 << places.indexOf(code));
  return (code) => bits.get(code) ?? 0;
}

const standardBit = bitsOf({ categories: CATEGORIES });

/** The bit of a standard category. @throws RangeError for a code that is none */
export function categoryBit(code: string): number {
  const bit = standardBit(code);
  if (bit === 0) throw new RangeError(`${code} is no sensitivity category`);
  return bit;
}
