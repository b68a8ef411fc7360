/** The explanation as JSON, for other tools. */
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { categoriesIn } from "./categories-in.ts";
import type { Choice } from "./choice.ts";
import type { Summary } from "./summary.ts";
import type { Explained } from "./text-table.ts";

export interface Context {
  readonly summary: Summary;
  readonly choice: Choice;
  readonly policy: SharingPolicy;
}

export const asJson = (all: readonly Explained[], { summary, choice, policy }: Context) => ({
  categoriesVersion: policy.version,
  listsVersion: policy.listsVersion,
  codeLists: policy.codeLists.map(({ name, date }) => ({ name, date })),
  choice,
  resources: all.map(({ judged, judgement }) => ({
    key: judged.key,
    ...judgement,
    categories: categoriesIn(judged.mask, policy),
    bySelf: categoriesIn(judged.own, policy),
    weak: categoriesIn(judged.weak, policy),
    findings: judged.findings,
    spread: judged.spread,
  })),
  summary,
});
