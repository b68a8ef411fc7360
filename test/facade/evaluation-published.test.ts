/** The labeller beside people: floors for the published hand-labelled records, on which it was tuned. They prove nothing about other records. */
import { join } from "node:path";
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import { readRecordFiles } from "../../fhir-facade/src/explain/record-files.ts";
import { recordsOf } from "../../fhir-facade/src/explain/records.ts";
import { VIEWS, type View } from "../evaluation/case.ts";
import { casesOf, judgeAll, leaveOneOut } from "../evaluation/evaluate.ts";
import { labelledRecords } from "../evaluation/labelled-records.ts";
import { AT_ALL, byCategory, precision, recall } from "../evaluation/score.ts";
import { PUBLISHED } from "../support/published.ts";

const folders = PUBLISHED === undefined ? [] : [join(PUBLISHED, "labelled")];
const policy = standardPolicy(OPTIONAL_CODE_LISTS);

/** Of "sensitive at all". Visits that hold something sensitive are hidden, and nobody labelled them: precision in the record is lower. */
const FLOORS: Readonly<Record<View, { recall: number; precision: number }>> = {
  "by itself": { recall: 0.95, precision: 0.8 },
  "in its record": { recall: 0.95, precision: 0.7 },
};
const LEFT_OUT_RECALL = 0.25;

describe("evaluation on published records", () => {
  test.each(VIEWS)("recall and precision, each resource %s", async (view) => {
    for (const folder of folders) {
      const { records } = labelledRecords(recordsOf(readRecordFiles([folder])));
      const row = byCategory(casesOf(await judgeAll(records, policy), view, policy)).find(({ name }) => name === AT_ALL);
      expect(row?.wanted).toBe(28);
      expect(row && recall(row)).toBeGreaterThanOrEqual(FLOORS[view].recall);
      expect(row && precision(row)).toBeGreaterThanOrEqual(FLOORS[view].precision);
    }
  });

  test("recall without the whole codes of each record", async () => {
    for (const folder of folders) {
      const { records } = labelledRecords(recordsOf(readRecordFiles([folder])));
      const row = byCategory(casesOf(await leaveOneOut(records, policy), "by itself", policy)).find(({ name }) => name === AT_ALL);
      expect(row && recall(row)).toBeGreaterThanOrEqual(LEFT_OUT_RECALL);
    }
  });
});
