/** What is known of a whole record: for each resource its bits, what it points to, what it is known by and how it sorts. Holds no contents. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { isShared } from "../compartment/compartment.ts";
import type { ResourceKey } from "../compartment/resource.ts";
import { covers, isHidden, type Sight } from "../pipeline/3-authz/sight.ts";
import type { SortKeys } from "./sort-keys.ts";
import type { Pointing } from "./spread/pointing.ts";

/** By its {@link Pointing} it points to supported resources, the patient left out. */
export interface IndexEntry extends Pointing<ResourceKey> {
  readonly key: ResourceKey;
  readonly type: ResourceType;
  readonly id: string;
  /** Bits of the resource by itself. One that points out of the store is unclassifiable. */
  readonly own: number;
  /** Category bits that count as soon as another resource of the record has them by itself. */
  readonly weak: number;
  /** Bits of the resource and of all that spreads to it. @see propagate */
  readonly mask: number;
  /** What it points to by identifiers alone: their fingerprints. */
  readonly logical: Pointing<number> | undefined;
  /** Fingerprints of the identifiers by which it is known. */
  readonly identifiers: readonly number[];
  /** Bit n: it meets criterion n of the list for which the index was made. */
  readonly criteria: number;
  /** Fingerprint of its `meta` when it was judged. @see isAsJudged */
  readonly judged: number;
  readonly sort: SortKeys;
}

export interface PatientIndex {
  readonly patient: string;
  /** In the order of keys. */
  readonly entries: ReadonlyMap<ResourceKey, IndexEntry>;
  /** Epoch milliseconds at which reading the whole record began. */
  readonly builtAt: number;
}

export const typeOf = (key: ResourceKey): ResourceType => key.slice(0, key.indexOf("/")) as ResourceType;
export const isSharedKey = (key: ResourceKey): boolean => isShared(typeOf(key));
export const idOf = (key: ResourceKey): string => key.slice(key.indexOf("/") + 1);

interface Visible {
  readonly keys: ReadonlySet<ResourceKey>;
  readonly byType: ReadonlyMap<ResourceType, readonly ResourceKey[]>;
}

/**
 * Keys that exist for this authorization, in the order of keys: of the compartment what no hidden bit stands on and a scope covers for reading or searching,
 * of the shared types what these lead to. The index must be one for the criteria of this sight.
 */
export const visibleKeys = (index: PatientIndex, sight: Sight): ReadonlySet<ResourceKey> => visible(index, sight).keys;

/** Of those the ones of one type, in the order of keys. */
export const visibleKeysOf = (index: PatientIndex, sight: Sight, type: ResourceType): readonly ResourceKey[] =>
  visible(index, sight).byType.get(type) ?? [];

/** Asked for every page of a download; an index never changes. */
const kept = new WeakMap<PatientIndex, Map<string, Visible>>();
/** Authorizations of one patient with different answers that are kept beside an index. */
const MAX_SIGHTS = 8;

function visible(index: PatientIndex, sight: Sight): Visible {
  const question = questionOf(sight);
  const answers = kept.get(index) ?? new Map<string, Visible>();
  const known = answers.get(question);
  if (known) return known;
  const found = findVisible(index, sight);
  for (const oldest of answers.keys()) {
    if (answers.size < MAX_SIGHTS) break;
    answers.delete(oldest);
  }
  kept.set(index, answers.set(question, found));
  return found;
}

/** What of a sight decides; worked out once for all look-ups of a request. */
function questionOf(sight: Sight): string {
  const known = questions.get(sight) ?? [sight.hidden, grantsOf(sight.read), grantsOf(sight.search)].join(" ");
  questions.set(sight, known);
  return known;
}

const questions = new WeakMap<Sight, string>();
const grantsOf = (grants: Sight["read"]): string =>
  Array.from(grants, ([type, { whole, criteria }]) => `${type}:${whole || criteria}`).join();

function findVisible(index: PatientIndex, sight: Sight): Visible {
  const reached = new Set<ResourceKey>();
  const open: IndexEntry[] = [];
  const reach = (entry: IndexEntry | undefined): void => {
    if (!entry || reached.has(entry.key) || isHidden(sight, entry.type, entry.mask)) return;
    reached.add(entry.key);
    open.push(entry);
  };
  const granted = ({ type, criteria }: IndexEntry): boolean =>
    covers(sight, "read", type, criteria) || covers(sight, "search", type, criteria);
  for (const entry of index.entries.values()) if (!isShared(entry.type) && granted(entry)) reach(entry);
  for (let entry = open.pop(); entry; entry = open.pop()) {
    for (const target of entry.targets) if (isSharedKey(target)) reach(index.entries.get(target));
  }
  const keys = [...index.entries.keys()].filter((key) => reached.has(key));
  const byType = new Map<ResourceType, ResourceKey[]>();
  for (const key of keys) {
    const list = byType.get(typeOf(key));
    if (list) list.push(key);
    else byType.set(typeOf(key), [key]);
  }
  return { keys: new Set(keys), byType };
}
