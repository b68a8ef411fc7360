/** Identifiers of a record: which resource or group each of them names. */
import type { IndexEntry } from "../patient-index.ts";
import { isPerson, MOST_ALIKE, SPREADS } from "./about.ts";
import { pairs } from "./adjacency.ts";
import { numbering } from "./numbering.ts";

/** Resources that one identifier names. */
export interface Group {
  readonly node: number;
  /** All that carry it. */
  readonly carriers: Int32Array;
}

export interface Identified {
  readonly groups: readonly Group[];
  /** The node of whom an identifier names: the only resource that carries it, or the group. */
  readonly nodeOf: (identifier: number) => number | undefined;
}

const NOBODY = -1;

/** What people carry names them, and what many carry names something that they all belong to: neither leads anywhere. Groups get the nodes after the entries. */
export function identified(entries: readonly IndexEntry[]): Identified {
  const { give, find } = numbering(entries.reduce((sum, { identifiers }) => sum + identifiers.length, 0));
  const carried = pairs();
  let count = 0;
  for (const [place, { identifiers }] of entries.entries()) {
    for (const identifier of identifiers) {
      const number = give(identifier);
      carried.add(number, place);
      count = Math.max(count, number + 1);
    }
  }
  const carriersOf = carried.adjacency(count);
  const nodes = new Int32Array(count).fill(NOBODY);
  const groups: Group[] = [];
  for (let number = 0; number < count; number++) {
    const carriers = carriersOf.of(number);
    if (!namesOneStory(entries, carriers)) continue;
    const node = carriers.length === 1 ? (carriers[0] ?? NOBODY) : entries.length + groups.length;
    nodes[number] = node;
    if (carriers.length > 1) groups.push({ node, carriers });
  }
  return {
    groups,
    nodeOf: (identifier) => {
      const node = nodes[find(identifier)] ?? NOBODY;
      return node === NOBODY ? undefined : node;
    },
  };
}

/** Those that tell something by themselves are not counted, so that one more of them never makes a group too large. */
function namesOneStory(entries: readonly IndexEntry[], carriers: Int32Array): boolean {
  let silent = 0;
  for (const place of carriers) {
    const { type = "Patient", own = 0 } = entries[place] ?? {};
    if (isPerson(type)) return false;
    if ((own & SPREADS) === 0) silent += 1;
  }
  return silent <= MOST_ALIKE;
}
