/** Hand-labelled records: the resources without their answer, and the answer beside them. */
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { keyOf } from "../../fhir-facade/src/compartment/resource.ts";
import type { PatientRecord } from "../../fhir-facade/src/explain/records.ts";
import { isUnknown, labelsOf, type Truth, truthOf } from "./labels.ts";
import { withoutAnswer } from "./without-answer.ts";

export interface LabelledRecord {
  readonly name: string;
  /** Without labels and narratives. */
  readonly resources: readonly Resource[];
  readonly truths: ReadonlyMap<string, Truth>;
}

export interface LabelledRecords {
  readonly records: readonly LabelledRecord[];
  /** Records in which no resource carries a label that says something: nobody has said what is sensitive there. */
  readonly unlabelled: readonly LabelledRecord[];
  /** Labels that count for nothing, with how often they stand there. */
  readonly ignored: ReadonlyMap<string, number>;
}

export function labelledRecords(records: readonly PatientRecord[]): LabelledRecords {
  const ignored = new Map<string, number>();
  for (const { resources } of records)
    for (const label of resources.flatMap(labelsOf)) if (isUnknown(label)) ignored.set(label, (ignored.get(label) ?? 0) + 1);
  const all = records.map(({ patient, resources }) => ({
    name: patient === "" ? "resources of nobody" : `Patient/${patient}`,
    resources: resources.map(withoutAnswer),
    truths: new Map(resources.map((resource) => [keyOf(resource) as string, truthOf(labelsOf(resource))])),
  }));
  const isLabelled = ({ truths }: LabelledRecord): boolean =>
    [...truths.values()].some(({ isSensitive, wanted }) => isSensitive || wanted.length > 0);
  return { records: all.filter(isLabelled), unlabelled: all.filter((record) => !isLabelled(record)), ignored };
}
