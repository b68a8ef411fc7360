/** ICD-9-CM diagnoses, dots removed, for records from before October 2015. */
import { type CodeList, words } from "./code-list.ts";

const CMS = "ICD-9-CM tabular list, CDC/NCHS and CMS; substance use also CMS Blue Button security labels (CC0)";

export const ICD_9_CM: CodeList = {
  name: "icd-9-cm",
  optional: false,
  date: "2026-11-23",
  systems: [
    "http://hl7.org/fhir/sid/icd-9-cm",
    "http://hl7.org/fhir/sid/icd-9",
    "http://terminology.hl7.org/CodeSystem/icd9cm",
    "icd-9",
    "icd-9-cm",
    "urn:oid:2.16.840.1.113883.6.103",
    "urn:oid:2.16.840.1.113883.6.42",
  ],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: CMS,
      prefixes: words(`
      291 292 303 304 3050 3052 3053 3054 3055 3056 3057 3058 3059 7903 V6542
    `),
    },
    {
      category: "PSY",
      tier: "definite",
      source: CMS,
      prefixes: words(`
      290 293 294 295 296 297 298 299 300 301 302 306 307 308 309 311 312 313 314 E95 V110 V111 V112 V154 V40 V701 V702 V790
    `),
    },
    {
      category: "COGN",
      tier: "definite",
      source: CMS,
      prefixes: words(`
      290 2941 2942 315 317 318 319 3310 3311 V400
    `),
    },
    {
      category: "HIV",
      tier: "definite",
      source: CMS,
      prefixes: words(`
      042 07953 79571 V0179 V08 V6544 V737
    `),
    },
    {
      category: "STD",
      tier: "definite",
      source: CMS,
      prefixes: words(`
      0541 0781 07988 07998 090 091 092 093 094 095 096 097 098 099 79505 79515 V016 V745
    `),
    },
    {
      category: "SEX",
      tier: "definite",
      source: CMS,
      prefixes: words(`
      302 606 607 608 626 627 628 63 64 65 66 67 V22 V23 V24 V25 V26 V27 V28 V455 V615 V616 V617
    `),
    },
    {
      category: "SDV",
      tier: "definite",
      source: CMS,
      prefixes: words(`
      9955 9958 E960 E967 E968 V154 V611 V715 V7181
    `),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: CMS,
      prefixes: words(`
      270 271 277 2824 2826 286 3334 335 758 7595 75983 V18 V263 V824 V83 V84
    `),
    },
  ],
};
