/** What is known about a resource's sensitivity: one bit per category, one for what cannot be judged, and the rules that fired. */
import { CATEGORIES } from "@member-exchange/sharing-policy";

export interface Verdict {
  /** Sum of {@link categoryBit} values and possibly {@link UNCLASSIFIABLE}. */
  readonly mask: number;
  /** Names of the rules that fired, for example `rxnorm` or `attachment`; never a code of the record. */
  readonly rules: readonly string[];
}

const BITS = new Map(CATEGORIES.map(({ code }, position) => [code, 1 << position]));

/** Set on a resource that cannot be judged; it is hidden as soon as anything is withheld. */
export const UNCLASSIFIABLE = 1 << CATEGORIES.length;

/** Set on a resource that cannot be read to its end; it is hidden from everybody. */
export const MALFORMED = 1 << (CATEGORIES.length + 1);

/** @throws RangeError for a code that is no category */
export function categoryBit(code: string): number {
  const bit = BITS.get(code);
  if (bit === undefined) throw new RangeError(`${code} is no sensitivity category`);
  return bit;
}
