/** Every code list of the labeller. A family without a list here, or with one that is not enabled, is not judged, and what is not judged is not shown. */
import { CDT } from "./cdt.ts";
import { CMS_SPECIALTY } from "./cms-specialty.ts";
import type { CodeList } from "./code-list.ts";
import { CPT } from "./cpt.ts";
import { CVX } from "./cvx.ts";
import { HCPCS } from "./hcpcs.ts";
import { HL7_ADMINISTRATIVE } from "./hl7-administrative.ts";
import { ICD_9_CM } from "./icd-9-cm.ts";
import { ICD_9_PROCEDURES } from "./icd-9-procedures.ts";
import { ICD_10_CM } from "./icd-10-cm.ts";
import { ICD_10_PCS } from "./icd-10-pcs.ts";
import { LOINC } from "./loinc.ts";
import { MS_DRG } from "./ms-drg.ts";
import { NDC } from "./ndc.ts";
import { NUCC } from "./nucc.ts";
import { PLACE_OF_SERVICE } from "./place-of-service.ts";
import { REVENUE_CODE } from "./revenue-code.ts";
import { RXNORM } from "./rxnorm.ts";
import { SNOMED_CT } from "./snomed-ct.ts";

export type { CodeList, CodeRule, Span, Tier } from "./code-list.ts";
export { normalSystem } from "./normal-system.ts";

/** Raised with every change of a list; stands in the log beside each decision. */
export const CODE_LISTS_VERSION = "2026-11-27";

export const CODE_LISTS: readonly CodeList[] = [
  ICD_10_CM,
  ICD_9_CM,
  ICD_10_PCS,
  ICD_9_PROCEDURES,
  HCPCS,
  MS_DRG,
  REVENUE_CODE,
  PLACE_OF_SERVICE,
  CMS_SPECIALTY,
  NUCC,
  LOINC,
  RXNORM,
  NDC,
  CVX,
  CDT,
  CPT,
  SNOMED_CT,
  ...HL7_ADMINISTRATIVE,
];

/** Names that the operator enables one by one. */
export const OPTIONAL_CODE_LISTS: readonly string[] = CODE_LISTS.filter((list) => list.optional).map((list) => list.name);
