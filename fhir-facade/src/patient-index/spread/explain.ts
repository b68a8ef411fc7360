/** Why each resource of a record has the bits that it has not by itself. */
import type { ResourceKey } from "../../compartment/resource.ts";
import type { IndexEntry } from "../patient-index.ts";
import { inOrder, spread } from "../propagate.ts";
import { graphOf } from "./graph.ts";
import type { Rule } from "./note.ts";

export interface Reason {
  /** Sum of the bits that came this way. */
  readonly bits: number;
  readonly rule: Exclude<Rule, "own">;
  /** From where they came in one step; why that has them is said there. */
  readonly from: ResourceKey;
}

/** By resource; one reason for each bit, the nearest. What is unclassifiable because it points out of the record has none. */
export function reasonsOf(entries: Iterable<IndexEntry>): ReadonlyMap<ResourceKey, readonly Reason[]> {
  const graph = graphOf(inOrder(entries));
  /** What came to a node that stands for an identifier, by bits. */
  const steps = new Map<number, { bits: number; from: number }[]>();
  const reasons = new Map<ResourceKey, Reason[]>();
  spread(graph, (to, bits, from, rule) => {
    const entry = graph.entries[to];
    if (rule === "own") return;
    if (!entry) {
      steps.set(to, [...(steps.get(to) ?? []), { bits, from }]);
      return;
    }
    let rest = bits;
    for (const step of graph.entries[from] ? [{ bits, from }] : (steps.get(from) ?? []).toReversed()) {
      const source = graph.entries[step.from];
      const came = step.bits & rest;
      rest &= ~came;
      if (source && came !== 0) reasons.set(entry.key, [...(reasons.get(entry.key) ?? []), { bits: came, rule, from: source.key }]);
    }
  });
  return reasons;
}
