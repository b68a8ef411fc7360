/** Which of the visible resources a query finds: the store says which ids match, and only what the index shows is kept. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import type { PatientIndex } from "../../patient-index/patient-index.ts";
import { formatPairs, type Pair } from "../2-parse/raw-query.ts";
import { pagesOf } from "./pages-of.ts";
import type { Store } from "./store.ts";

const MATCHES_PER_REQUEST = "500";
/** Queries of one patient that are remembered beside an index, the newest ones. */
const MAX_QUERIES = 16;

/** Asked once for all pages of a search: an index never changes, and what it does not know is not shown anyway. */
const kept = new WeakMap<PatientIndex, Map<string, Promise<ReadonlySet<string>>>>();

/** Ids of the resources of the type that match; hidden ones may be among them. */
export function matchingIds(store: Store, index: PatientIndex, type: ResourceType, query: readonly Pair[]): Promise<ReadonlySet<string>> {
  const question = `${type}?${formatPairs(query)}`;
  const answers = kept.get(index) ?? new Map<string, Promise<ReadonlySet<string>>>();
  const known = answers.get(question);
  if (known) return known;
  const answer = ask(store, type, query);
  kept.set(index, answers.set(question, answer));
  answer.catch(() => answers.delete(question));
  for (const oldest of answers.keys()) {
    if (answers.size <= MAX_QUERIES) break;
    answers.delete(oldest);
  }
  return answer;
}

async function ask(store: Store, type: ResourceType, query: readonly Pair[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const { page } of pagesOf(store, type, [...query, ["_elements", "id"], ["_count", MATCHES_PER_REQUEST]])) {
    for (const { id } of page.resources) found.add(id);
  }
  return found;
}
