/** A record as a graph: a node for each resource, and after those one for each identifier that several resources carry. */
import type { ResourceKey } from "../../compartment/resource.ts";
import { type IndexEntry, isSharedKey } from "../patient-index.ts";
import { canBeAbout } from "./about.ts";
import { type Adjacency, pairs } from "./adjacency.ts";
import { type Group, identified } from "./identified.ts";
import type { Pointing } from "./pointing.ts";

export const NO_VISIT = -1;

export interface Graph {
  readonly entries: readonly IndexEntry[];
  /** Number of nodes. */
  readonly size: number;
  /** Who points to a node. */
  readonly pointers: Adjacency;
  /** What a node is about. */
  readonly abouts: Adjacency;
  /** By entry: the node of the Encounter in which it is counted, or of an identifier that Encounters carry; {@link NO_VISIT} for none. */
  readonly visits: Int32Array;
  readonly groups: readonly Group[];
  /** Nodes that point to a clinical resource which is not in the record. */
  readonly astray: readonly number[];
}

/** @param entries in the order in which they are to be numbered */
export function graphOf(entries: readonly IndexEntry[]): Graph {
  const places = new Map<ResourceKey, number>();
  for (let place = 0; place < entries.length; place++) places.set((entries[place] as IndexEntry).key, place);
  const { groups, nodeOf } = identified(entries);
  const edges = { pointers: pairs(), abouts: pairs() };
  const visits = new Int32Array(entries.length).fill(NO_VISIT);
  const astray: number[] = [];
  const isReceiver = (node: number): boolean => canBeAbout(entries[node]?.type ?? "Patient");
  const isVisit = (node: number): boolean => node >= entries.length || entries[node]?.type === "Encounter";

  const connect = (place: number, { targets, about, visit }: IndexEntry): void => {
    let isAstray = false;
    for (const target of targets) {
      const node = places.get(target);
      if (node === undefined) isAstray ||= leadsAstray(target);
      else edges.pointers.add(node, place);
      if (node !== undefined && target === visit) visits[place] = node;
    }
    for (const target of about) {
      const node = places.get(target);
      if (node !== undefined) edges.abouts.add(place, node);
    }
    if (isAstray) astray.push(place);
  };
  const connectLogical = (place: number, { targets, about, visit }: Pointing<number>): void => {
    for (const target of targets) {
      const node = nodeOf(target);
      if (node !== undefined) edges.pointers.add(node, place);
      if (node !== undefined && target === visit && visits[place] === NO_VISIT && isVisit(node)) visits[place] = node;
    }
    for (const target of about) {
      const node = nodeOf(target);
      if (node !== undefined && (node >= entries.length || isReceiver(node))) edges.abouts.add(place, node);
    }
  };
  for (let place = 0; place < entries.length; place++) {
    const entry = entries[place] as IndexEntry;
    connect(place, entry);
    if (entry.logical) connectLogical(place, entry.logical);
  }
  for (const { node, carriers } of groups) {
    for (const place of carriers) {
      edges.pointers.add(place, node);
      if (isReceiver(place)) edges.abouts.add(node, place);
    }
  }
  const size = entries.length + groups.length;
  return {
    entries,
    size,
    pointers: edges.pointers.adjacency(size),
    abouts: edges.abouts.adjacency(size),
    visits,
    groups,
    astray,
  };
}

/** Of shared resources only a Medication says something clinical. */
const leadsAstray = (key: ResourceKey): boolean => !isSharedKey(key) || key.startsWith("Medication/");
