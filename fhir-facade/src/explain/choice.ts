/** A member's choice as the commands take it, and what it hides. */
import { isResourceType, type SharingMode } from "@member-exchange/sharing-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { isHidden, type Sight, sightOf } from "../pipeline/3-authz/sight.ts";
import { categoriesIn } from "./categories-in.ts";

export interface Choice {
  readonly mode: SharingMode;
  /** Codes of the categories that are shared. */
  readonly shared: readonly string[];
}

/** What *all but sensitive* shares: the categories that the screen starts as shared. */
export const allButSensitive = (policy: SharingPolicy): Choice => ({
  mode: "all-but-sensitive",
  shared: policy.categories.filter((category) => category.default === "shared").map(({ code }) => code),
});

export interface Judgement {
  /**
   * `not-served`: the facade does not know the type; `masked`: a Patient without personal details; `in-part`: a Patient without the extension that says
   * something withheld, or without all but its id when that stands elsewhere in it.
   */
  readonly outcome: "shown" | "hidden" | "masked" | "in-part" | "not-served";
  /** Why it is not simply shown, in the order of the screen. */
  readonly reasons: readonly string[];
}

export type JudgeChoice = (type: string, mask: number) => Judgement;

/** As an app of the member sees it that may read everything else. */
export function choiceJudge({ mode, shared }: Choice, policy: SharingPolicy): JudgeChoice {
  const sight: Sight = sightOf(
    {
      id: "explain",
      patient: "explain",
      scope: "patient/*.rs",
      mode,
      shared,
      categoriesVersion: policy.version,
      until: null,
    },
    policy,
  );
  return (type, mask) => {
    if (!isResourceType(type)) return { outcome: "not-served", reasons: [] };
    if (isHidden(sight, type, mask)) return { outcome: "hidden", reasons: categoriesIn(mask & sight.hidden, policy) };
    if (type !== "Patient") return { outcome: "shown", reasons: [] };
    if (sight.demographics === "masked") return { outcome: "masked", reasons: ["DEMO"] };
    const withheld = mask & sight.hidden;
    return { outcome: withheld === 0 ? "shown" : "in-part", reasons: categoriesIn(withheld, policy) };
  };
}
