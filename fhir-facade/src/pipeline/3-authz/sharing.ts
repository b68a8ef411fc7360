/** What one authorization shares, as a mask over the category list: absent means withheld. */
import { CATEGORIES, type MemberAuthorization, SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import { categoryBit, UNCLASSIFIABLE } from "../../labeller/verdict.ts";

export interface Sharing {
  /** A resource whose verdict shares a bit with this mask is hidden. */
  readonly withheld: number;
  /** Whether anything that a member can share is withheld. */
  readonly withholdsAnything: boolean;
  readonly sharesDemographics: boolean;
}

export function sharingOf({ mode, shared }: MemberAuthorization): Sharing {
  const sharedNow = mode === "everything" ? SHAREABLE_CATEGORIES : SHAREABLE_CATEGORIES.filter((code) => shared.includes(code));
  const withholdsAnything = sharedNow.length < SHAREABLE_CATEGORIES.length;
  let withheld = withholdsAnything ? UNCLASSIFIABLE : 0;
  for (const { code } of CATEGORIES) if (!sharedNow.includes(code)) withheld |= categoryBit(code);
  return { withheld, withholdsAnything, sharesDemographics: sharedNow.includes("DEMO") };
}
