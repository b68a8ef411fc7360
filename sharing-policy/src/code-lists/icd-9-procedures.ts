/** ICD-9-CM volume 3, inpatient procedures, dots removed: the same digits as diagnoses, with other meanings. */
import { type CodeList, words } from "./code-list.ts";

const CMS = "ICD-9-CM volume 3, CMS (public domain); substance use also CMS Blue Button security labels (CC0)";

export const ICD_9_PROCEDURES: CodeList = {
  name: "icd-9-procedures",
  optional: false,
  date: "2026-11-27",
  systems: [
    "http://www.cms.gov/Medicare/Coding/ICD9",
    "http://hl7.org/fhir/sid/icd-9-cm/procedure",
    "http://terminology.hl7.org/CodeSystem/ICD-9CM-procedurecodes",
    "icd-9-pcs",
    "icd9proc",
    "I9CP",
    "urn:oid:2.16.840.1.113883.6.104",
  ],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: CMS,
      prefixes: words("9445 9446 9453 9454 946"),
    },
    {
      category: "PSY",
      tier: "definite",
      source: CMS,
      prefixes: words("940 941 942 943 9441 9442 9443 9444 9449 9451 9452 9455 9459"),
    },
    {
      category: "SEX",
      tier: "definite",
      source: CMS,
      prefixes: words("6370 6371 6372 6373 645 662 663 6901 6902 6951 6952 697 6992 6993 72 73 74 75 8878 9771"),
    },
  ],
};
