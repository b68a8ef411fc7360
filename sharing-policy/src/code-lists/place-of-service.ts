/** CMS place of service of a claim line. */
import { type CodeList, words } from "./code-list.ts";

const CMS = "Place of Service Code Set, CMS (public domain)";

export const PLACE_OF_SERVICE: CodeList = {
  name: "place-of-service",
  optional: false,
  date: "2026-11-23",
  systems: [
    "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
    "http://terminology.hl7.org/CodeSystem/ex-serviceplace",
    "https://bluebutton.cms.gov/resources/variables/line_place_of_srvc_cd",
  ],
  rules: [
    {
      category: "SUD",
      tier: "indicative",
      source: CMS,
      codes: words(`
      55 57 58
    `),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: CMS,
      codes: words(`
      51 52 53 56
    `),
    },
    {
      category: "COGN",
      tier: "indicative",
      source: CMS,
      codes: words(`
      54
    `),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: CMS,
      codes: words(`
      25
    `),
    },
  ],
};
