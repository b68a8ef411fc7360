/** Labels travel against the direction of references until nothing changes: who points to a hidden resource is hidden too. */
import type { ResourceKey } from "../compartment/resource.ts";
import { UNCLASSIFIABLE } from "../labeller/verdict.ts";
import { type IndexEntry, isSharedKey } from "./patient-index.ts";

/** Labelled, not yet propagated. `foreign`: it points to something that is no supported resource of the store. */
export type LabelledEntry = IndexEntry & { readonly foreign: boolean };

/**
 * Entries with their final bits. A reference that leads to a clinical resource which is not in the record, or out of the store, cannot be judged.
 * The bits of the Patient do not travel: everything points to it.
 */
export function propagate(entries: Iterable<LabelledEntry>): ReadonlyMap<ResourceKey, IndexEntry> {
  const masks = new Map<ResourceKey, number>();
  const known = new Map<ResourceKey, LabelledEntry>();
  const pointers = new Map<ResourceKey, ResourceKey[]>();
  for (const entry of entries) {
    known.set(entry.key, entry);
    masks.set(entry.key, entry.mask | (entry.foreign ? UNCLASSIFIABLE : 0));
  }
  for (const entry of known.values()) {
    for (const target of entry.targets) {
      if (known.has(target)) {
        const list = pointers.get(target);
        if (list) list.push(entry.key);
        else pointers.set(target, [entry.key]);
      } else if (!isSharedKey(target) || target.startsWith("Medication/"))
        masks.set(entry.key, (masks.get(entry.key) ?? 0) | UNCLASSIFIABLE);
    }
  }
  const changed = [...known.keys()].filter((key) => masks.get(key) !== 0);
  for (let key = changed.pop(); key !== undefined; key = changed.pop()) {
    const mask = masks.get(key) ?? 0;
    if (key.startsWith("Patient/")) continue;
    for (const pointer of pointers.get(key) ?? []) {
      const before = masks.get(pointer) ?? 0;
      if ((before | mask) === before) continue;
      masks.set(pointer, before | mask);
      changed.push(pointer);
    }
  }
  return new Map(
    [...known.values()].map(({ key, type, id, targets }) => [key, { key, type, id, targets, mask: masks.get(key) ?? UNCLASSIFIABLE }]),
  );
}
