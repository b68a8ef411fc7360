/** Judges hand-labelled records: as they are, and without what may have been fitted to them. */
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { type Judged, recordJudge } from "../../fhir-facade/src/explain/judged-record.ts";
import { type Case, caseOf, type View } from "./case.ts";
import type { LabelledRecord } from "./labelled-records.ts";
import type { Truth } from "./labels.ts";
import { rulesOfOneRecord, withoutCodesOf, withoutRules } from "./leave-one-out.ts";

const UNSAID: Truth = { wanted: [], permitted: new Set(), isSensitive: false };

export interface JudgedRecord {
  readonly record: LabelledRecord;
  readonly judged: readonly Judged[];
}

export async function judgeAll(records: readonly LabelledRecord[], policy: SharingPolicy): Promise<readonly JudgedRecord[]> {
  const judge = recordJudge(policy);
  const all: JudgedRecord[] = [];
  for (const record of records) all.push({ record, judged: await judge(record.resources) });
  return all;
}

export const casesOf = (all: readonly JudgedRecord[], view: View, policy: SharingPolicy): readonly Case[] =>
  all.flatMap(({ record, judged }) => judged.map((one) => caseOf(one, record.truths.get(one.key) ?? UNSAID, view, policy)));

/** Each record by a policy that has none of its whole codes. */
export async function leaveOneOut(records: readonly LabelledRecord[], policy: SharingPolicy): Promise<readonly JudgedRecord[]> {
  const all: JudgedRecord[] = [];
  for (const record of records) all.push(...(await judgeAll([record], withoutCodesOf(record.resources, policy))));
  return all;
}

/** All records by a policy without the rules that fired in one of them alone. */
export async function withoutSingleRules(judged: readonly JudgedRecord[], policy: SharingPolicy) {
  const rules = rulesOfOneRecord(judged.map((one) => one.judged));
  const records = judged.map(({ record }) => record);
  return { rules, judged: await judgeAll(records, withoutRules(rules, policy)) };
}
