/** The demo's members, read and judged with the optional lists that the demo enables. */
import { join } from "node:path";
import { CHECKOUT } from "@member-exchange/demo";
import { type SharingPolicy, standardPolicy } from "@member-exchange/sharing-policy/policy";
import { readRecordFiles } from "../../fhir-facade/src/explain/record-files.ts";
import { recordsOf } from "../../fhir-facade/src/explain/records.ts";
import { type JudgedRecord, judgeAll } from "./evaluate.ts";
import { syntheaRecord } from "./synthea.ts";

export const DEMO_POLICY: SharingPolicy = standardPolicy(["snomed-ct"]);

/** Hospitals and practitioners that no member leads to are left out. */
export const judgedMembers = (): Promise<readonly JudgedRecord[]> =>
  judgeAll(
    recordsOf(readRecordFiles([join(CHECKOUT, "demo/members")]))
      .filter(({ patient }) => patient !== "")
      .map(syntheaRecord),
    DEMO_POLICY,
  );
