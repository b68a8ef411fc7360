/** What a new policy may not do to answers that members gave under the one in the realm: let an earlier yes count for something else, or lose a category. */
import { CATEGORIES, isLater } from "@member-exchange/sharing-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { RealmConfigError } from "./refusals.ts";

interface Applied {
  readonly categoriesVersion?: string;
  readonly categories?: readonly { readonly code: string; readonly since?: string }[];
}

/**
 * @param text the realm's policy attribute, when there is one
 * @throws RealmConfigError with one sentence that says what to change in the plan's file
 */
export function requireFollows(text: string | undefined, policy: SharingPolicy): void {
  const { categoriesVersion = "", categories = [] } = appliedBefore(text);
  const before = new Map(categories.map(({ code, since }) => [code, since]));
  for (const { code, since } of policy.categories) {
    const isStandard = CATEGORIES.some((category) => category.code === code && category.since === since);
    if (isStandard || before.get(code) === since || isLater(since, categoriesVersion)) continue;
    throw new RealmConfigError(
      `The plan's policy has ${code} since ${since}, but members have answered under ${categoriesVersion} without it: give it a later since.`,
    );
  }
  const kept = new Set([...policy.categories.flatMap(({ code, merged }) => [code, ...merged]), ...policy.removed.map(({ code }) => code)]);
  const lost = categories.find(({ code }) => !kept.has(code));
  if (lost)
    throw new RealmConfigError(
      `The plan's policy no longer has ${lost.code}, about which members were asked: keep it, merge it, or remove it.`,
    );
}

function appliedBefore(text: string | undefined): Applied {
  try {
    return JSON.parse(text || "{}") as Applied;
  } catch {
    return {};
  }
}
