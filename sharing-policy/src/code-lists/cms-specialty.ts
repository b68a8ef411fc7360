/** Medicare specialty of who treated, two characters. */
import { type CodeList, words } from "./code-list.ts";
import { filled } from "./spellings.ts";

const CMS = "Medicare Claims Processing Manual, chapter 26, section 10, CMS (public domain)";

export const CMS_SPECIALTY: CodeList = {
  name: "cms-specialty",
  optional: false,
  date: "2026-11-27",
  spellings: filled(2),
  systems: [
    "https://bluebutton.cms.gov/resources/variables/prvdr_spclty",
    "https://bluebutton.cms.gov/fhir/CodeSystem/CLM-PRVDR-SPCLTY-CD",
  ],
  rules: [
    {
      category: "SUD",
      tier: "indicative",
      source: CMS,
      codes: words("79 D5"),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: CMS,
      codes: words("26 27 62 68 80 86 E1 E2"),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: CMS,
      codes: words("16 42"),
    },
    {
      category: "SEX",
      tier: "weak",
      source: CMS,
      codes: words("98"),
    },
    {
      category: "GDIS",
      tier: "indicative",
      source: CMS,
      codes: words("D3"),
    },
  ],
};
