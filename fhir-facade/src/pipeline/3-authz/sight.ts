/** What one authorization may see: patient, types and bits, worked out once from the introspected claim and nothing else. */
import {
  ALL_RESOURCE_TYPES,
  CATEGORIES,
  type MemberAuthorization,
  parseResourceScope,
  type ResourceType,
  SHAREABLE_CATEGORIES,
} from "@member-exchange/sharing-policy";
import { categoryBit, UNCLASSIFIABLE } from "../../labeller/verdict.ts";

export interface Sight {
  readonly authorizationId: string;
  readonly patient: string;
  /** A resource with any of these bits is not there. Psychotherapy notes always are among them. */
  readonly hidden: number;
  /** Whether any shareable category is not shared. */
  readonly withholding: boolean;
  readonly demographics: "shared" | "masked";
  /** Types that may be read by id. */
  readonly read: ReadonlySet<ResourceType>;
  /** Types that may be searched. */
  readonly search: ReadonlySet<ResourceType>;
}

/** Whether a resource with these bits is hidden. A Patient never is, since an app needs its id: stage 5 masks what is withheld of it. */
export function isHidden(sight: Sight, type: ResourceType, mask: number): boolean {
  return type !== "Patient" && (mask & sight.hidden) !== 0;
}

/** A category that the facade knows and the authorization does not name is withheld, unless everything is shared. */
export function sightOf(authorization: MemberAuthorization): Sight {
  const shared = new Set(SHAREABLE_CATEGORIES.filter((code) => authorization.mode === "everything" || authorization.shared.includes(code)));
  const withholding = shared.size < SHAREABLE_CATEGORIES.length;
  const withheld = CATEGORIES.filter(({ code }) => !shared.has(code)).reduce((bits, { code }) => bits | categoryBit(code), 0);
  const scopes = authorization.scope.split(/\s+/).flatMap((name) => parseResourceScope(name) ?? []);
  const covered = (permission: "read" | "search"): ReadonlySet<ResourceType> =>
    new Set(ALL_RESOURCE_TYPES.filter((type) => scopes.some((scope) => scope[permission] && (scope.type === "*" || scope.type === type))));
  return {
    authorizationId: authorization.id,
    patient: authorization.patient,
    hidden: withholding ? withheld | UNCLASSIFIABLE : withheld,
    withholding,
    demographics: shared.has("DEMO") ? "shared" : "masked",
    read: covered("read"),
    search: covered("search"),
  };
}
