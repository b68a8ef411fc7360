/** A record judged as the facade judges it, with the reasons: the only place where the commands meet the labeller and the index. */
import { isResourceType } from "@member-exchange/sharing-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { keyOf, type Resource, type ResourceKey } from "../compartment/resource.ts";
import { documents } from "../documents/documents.ts";
import { type Finding, labeller } from "../labeller/label.ts";
import { UNCLASSIFIABLE } from "../labeller/verdict.ts";
import { type Labelled, labelRecord } from "../patient-index/spread/label-record.ts";
import { categoriesIn, UNCLASSIFIABLE_NAME } from "./categories-in.ts";
import { readInFiles } from "./records.ts";

/** What came from another resource of the record. */
export interface Spread {
  /** `refers-to`, `reason-of`, `visit-of`, `same-identifier`, `corroborated`; `not-in-record` where the other one is missing. */
  readonly rule: string;
  readonly from: string;
  readonly categories: readonly string[];
}

export interface Judged {
  readonly key: string;
  readonly type: string;
  readonly resource: Resource;
  /** Bits of the resource by itself. */
  readonly own: number;
  /** Bits that count only when something else in the record tells them too. */
  readonly weak: number;
  /** Bits of the resource in its record. */
  readonly mask: number;
  readonly findings: readonly Finding[];
  readonly spread: readonly Spread[];
}

/** Judges one record after the other by the same policy. */
export type JudgeRecord = (resources: readonly Resource[]) => Promise<readonly Judged[]>;

export function recordJudge(policy: SharingPolicy): JudgeRecord {
  const reading = documents();
  const judge = labeller(policy, reading);
  return async (resources) => {
    await reading.prepare(resources);
    const inStore = resources.filter(({ resourceType }) => isResourceType(resourceType));
    const labelled = labelRecord(inStore, judge, { read: readInFiles, explain: true });
    return resources.map((resource) => {
      const key = keyOf(resource);
      const { mask: own, weak } = judge.label(resource);
      const inRecord = labelled.get(key);
      const spread = inRecord ? spreadOf(inRecord, own, policy) : [];
      return {
        key,
        type: resource.resourceType,
        resource,
        own,
        weak,
        mask: inRecord?.mask ?? own,
        findings: judge.explain(resource),
        spread,
      };
    });
  };
}

/** What makes a resource unclassifiable without a reason is that it leads out of the record. */
function spreadOf({ mask, why }: Labelled, own: number, policy: SharingPolicy): readonly Spread[] {
  const come = why.map(({ bits, rule, from }) => ({ rule, from: from as ResourceKey, categories: categoriesIn(bits, policy) }));
  const told = why.reduce((bits, reason) => bits | reason.bits, own);
  const isAstray = (mask & ~told & UNCLASSIFIABLE) !== 0;
  return isAstray ? [...come, { rule: "not-in-record", from: "a resource that is not here", categories: [UNCLASSIFIABLE_NAME] }] : come;
}
