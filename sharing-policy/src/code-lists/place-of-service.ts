/** CMS place of service of a claim line, two digits. */
import { type CodeList, words } from "./code-list.ts";
import { filled } from "./spellings.ts";

const CMS = "Place of Service Code Set, CMS (public domain)";

export const PLACE_OF_SERVICE: CodeList = {
  name: "place-of-service",
  optional: false,
  date: "2026-11-27",
  spellings: filled(2),
  systems: [
    "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
    "https://www.cms.gov/Medicare/Coding/place-of-service-codes",
    "https://www.cms.gov/medicare/coding-billing/place-of-service-codes/code-sets",
    "http://terminology.hl7.org/CodeSystem/ex-serviceplace",
    "https://bluebutton.cms.gov/resources/variables/line_place_of_srvc_cd",
    "https://bluebutton.cms.gov/fhir/CodeSystem/CLM-POS-CD",
    "urn:oid:2.16.840.1.113883.6.50",
  ],
  rules: [
    {
      category: "SUD",
      tier: "indicative",
      source: CMS,
      codes: words("55 57 58"),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: CMS,
      codes: words("51 52 53 56"),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: CMS,
      codes: words("25"),
    },
    {
      category: "COGN",
      tier: "indicative",
      source: CMS,
      codes: words("54"),
    },
  ],
};
