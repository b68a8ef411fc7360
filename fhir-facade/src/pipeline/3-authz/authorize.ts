/** Stage 3: the granted scopes cover the interaction and it is pinned to the authorized patient; decided from the grant alone. */
import { isLater, type ResourceType, SHARED_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { COMPARTMENT, COMPARTMENT_TYPES, isShared } from "../../compartment/compartment.ts";
import { insufficientScope, invalidRequest, notFound, unavailable } from "../../outcome/refusals.ts";
import type { EverythingRequest, Interaction, ReadRequest, SearchRequest } from "../2-parse/interaction.ts";
import type { Pair } from "../2-parse/raw-query.ts";
import { SEARCH_PARAMETERS } from "../2-parse/search-parameters.ts";
import { type Sight, sightOf } from "./sight.ts";

export type AuthorizedRequest =
  | { readonly kind: "read"; readonly request: ReadRequest }
  /** `pinned`: the query for the store, with the authorized patient in it. `empty`: another patient's, whether or not there is one. */
  | { readonly kind: "search"; readonly request: SearchRequest; readonly pinned: readonly Pair[]; readonly empty: boolean }
  | { readonly kind: "everything"; readonly request: EverythingRequest; readonly types: readonly ResourceType[] };

declare const authorized: unique symbol;

/** An interaction that the grant covers. Minted here only. */
export type AuthorizedInteraction = AuthorizedRequest & { readonly [authorized]: true; readonly sight: Sight };

/** @throws InsufficientScope, NotFound for another patient, InvalidRequest for parameters on masked elements or another's page link, Unavailable when the policy is older than the answer */
export function authorize({ token, request }: Interaction, policy: SharingPolicy): AuthorizedInteraction {
  const { mode, categoriesVersion } = token.authorization;
  // a member may have withheld what this policy has no name for: the facade was not given the realm's policy, or not yet
  if (mode !== "everything" && isLater(categoriesVersion, policy.version)) throw unavailable("policy-older");
  const sight = sightOf(token.authorization, policy);
  if ("bound" in request && request.bound) {
    const { authorizationId, patient } = request.bound;
    if (authorizationId !== sight.authorizationId || patient !== sight.patient) throw invalidRequest("cursor-of-another");
  }
  switch (request.operation) {
    case "read":
      if (!sight.read.has(request.type)) throw insufficientScope(`patient/${request.type}.r`);
      if (request.type === "Patient" && request.id !== sight.patient) throw notFound("other-patient");
      return mint({ kind: "read", request }, sight);
    case "search-type":
      return mint(authorizeSearch(request, sight), sight);
    case "search-system": {
      const types = [...COMPARTMENT_TYPES, ...SHARED_RESOURCE_TYPES].filter(
        (type) => sight.read.has(type) && sight.search.has(type) && (request.types?.includes(type) ?? true),
      );
      if (types.length === 0) throw insufficientScope((request.types ?? ["*"]).map((type) => `patient/${type}.rs`).join(" "));
      if (sight.withholding && request.since !== undefined) throw invalidRequest("parameter-withholding");
      if (request.patient !== sight.patient) throw notFound("other-patient");
      return mint({ kind: "everything", request, types }, sight);
    }
  }
}

const mint = (request: AuthorizedRequest, sight: Sight): AuthorizedInteraction => ({ ...request, sight }) as AuthorizedInteraction;

function authorizeSearch(request: SearchRequest, sight: Sight): AuthorizedRequest {
  const { type, filters, ids } = request;
  if (!sight.search.has(type)) throw insufficientScope(`patient/${type}.s`);
  const masked = (name: string): boolean => SEARCH_PARAMETERS[type]?.[name]?.demographic === true;
  if (sight.demographics === "masked" && filters.some(([name]) => masked(name))) throw invalidRequest("parameter-masked");
  const byEdits = filters.some(([name]) => name === "_lastUpdated") || request.sort.some(({ parameter }) => parameter === "_lastUpdated");
  if (sight.withholding && byEdits) throw invalidRequest("parameter-withholding");
  if (request.compartment !== undefined && request.compartment !== sight.patient) throw notFound("other-patient");
  const otherPatient = request.patient !== undefined && request.patient !== sight.patient;
  const otherSelf = type === "Patient" && ids !== undefined && !ids.includes(sight.patient);
  return { kind: "search", request, pinned: pin(type, filters, ids, sight.patient), empty: otherPatient || otherSelf };
}

/** The filters with the patient: exactly one parameter names who, and it never comes from the client. */
function pin(type: ResourceType, filters: readonly Pair[], ids: readonly string[] | undefined, patient: string): readonly Pair[] {
  const chosen: readonly Pair[] = ids && type !== "Patient" ? [["_id", ids.join(",")]] : [];
  const membership = COMPARTMENT[type];
  if (membership) return [[membership.parameter, patient], ...chosen, ...filters];
  if (isShared(type) && chosen.length > 0) return chosen;
  throw notFound("type-unknown");
}
