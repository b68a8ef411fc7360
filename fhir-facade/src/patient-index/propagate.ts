/** Labels spread over a record until nothing changes: to what a statement is about, into the visit that it was, and to all that points there. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import type { ResourceKey } from "../compartment/resource.ts";
import { UNCLASSIFIABLE } from "../labeller/verdict.ts";
import type { IndexEntry } from "./patient-index.ts";
import { CATEGORIES_ALL } from "./spread/about.ts";
import { type Graph, graphOf } from "./spread/graph.ts";
import type { Note } from "./spread/note.ts";
import { tell } from "./spread/told.ts";
import { tellVisits } from "./spread/visits.ts";

/** The entries in the order of their keys, with their final bits. Time and memory are linear in entries and references. */
export function propagate(entries: Iterable<IndexEntry>): ReadonlyMap<ResourceKey, IndexEntry> {
  const known = inOrder(entries);
  const masks = spread(graphOf(known));
  return new Map(
    known.map((entry, place) => {
      const mask = masks[place] ?? UNCLASSIFIABLE;
      return [entry.key, mask === entry.mask ? entry : { ...entry, mask }];
    }),
  );
}

/** In the order of keys. */
export const inOrder = (entries: Iterable<IndexEntry>): readonly IndexEntry[] => [...entries].sort((a, b) => (a.key < b.key ? -1 : 1));

/**
 * Final bits by node. Who points to a resource gets all of its bits, whatever they came by, so that no reference leads to what is hidden; what leads to a
 * clinical resource that is not in the record cannot be judged. The bits of the Patient do not travel: everything points to it.
 * @param note told of each bit that comes from elsewhere
 * @see docs/decisions/0013-how-labels-spread.md
 */
export function spread(graph: Graph, note?: Note): Int32Array {
  const { entries, size, pointers, astray } = graph;
  const masks = new Int32Array(size);
  const open: number[] = [];
  const give: Note = (to, bits, from, rule) => {
    const before = masks[to] ?? 0;
    const fresh = bits & ~before;
    if (fresh === 0) return;
    masks[to] = before | fresh;
    if (entries[to]?.type !== "Patient") open.push(to);
    note?.(to, fresh, from, rule);
  };
  for (const [place, { own }] of entries.entries()) give(place, own, place, "own");
  for (const place of astray) give(place, UNCLASSIFIABLE, place, "own");
  corroborate(entries, give);
  // an identifier is no resource: what is told to it is told to those that carry it, not to all that name them
  const told = tell(graph, (to, ...how) => (to < entries.length ? give(to, ...how) : note?.(to, ...how)));
  tellVisits(graph, told, give);
  for (let next = 0; next < open.length; next++) {
    const place = open[next] ?? 0;
    for (const pointer of pointers.of(place)) give(pointer, masks[place] ?? 0, place, "refers-to");
  }
  return masks;
}

/** What is measured and asked of everybody bears no witness, and neither does who somebody is. */
const NO_WITNESS: ReadonlySet<string> = new Set<ResourceType>(["Patient", "Observation", "QuestionnaireResponse", "ServiceRequest"]);

/** A weak bit counts when another resource has it by itself. That somebody cannot bear a drug does not say for what it was given. */
function corroborate(entries: readonly IndexEntry[], give: Note): void {
  const witnesses = new Map<number, number>();
  let known = 0;
  for (const [place, { type, own }] of entries.entries()) {
    const fresh = own & CATEGORIES_ALL & ~known;
    if (fresh === 0 || NO_WITNESS.has(type)) continue;
    known |= fresh;
    for (const bit of bitsIn(fresh)) witnesses.set(bit, place);
  }
  for (const [place, { type, own, weak }] of entries.entries()) {
    const confirmed = weak & known & ~own;
    if (confirmed === 0 || type === "AllergyIntolerance") continue;
    for (const bit of bitsIn(confirmed)) give(place, bit, witnesses.get(bit) ?? place, "corroborated");
  }
}

function bitsIn(mask: number): readonly number[] {
  const bits: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(rest & -rest);
  return bits;
}
