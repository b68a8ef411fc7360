/** Labels travel against the direction of references until nothing changes: who points to a hidden resource is hidden too. */
import type { ResourceKey } from "../compartment/resource.ts";
import { UNCLASSIFIABLE } from "../labeller/verdict.ts";
import { type IndexEntry, isSharedKey } from "./patient-index.ts";

/**
 * The entries in the order of their keys, with their final bits. A reference that leads to a clinical resource which is not in the record cannot be judged.
 * The bits of the Patient do not travel: everything points to it. Time and memory are linear in entries and references.
 */
export function propagate(entries: Iterable<IndexEntry>): ReadonlyMap<ResourceKey, IndexEntry> {
  const known = [...entries].sort((a, b) => (a.key < b.key ? -1 : 1));
  const places = new Map(known.map(({ key }, place) => [key, place]));
  const masks = Int32Array.from(known, ({ own }) => own);
  const pointers = pointersOf(known, places, masks);
  const changed = known.flatMap(({ type }, place) => (masks[place] !== 0 && type !== "Patient" ? [place] : []));
  for (let place = changed.pop(); place !== undefined; place = changed.pop()) {
    const mask = masks[place] ?? 0;
    for (const pointer of pointers.to(place)) {
      const before = masks[pointer] ?? 0;
      if ((before | mask) === before) continue;
      masks[pointer] = before | mask;
      if (known[pointer]?.type !== "Patient") changed.push(pointer);
    }
  }
  return new Map(
    known.map((entry, place) => {
      const mask = masks[place] ?? UNCLASSIFIABLE;
      return [entry.key, mask === entry.mask ? entry : { ...entry, mask }];
    }),
  );
}

/** Who points to each place, in one list; what points out of the record is marked on the way. */
function pointersOf(known: readonly IndexEntry[], places: ReadonlyMap<ResourceKey, number>, masks: Int32Array) {
  const starts = new Int32Array(known.length + 1);
  const leads = new Int32Array(known.reduce((sum, { targets }) => sum + targets.length, 0));
  let at = 0;
  for (const [place, { targets }] of known.entries()) {
    for (const target of targets) {
      const end = places.get(target) ?? -1;
      leads[at++] = end;
      if (end >= 0) starts[end + 1] = (starts[end + 1] ?? 0) + 1;
      else if (!isSharedKey(target) || target.startsWith("Medication/")) masks[place] = (masks[place] ?? 0) | UNCLASSIFIABLE;
    }
  }
  for (let place = 0; place < known.length; place++) starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  const free = starts.slice();
  const list = new Int32Array(starts[known.length] ?? 0);
  at = 0;
  for (const [place, { targets }] of known.entries()) {
    for (let left = targets.length; left > 0; left--) {
      const end = leads[at++] ?? -1;
      if (end < 0) continue;
      const slot = free[end] ?? 0;
      list[slot] = place;
      free[end] = slot + 1;
    }
  }
  return { to: (place: number): Int32Array => list.subarray(starts[place], starts[place + 1]) };
}
