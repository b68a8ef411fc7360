/** What each resource tells: by itself, and by statements that are about it or made with it. */
import type { IndexEntry } from "../patient-index.ts";
import { canBeAbout, isStatement, SPREADS } from "./about.ts";
import type { Graph } from "./graph.ts";
import type { Note } from "./note.ts";

/**
 * Bits by node, handed to what a statement is about until nothing changes, and then once to what carries the same identifier. A drug that is named by
 * reference is told by who refers to it. Bits that come against references, from visits or by corroboration are not among them: what is merely hidden hands
 * nothing on.
 */
export function tell(graph: Graph, note?: Note): Int32Array {
  const { entries, pointers, abouts } = graph;
  const told = new Int32Array(graph.size);
  const open: number[] = [];
  const give: Note = (to, bits, from, rule) => {
    const fresh = bits & ~(told[to] ?? 0);
    if (fresh === 0) return;
    told[to] = (told[to] ?? 0) | fresh;
    open.push(to);
    note?.(to, fresh, from, rule);
  };
  for (const [place, { type, own }] of entries.entries()) {
    const bits = own & SPREADS;
    if (bits === 0) continue;
    give(place, bits, place, "own");
    if (type !== "Medication") continue;
    for (const pointer of pointers.of(place)) if (isStatementAt(entries, pointer)) give(pointer, bits, place, "refers-to");
  }
  for (let next = 0; next < open.length; next++) {
    const place = open[next] ?? 0;
    for (const node of abouts.of(place)) give(node, told[place] ?? 0, place, "reason-of");
  }
  tellGroups(graph, told.slice(), give);
  return told;
}

/** Two of one type are two things: results of one specimen, versions of one bill. */
function tellGroups({ entries, groups }: Graph, told: Int32Array, give: Note): void {
  for (const { carriers } of groups) {
    const passed = new Map<string, number>();
    for (const place of carriers) {
      const type = entries[place]?.type ?? "Patient";
      const before = passed.get(type) ?? 0;
      const bits = (told[place] ?? 0) & ~before;
      if (bits === 0 || !canBeAbout(type)) continue;
      passed.set(type, before | bits);
      for (const carrier of carriers) if (isOther(entries, carrier, type)) give(carrier, bits, place, "same-identifier");
    }
  }
}

function isStatementAt(entries: readonly IndexEntry[], place: number): boolean {
  const type = entries[place]?.type;
  return type !== undefined && isStatement(type);
}

function isOther(entries: readonly IndexEntry[], place: number, type: string): boolean {
  const other = entries[place]?.type;
  return other !== undefined && other !== type && canBeAbout(other);
}
