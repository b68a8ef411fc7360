/** What one authorization may see: patient, types and bits, worked out once from the introspected claim and nothing else. */
import {
  ALL_RESOURCE_TYPES,
  isLater,
  type MemberAuthorization,
  parseResourceScope,
  type ResourceType,
} from "@member-exchange/sharing-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { bitsOf, MALFORMED, UNCLASSIFIABLE } from "../../labeller/verdict.ts";
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

/**
 * A category of the policy that the authorization does not name, or that is newer than its version, is withheld, unless everything is shared. One that the
 * policy no longer has stays withheld from an authorization that is older than its removal and did not name it.
 */
export function sightOf(authorization: MemberAuthorization, policy: SharingPolicy): Sight {
  const bitOf = bitsOf(policy);
  const everything = authorization.mode === "everything";
  const isNamed = (code: string): boolean => authorization.shared.includes(code);
  const isNewer = (since: string): boolean => isLater(since, authorization.categoriesVersion);
  const shareable = policy.categories.filter((category) => category.default !== "always-withheld");
  const shared = new Set(shareable.filter(({ code, since }) => everything || (isNamed(code) && !isNewer(since))).map(({ code }) => code));
  const gone = policy.removed.filter(({ code, since }) => !everything && !isNamed(code) && isNewer(since));
  const withholding = shared.size < shareable.length || gone.length > 0;
  const unshared = policy.categories.filter(({ code }) => !shared.has(code));
  const withheld = [...unshared, ...gone].reduce((bits, { code }) => bits | bitOf(code), 0);
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
