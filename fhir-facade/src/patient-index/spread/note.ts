/** How a bit came to a resource by another one. */

/**
 * `refers-to`: it points there; `reason-of`: that is about it or made of it; `visit-of`: that happened in this visit, as did little else; `same-identifier`: both
 * carry it; `corroborated`: it was weakly its own, and that has it by itself; `own`: it needs no other.
 */
export type Rule = "own" | "refers-to" | "reason-of" | "visit-of" | "same-identifier" | "corroborated";

/** Told of bits that a node did not have before, and of the node from which they came. */
export type Note = (to: number, bits: number, from: number, rule: Rule) => void;
