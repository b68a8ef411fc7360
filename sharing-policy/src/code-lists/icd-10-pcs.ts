/** ICD-10-PCS inpatient procedures: whole sections where they have one subject, contraceptive devices and fertilisation by code. */
import { type CodeList, words } from "./code-list.ts";

const CMS = "ICD-10-PCS v43, CMS (public domain)";

export const ICD_10_PCS: CodeList = {
  name: "icd-10-pcs",
  optional: false,
  date: "2026-11-27",
  systems: [
    "http://www.cms.gov/Medicare/Coding/ICD10",
    "http://hl7.org/fhir/sid/icd-10-pcs",
    "icd-10-pcs",
    "icd10pcs",
    "I10P",
    "urn:oid:2.16.840.1.113883.6.4",
  ],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: CMS,
      prefixes: words("HZ"),
    },
    {
      category: "PSY",
      tier: "definite",
      source: CMS,
      prefixes: words("GZ"),
    },
    {
      category: "SEX",
      tier: "definite",
      source: CMS,
      codes: words(`
        0JH60HZ 0JH63HZ 0JH80HZ 0JH83HZ 0JHD0HZ 0JHD3HZ 0JHF0HZ 0JHF3HZ 0JHG0HZ 0JHG3HZ 0JHH0HZ 0JHH3HZ 0JHL0HZ 0JHL3HZ 0JHM0HZ 0JHM3HZ
        0JHN0HZ 0JHN3HZ 0JHP0HZ 0JHP3HZ 0JPT0HZ 0JPT3HZ 0JPTXHZ 0JPV0HZ 0JPV3HZ 0JPVXHZ 0JPW0HZ 0JPW3HZ 0JPWXHZ 0JWT0HZ 0JWT3HZ 0JWTXHZ
        0JWV0HZ 0JWV3HZ 0JWVXHZ 0JWW0HZ 0JWW3HZ 0JWWXHZ 0UH90HZ 0UH97HZ 0UH98HZ 0UHC7HZ 0UHC8HZ 0UPD0HZ 0UPD3HZ 0UPD4HZ 0UPD7HZ 0UPD8HZ
        0UPDXHZ 0UWD0HZ 0UWD3HZ 0UWD4HZ 0UWD7HZ 0UWD8HZ 0UWDXHZ 3E0P3LZ 3E0P3Q0 3E0P3Q1 3E0P7LZ 3E0P7Q0 3E0P7Q1 8E0VX63
      `),
      prefixes: words("0U2D 0UDN 0UL5 0UL6 0UL7 0VLN 0VLP 0VLQ 0W4M 0W4N 10 3E0E 4A0H 4A0J 4A1H 4A1J BY"),
    },
    {
      category: "SEX",
      tier: "weak",
      source: CMS,
      prefixes: words("0UT9 0UTC 0VLF 0VLG 0VLH 0VTN 0VTP 0VTQ"),
    },
    {
      category: "COGN",
      tier: "weak",
      source: CMS,
      prefixes: words("F003G"),
    },
  ],
};
