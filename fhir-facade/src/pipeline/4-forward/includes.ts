/** What `_include` and `_revinclude` add to a page: looked for by this facade, judged like every match, never more than a page may hold. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { isShared, patientParameter } from "../../compartment/compartment.ts";
import { keyOf, type Resource, type ResourceKey } from "../../compartment/resource.ts";
import { referencesAt } from "../../definitions/values.ts";
import { typeOf, visibleKeys } from "../../patient-index/patient-index.ts";
import type { SearchRequest } from "../2-parse/interaction.ts";
import type { Inclusion } from "../2-parse/result-parameters.ts";
import type { Sight } from "../3-authz/sight.ts";
import { readKeys } from "./index-pages.ts";
import { pagesOf } from "./pages-of.ts";
import { portions } from "./portions.ts";
import { provenanceOf } from "./provenance.ts";
import { isIndexed, type MemberRecord } from "./record.ts";
import { entriesOf, READ, SEARCH, type StoredEntry } from "./stored-entry.ts";

/** Included resources of one page; what is visible beyond them is left out. */
export const MAX_INCLUDED = 1000;

/** Shown resources that are not among the matches, each once. An included one is read, a reversely included one is found by a search. */
export async function included(
  record: MemberRecord,
  matches: readonly Resource[],
  { type, includes, revincludes }: Pick<SearchRequest, "type" | "includes" | "revincludes">,
  sight: Sight,
): Promise<readonly StoredEntry[]> {
  if (matches.length === 0) return [];
  const known = new Set<ResourceKey>(matches.map(keyOf));
  const found: StoredEntry[] = [];
  const add = (entries: readonly StoredEntry[]): void => {
    for (const entry of entries) {
      if (known.has(keyOf(entry.resource)) || found.length >= MAX_INCLUDED) continue;
      known.add(keyOf(entry.resource));
      found.push(entry);
    }
  };
  if (includes.length > 0) add(entriesOf(await followed(record, matches, includes, sight), "include", READ));
  for (const revinclude of revincludes) add(entriesOf(await pointing(record, matches, type, revinclude, sight), "include", SEARCH));
  return found;
}

/** What the matches lead to by these parameters. */
async function followed(
  record: MemberRecord,
  matches: readonly Resource[],
  includes: readonly Inclusion[],
  sight: Sight,
): Promise<readonly Resource[]> {
  const keys = new Set<ResourceKey>();
  for (const { parameter, targets } of includes) {
    for (const reference of matches.flatMap((match) => referencesAt(match, parameter))) {
      const target = record.read(reference);
      if (target?.kind === "key" && targets.includes(typeOf(target.key)) && sight.read.has(typeOf(target.key))) keys.add(target.key);
    }
  }
  const indexed = [...keys].some((key) => isIndexed(typeOf(key), sight));
  const visible = indexed ? visibleKeys(await record.index(sight), sight) : undefined;
  const wanted = [...keys].filter((key) => !isIndexed(typeOf(key), sight) || visible?.has(key)).sort();
  return record.shown(await readKeys(record.store, wanted.slice(0, MAX_INCLUDED)), sight);
}

/** What leads to the matches by this parameter. */
async function pointing(
  record: MemberRecord,
  matches: readonly Resource[],
  type: ResourceType,
  { source, parameter }: Inclusion,
  sight: Sight,
): Promise<readonly Resource[]> {
  if (!sight.search.has(source)) return [];
  if (source === "Provenance") return provenanceOf(record, matches.map(keyOf), sight);
  if (isShared(source) || isShared(type)) return [];
  const found: Resource[] = [];
  for (const keys of portions(matches.map(keyOf))) {
    const query = [[patientParameter(source), sight.patient] as const, [parameter, keys.join(",")] as const, ["_count", "500"] as const];
    for await (const { page } of pagesOf(record.store, source, query)) {
      found.push(...(await record.shown(page.resources, sight)));
    }
  }
  return inOrder(found);
}

/** The store's order may tell of what it left out. */
const inOrder = (resources: readonly Resource[]): readonly Resource[] => [...resources].sort((a, b) => (a.id < b.id ? -1 : 1));
