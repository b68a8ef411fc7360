/** ICD-9-CM diagnoses, dots removed, for records from before October 2015. */
import { type CodeList, words } from "./code-list.ts";
import { filled } from "./spellings.ts";

const CMS = "ICD-9-CM tabular list, CDC/NCHS and CMS (public domain); substance use also CMS Blue Button security labels (CC0)";

export const ICD_9_CM: CodeList = {
  name: "icd-9-cm",
  optional: false,
  date: "2026-11-27",
  spellings: filled(3),
  systems: [
    "http://hl7.org/fhir/sid/icd-9-cm",
    "http://hl7.org/fhir/sid/icd-9",
    "http://hl7.org/fhir/sid/icd-9-cm/diagnosis",
    "http://terminology.hl7.org/CodeSystem/icd9cm",
    "http://terminology.hl7.org/CodeSystem/ICD-9CM-diagnosiscodes",
    "icd-9",
    "icd-9-cm",
    "icd9",
    "icd9cm",
    "I9",
    "I9C",
    "urn:oid:2.16.840.1.113883.6.103",
    "urn:oid:2.16.840.1.113883.6.2",
    "urn:oid:2.16.840.1.113883.6.42",
  ],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: CMS,
      codes: words("305"),
      prefixes: words(`
        291 292 303 304 3050 3052 3053 3054 3055 3056 3057 3058 3059 3575 4255 5353 5710 5711 5712 5713 6483 6555 76071 76072 76073
        76075 7795 7903 9650 9685 9696 97081 9800 E8500 E8501 E8502 E8541 E8600 E8601 V113 V6141 V6142 V6542 V791
      `),
    },
    {
      category: "SUD",
      tier: "weak",
      source: CMS,
      prefixes: words("9694 9697 E8542 E9350 E9351 E9352"),
    },
    {
      category: "PSY",
      tier: "definite",
      source: CMS,
      prefixes: words(`
        290 293 294 295 296 297 298 299 300 301 302 306 307 308 309 310 311 312 313 314 316 6484 E95 V110 V111 V112 V114 V118 V119 V170
        V402 V403 V409 V6284 V6285 V662 V673 V701 V702 V7101 V7102 V7109 V790 V798 V799
      `),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: CMS,
      prefixes: words("V1549"),
    },
    {
      category: "PSY",
      tier: "weak",
      source: CMS,
      prefixes: words("7801 7992 V6281 V6289"),
    },
    {
      category: "HIV",
      tier: "definite",
      source: CMS,
      prefixes: words("042 07953 79571 V08 V6544"),
    },
    {
      category: "HIV",
      tier: "weak",
      source: CMS,
      prefixes: words("1363 176 V0179"),
    },
    {
      category: "STD",
      tier: "definite",
      source: CMS,
      prefixes: words(`
        0541 07811 07888 0794 07988 07998 090 091 092 093 094 095 096 097 098 099 131 6470 6471 6472 79505 79509 79515 79519 V016 V027
        V028 V6545 V7381 V7388 V745
      `),
    },
    {
      category: "STD",
      tier: "indicative",
      source: CMS,
      prefixes: words("1322 V692"),
    },
    {
      category: "STD",
      tier: "weak",
      source: CMS,
      prefixes: words("614 6160 6221"),
    },
    {
      category: "SEX",
      tier: "definite",
      source: CMS,
      prefixes: words(`
        256 257 302 606 60784 6250 6251 6252 6253 6254 6255 626 627 628 62981 63 64 65 66 67 7527 99632 V131 V132 V22 V23 V24 V25 V26
        V27 V28 V417 V4551 V4552 V615 V616 V617 V692 V724
      `),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: CMS,
      prefixes: words("V074"),
    },
    {
      category: "SEX",
      tier: "weak",
      source: CMS,
      prefixes: words("218 6073 617 6221 7950 9622 V3 V7231 V762 V880"),
    },
    {
      category: "SDV",
      tier: "definite",
      source: CMS,
      prefixes: words(`
        9955 99580 99581 99582 99583 99584 99585 E960 E961 E962 E963 E964 E965 E966 E967 E968 E969 V1541 V1542 V6111 V6112 V6121 V6122
        V6283 V715 V7181
      `),
    },
    {
      category: "SDV",
      tier: "indicative",
      source: CMS,
      prefixes: words("V716"),
    },
    {
      category: "SDV",
      tier: "weak",
      source: CMS,
      prefixes: words("V6110"),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: CMS,
      prefixes: words(`
        2377 2552 270 2710 2711 2712 2727 2734 27501 2751 2770 2771 2775 2776 27785 27786 27787 27911 2792 282 2860 2861 2862 2863 2864
        330 3334 334 3350 3351 3561 3590 3591 3592 4480 6551 6552 75313 75314 75651 75683 7571 758 7595 75981 75982 75983 V1861 V189
        V263 V824 V827 V83 V84
      `),
    },
    {
      category: "GDIS",
      tier: "indicative",
      source: CMS,
      prefixes: words("3627 75312 7564 75655"),
    },
    {
      category: "GDIS",
      tier: "weak",
      source: CMS,
      prefixes: words("28981 75739 75989"),
    },
    {
      category: "COGN",
      tier: "definite",
      source: CMS,
      prefixes: words("290 2912 29282 294 299 315 317 318 319 3310 3311 33182 33183 V400 V401 V792 V793"),
    },
    {
      category: "COGN",
      tier: "indicative",
      source: CMS,
      prefixes: words("310 4380 758 75983 78342"),
    },
    {
      category: "COGN",
      tier: "weak",
      source: CMS,
      prefixes: words("343 78093 78340 797"),
    },
  ],
};
