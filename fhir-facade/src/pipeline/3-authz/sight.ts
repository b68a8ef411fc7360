/** What one authorization may see: patient, types and bits, worked out once from the introspected claim and nothing else. */
import {
  ALL_RESOURCE_TYPES,
  CATEGORIES,
  type MemberAuthorization,
  parseResourceScope,
  type ResourceType,
  SHAREABLE_CATEGORIES,
} from "@member-exchange/sharing-policy";
import { categoryBit, MALFORMED, UNCLASSIFIABLE } from "../../labeller/verdict.ts";
import { type Criterion, criterionOf, MAX_CRITERIA } from "./criteria.ts";

export interface Sight {
  readonly authorizationId: string;
  readonly patient: string;
  /** A resource with any of these bits is not there. Psychotherapy notes and what cannot be read always are among them. */
  readonly hidden: number;
  /** Whether any shareable category is not shared. */
  readonly withholding: boolean;
  readonly demographics: "shared" | "masked";
  /** Types that may be read by id, and how much of each. */
  readonly read: ReadonlyMap<ResourceType, Grant>;
  /** Types that may be searched, and how much of each. */
  readonly search: ReadonlyMap<ResourceType, Grant>;
  /** Of granular scopes; criterion n is bit n. */
  readonly criteria: readonly Criterion[];
}

/** `whole`: every resource of the type; else those that meet one of these criteria. */
export interface Grant {
  readonly whole: boolean;
  readonly criteria: number;
}

export type Permission = "read" | "search";

/** Whether the granted scopes cover a resource of this type that meets these criteria. */
export function covers(sight: Sight, permission: Permission, type: ResourceType, criteria: number): boolean {
  const grant = sight[permission].get(type);
  return grant !== undefined && (grant.whole || (grant.criteria & criteria) !== 0);
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
  const { read, search, criteria } = grantsOf(authorization.scope.split(/\s+/));
  return {
    authorizationId: authorization.id,
    patient: authorization.patient,
    hidden: withheld | MALFORMED | (withholding ? UNCLASSIFIABLE : 0),
    withholding,
    demographics: shared.has("DEMO") ? "shared" : "masked",
    read,
    search,
    criteria,
  };
}

function grantsOf(scopes: readonly string[]): Pick<Sight, Permission | "criteria"> {
  const criteria: Criterion[] = [];
  const grants = { read: new Map<ResourceType, Grant>(), search: new Map<ResourceType, Grant>() };
  const add = (permission: Permission, type: ResourceType, grant: Grant): void => {
    const before = grants[permission].get(type);
    grants[permission].set(type, {
      whole: grant.whole || before?.whole === true,
      criteria: grant.criteria | (before?.criteria ?? 0),
    });
  };
  for (const name of new Set(scopes)) {
    const scope = parseResourceScope(name);
    if (!scope) continue;
    let grant: Grant = { whole: true, criteria: 0 };
    if (scope.criteria.length > 0) {
      const criterion = criteria.length < MAX_CRITERIA ? criterionOf(name) : undefined;
      if (!criterion) continue;
      grant = { whole: false, criteria: 1 << (criteria.push(criterion) - 1) };
    }
    for (const type of scope.type === "*" ? ALL_RESOURCE_TYPES : [scope.type]) {
      if (scope.read) add("read", type, grant);
      if (scope.search) add("search", type, grant);
    }
  }
  return { ...grants, criteria };
}
