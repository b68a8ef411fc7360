/** What a visit was for: its Encounter gets the bits that everything that happened in it has. */
import { CATEGORIES_ALL } from "./about.ts";
import { type Graph, NO_VISIT } from "./graph.ts";
import type { Note } from "./note.ts";

/**
 * Gives an Encounter the bits that every statement made in it tells: with one statement that does not tell a category, the visit has it not and hides nobody.
 * @param told bits by node, as the statements tell them
 */
export function tellVisits({ entries, size, visits, groups }: Graph, told: Int32Array, give: Note): void {
  const common = new Int32Array(size).fill(CATEGORIES_ALL);
  const narrow = (node: number, bits: number): void => {
    common[node] = (common[node] ?? 0) & bits;
  };
  // what was counted for an identifier counts for each Encounter that carries it
  const encountersAt = (node: number): readonly number[] =>
    node < entries.length
      ? [node]
      : [...(groups[node - entries.length]?.carriers ?? [])].filter((place) => entries[place]?.type === "Encounter");
  for (let place = 0; place < entries.length; place++) {
    const visit = visits[place] ?? NO_VISIT;
    if (visit !== NO_VISIT) narrow(visit, told[place] ?? 0);
  }
  for (const { node } of groups) for (const encounter of encountersAt(node)) narrow(encounter, common[node] ?? 0);

  for (let place = 0; place < entries.length; place++) {
    const visit = visits[place] ?? NO_VISIT;
    if (visit !== NO_VISIT) for (const encounter of encountersAt(visit)) give(encounter, common[encounter] ?? 0, place, "visit-of");
  }
}
