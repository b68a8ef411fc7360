/** From the resources of one compartment to verdicts: each labelled alone, then spread along references until nothing changes. */
import { type ResourceType, SHARED_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { type ReadReference, referencesOf } from "../compartment/references.ts";
import { keyOf, type Resource, type ResourceKey } from "../compartment/resource.ts";
import type { Labeller } from "../labeller/label.ts";
import { UNCLASSIFIABLE } from "../labeller/verdict.ts";

/** What is kept of a resource: no content. */
export interface IndexEntry {
  readonly key: ResourceKey;
  readonly type: ResourceType;
  readonly id: string;
  mask: number;
  /** What it refers to, patients left out. */
  readonly refersTo: readonly ResourceKey[];
}

export type IndexEntries = ReadonlyMap<ResourceKey, IndexEntry>;

export function entryFor(resource: Resource, labeller: Labeller, read: ReadReference): IndexEntry {
  const targets = referencesOf(resource, read);
  const keys = targets.flatMap((target) => (target.kind === "key" && !target.key.startsWith("Patient/") ? [target.key] : []));
  const foreign = targets.some(({ kind }) => kind === "foreign");
  return {
    key: keyOf(resource),
    type: resource.resourceType,
    id: resource.id,
    mask: labeller.label(resource).mask | (foreign ? UNCLASSIFIABLE : 0),
    refersTo: [...new Set(keys)],
  };
}

/** Keys of shared resources that something in `entries` refers to and that are not among them yet. */
export function missingShared(entries: IndexEntries): ResourceKey[] {
  const wanted = new Set<ResourceKey>();
  for (const { refersTo } of entries.values())
    for (const key of refersTo)
      if (!entries.has(key) && SHARED_RESOURCE_TYPES.has(key.slice(0, key.indexOf("/")) as ResourceType)) wanted.add(key);
  return [...wanted];
}

/**
 * A resource that refers to a sensitive one says the same by doing so; one that refers to what is not there cannot be judged. Cost is linear in
 * references: an entry is looked at again only when something it refers to gained a bit, and there are as many bits as categories.
 */
export function spread(entries: IndexEntries): void {
  const referrers = new Map<ResourceKey, IndexEntry[]>();
  for (const entry of entries.values()) {
    for (const key of entry.refersTo) {
      if (!entries.has(key)) entry.mask |= UNCLASSIFIABLE;
      const list = referrers.get(key);
      if (list) list.push(entry);
      else referrers.set(key, [entry]);
    }
  }
  const open = [...entries.values()].filter(({ mask }) => mask !== 0);
  while (open.length > 0) {
    const source = open.pop() as IndexEntry;
    for (const referrer of referrers.get(source.key) ?? []) {
      const mask = referrer.mask | source.mask;
      if (mask === referrer.mask) continue;
      referrer.mask = mask;
      open.push(referrer);
    }
  }
}
