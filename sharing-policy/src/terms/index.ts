/** Every term list of the labeller. What they find hides; it is never shown. */
import type { TermList } from "./term-list.ts";

export type { TermList, TermRule } from "./term-list.ts";

export const TERM_LISTS: readonly TermList[] = [];
