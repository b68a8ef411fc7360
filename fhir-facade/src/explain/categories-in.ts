/** Bits of a verdict as names, in the order of the screen. */
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { bitsOf, MALFORMED, UNCLASSIFIABLE } from "../labeller/verdict.ts";

/** Names beside the codes of categories. */
export const UNCLASSIFIABLE_NAME = "unclassifiable";
export const MALFORMED_NAME = "malformed";

/** Codes of categories, then `unclassifiable` and `malformed`. */
export function categoriesIn(mask: number, policy: SharingPolicy): readonly string[] {
  const bitOf = bitsOf(policy);
  return [
    ...policy.categories.map(({ code }) => code).filter((code) => (mask & bitOf(code)) !== 0),
    ...((mask & UNCLASSIFIABLE) !== 0 ? [UNCLASSIFIABLE_NAME] : []),
    ...((mask & MALFORMED) !== 0 ? [MALFORMED_NAME] : []),
  ];
}
