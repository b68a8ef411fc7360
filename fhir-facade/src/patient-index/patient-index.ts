/** What is known of a whole record: for each resource its bits, after propagation, and what it points to. Holds no contents. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { isShared } from "../compartment/compartment.ts";
import type { ResourceKey } from "../compartment/resource.ts";
import { isHidden, type Sight } from "../pipeline/3-authz/sight.ts";

export interface IndexEntry {
  readonly key: ResourceKey;
  readonly type: ResourceType;
  readonly id: string;
  /** Bits of the resource and of everything that it leads to. */
  readonly mask: number;
  /** Supported resources that it points to, the patient left out. */
  readonly targets: readonly ResourceKey[];
}

export interface PatientIndex {
  readonly patient: string;
  readonly entries: ReadonlyMap<ResourceKey, IndexEntry>;
  /** Epoch milliseconds at which reading began. */
  readonly builtAt: number;
}

/**
 * Keys that exist for this authorization, in the order of keys: of the compartment what no hidden bit stands on, of the shared types what a visible
 * resource of a type that may be read or searched leads to.
 */
export function visibleKeys(index: PatientIndex, sight: Sight): ReadonlySet<ResourceKey> {
  const question = JSON.stringify([sight.hidden, [...sight.read], [...sight.search]]);
  const answers = kept.get(index) ?? new Map<string, ReadonlySet<ResourceKey>>();
  const known = answers.get(question);
  if (known) return known;
  const found = findVisible(index, sight);
  kept.set(index, answers.set(question, found));
  return found;
}

/** Asked for every page of a download; an index never changes. */
const kept = new WeakMap<PatientIndex, Map<string, ReadonlySet<ResourceKey>>>();

function findVisible(index: PatientIndex, sight: Sight): ReadonlySet<ResourceKey> {
  const visible = new Set<ResourceKey>();
  const reach = (key: ResourceKey): void => {
    const entry = index.entries.get(key);
    if (!entry || visible.has(key) || isHidden(sight, entry.type, entry.mask)) return;
    visible.add(key);
    for (const target of entry.targets) if (isSharedKey(target)) reach(target);
  };
  const granted = (type: ResourceType): boolean => sight.read.has(type) || sight.search.has(type);
  for (const entry of index.entries.values()) if (!isShared(entry.type) && granted(entry.type)) reach(entry.key);
  return new Set([...visible].sort());
}

export const typeOf = (key: ResourceKey): ResourceType => key.slice(0, key.indexOf("/")) as ResourceType;
export const isSharedKey = (key: ResourceKey): boolean => isShared(typeOf(key));
export const idOf = (key: ResourceKey): string => key.slice(key.indexOf("/") + 1);
