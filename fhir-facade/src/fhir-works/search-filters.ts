/** What FHIR Works adds to a search so that it finds, counts and pages over nothing but what may be known to exist. */
import type { SearchFilter } from "fhir-works-on-aws-interface";
import { isShared } from "../compartment/compartment.ts";
import { invalidRequest } from "../outcome/refusals.ts";
import type { IndexOf } from "../patient-index/index-builder.ts";
import { idOf, visibleKeysOf } from "../patient-index/patient-index.ts";
import type { AuthorizedInteraction } from "../pipeline/3-authz/authorize.ts";
import { covers, type Sight } from "../pipeline/3-authz/sight.ts";
import { isIndexed } from "../pipeline/4-forward/record.ts";

type Search = Extract<AuthorizedInteraction, { kind: "search" }>;

interface Limits {
  readonly mostIds: number;
  /** Address of the FHIR Works service, which stands in absolute references. */
  readonly fhirBaseUrl: string;
}

/** No FHIR id, so that nothing has it: a filter must have a value, and none would be no filter. */
const NOBODY = "_";

/** All of the filters must hold; of one filter, one of its values. */
const oneOf = (key: string, value: readonly string[]): SearchFilter => ({
  key,
  value: value.length > 0 ? [...value] : [NOBODY],
  comparisonOperator: "==",
  logicalOperator: "AND",
});

/**
 * The patient's compartment by `_references`, which FHIR Works keeps beside each resource, and the visible ids by `id`: under withholding, for granular
 * scopes, and for types that are served only when they are reachable.
 * @throws InvalidRequest for includes, which would need ids of other types, and for more ids than a search can take
 */
export async function searchFilters(
  { request, sight, empty }: Search,
  indexOf: IndexOf,
  { mostIds, fhirBaseUrl }: Limits,
): Promise<SearchFilter[]> {
  const { type, ids, includes, revincludes } = request;
  if (includes.length > 0 || revincludes.length > 0) throw invalidRequest("include-fhir-works");
  if (empty) return [oneOf("id", [])];
  const { patient } = sight;
  if (type === "Patient") return [oneOf("id", [patient])];
  const compartment = isShared(type) ? [] : [oneOf("_references", [`Patient/${patient}`, `${fhirBaseUrl}/Patient/${patient}`])];
  if (!isChosenById(type, sight)) return compartment;
  const index = await indexOf(patient, sight.criteria);
  const visible = visibleKeysOf(index, sight, type)
    .filter((key) => covers(sight, "search", type, index.entries.get(key)?.criteria ?? 0))
    .map(idOf)
    .filter((id) => ids?.includes(id) ?? true);
  if (visible.length > mostIds) throw invalidRequest("too-many-ids");
  return [...compartment, oneOf("id", visible)];
}

const isChosenById = (type: Search["request"]["type"], sight: Sight): boolean =>
  isIndexed(type, sight) || sight.search.get(type)?.whole !== true;
