/** ICD-10-PCS inpatient procedures: sections HZ, GZ and 1 (obstetrics), and candidates of section 0. */
import { type CodeList, words } from "./code-list.ts";

const CMS = "ICD-10-PCS, CMS (public domain)";

export const ICD_10_PCS: CodeList = {
  name: "icd-10-pcs",
  optional: false,
  date: "2026-11-23",
  systems: ["http://www.cms.gov/Medicare/Coding/ICD10", "http://hl7.org/fhir/sid/icd-10-pcs", "urn:oid:2.16.840.1.113883.6.4"],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: CMS,
      prefixes: words(`
      HZ
    `),
    },
    {
      category: "PSY",
      tier: "definite",
      source: CMS,
      prefixes: words(`
      GZ
    `),
    },
    {
      category: "SEX",
      tier: "definite",
      source: CMS,
      prefixes: words(`
      0UH9 0UHC 0UL5 0UL6 0UL7 0VLF 0VLH 0VLN 0VLP 0VLQ 0VTF 0VTH 0VTN 0VTP 0VTQ 0W4M 0W4N 10 3E0P
    `),
    },
  ],
};
