/** UB-04 revenue code of an institutional claim line, four digits. Numbers only: the manual's wording belongs to the American Hospital Association. */
import { type CodeList, words } from "./code-list.ts";
import { filled } from "./spellings.ts";

const CMS = "Revenue Center Code book, CMS/ResDAC (public domain); Tuva terminology (Apache-2.0)";

export const REVENUE_CODE: CodeList = {
  name: "revenue-code",
  optional: false,
  date: "2026-11-27",
  spellings: filled(4),
  systems: [
    "https://www.nubc.org/CodeSystem/RevenueCodes",
    "http://www.nubc.org/revenue-code",
    "http://terminology.hl7.org/CodeSystem/ex-revenue-center",
    "https://bluebutton.cms.gov/resources/variables/rev_cntr",
    "https://bluebutton.cms.gov/fhir/CodeSystem/CLM-REV-CNTR-CD",
    "urn:oid:2.16.840.1.113883.6.301.3",
  ],
  rules: [
    {
      category: "SUD",
      tier: "indicative",
      source: CMS,
      codes: words("0116 0126 0136 0146 0156 0906 0944 0945 1002"),
    },
    {
      category: "SUD",
      tier: "weak",
      source: CMS,
      codes: words("1000 1003 1004"),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: CMS,
      codes: words(`
        0114 0124 0134 0144 0154 0204 0513 0900 0901 0902 0903 0904 0905 0907 0911 0912 0913 0914 0915 0916 0918 0919 0961 1000 1001
      `),
    },
    {
      category: "PSY",
      tier: "weak",
      source: CMS,
      codes: words("0917 1003 1004 1005 2106"),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: CMS,
      codes: words("0112 0122 0132 0142 0152 0232 0514 0720 0721 0722 0724 0729 0925"),
    },
    {
      category: "SEX",
      tier: "weak",
      source: CMS,
      codes: words("0923"),
    },
  ],
};
