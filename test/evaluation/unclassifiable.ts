/** How many resources of each type cannot be judged, and why. */
import { isResourceType } from "@member-exchange/sharing-policy";
import { UNCLASSIFIABLE_NAME } from "../../fhir-facade/src/explain/categories-in.ts";
import type { Case } from "./case.ts";

export interface Share {
  readonly type: string;
  readonly all: number;
  readonly unclassifiable: number;
  /** Rules, with how often each fired. */
  readonly rules: Readonly<Record<string, number>>;
}

/** Of the types that the facade serves. */
export function unclassifiableShares(cases: readonly Case[]): readonly Share[] {
  const types = [...new Set(cases.map(({ type }) => type))].filter(isResourceType).sort();
  return types.map((type) => {
    const some = cases.filter((one) => one.type === type);
    const unjudged = some.filter(({ told }) => told.isUnjudged);
    const rules: Record<string, number> = {};
    for (const { judged } of unjudged)
      for (const rule of [
        ...new Set([
          ...judged.findings.filter(({ category }) => category === UNCLASSIFIABLE_NAME).map(({ rule }) => rule),
          ...judged.spread
            .filter(({ categories }) => categories.includes(UNCLASSIFIABLE_NAME) || categories.length === 0)
            .map(({ rule }) => rule),
        ]),
      ])
        rules[rule] = (rules[rule] ?? 0) + 1;
    return { type, all: some.length, unclassifiable: unjudged.length, rules };
  });
}
