/** LOINC questionnaires, histories and documents; tests stand in files of their own. This material contains content from LOINC (loinc.org), © Regenstrief Institute, free under its licence. */
import { type CodeList, words } from "./code-list.ts";
import { LOINC_SUBSTANCES } from "./loinc-substances.ts";
import { LOINC_CATEGORY_TESTS } from "./loinc-tests.ts";

const KNOWN =
  "LOINC, Regenstrief: common questionnaires, pregnancy history, genetics; Synthea 3.3.0; SHIFT SLS value sets (CC-BY-4.0), plain errors removed";

export const LOINC: CodeList = {
  name: "loinc",
  optional: false,
  date: "2026-11-27",
  systems: ["http://loinc.org", "https://loinc.org/rdf", "loinc", "LN", "urn:oid:2.16.840.1.113883.6.1"],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: KNOWN,
      codes: words("68518-0 68519-8 68520-6 72109-2 72110-0 75624-7 75626-2 82666-9 82667-7"),
    },
    {
      category: "SUD",
      tier: "indicative",
      source: KNOWN,
      codes: words("11343-1"),
    },
    {
      category: "SUD",
      tier: "weak",
      source: KNOWN,
      codes: words("11287-0 11331-6 74013-4"),
    },
    {
      category: "PSY",
      tier: "definite",
      source: KNOWN,
      codes: words(`
        44249-1 44250-9 44251-7 44252-5 44253-3 44254-1 44255-8 44258-2 44259-0 44260-8 48542-5 55757-9 55758-7 68509-9 69689-8 69725-0
        69733-4 69734-2 69735-9 69736-7 69737-5 70274-6 71354-5 71956-7 73831-0 73832-8 85102-2 89206-7 89210-9 93245-9 93373-9 99046-5
      `),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: KNOWN,
      codes: words("28627-0 28628-8 28635-7"),
    },
    {
      category: "PSY",
      tier: "weak",
      source: KNOWN,
      codes: words("93038-8"),
    },
    {
      category: "HIV",
      tier: "definite",
      source: KNOWN,
      codes: words("25835-0 30245-5 41513-3 54218-3 75622-1 75666-8 80203-3"),
    },
    {
      category: "HIV",
      tier: "indicative",
      source: KNOWN,
      codes: words("24467-3"),
    },
    {
      category: "STD",
      tier: "definite",
      source: KNOWN,
      codes: words("16130-7 16131-5 92684-0"),
    },
    {
      category: "SEX",
      tier: "definite",
      source: KNOWN,
      codes: words(`
        8665-2 11778-8 11779-6 11780-4 11977-6 11996-6 48800-7 71354-5 76690-7 76691-5 82810-3 86645-9 99046-5
      `),
    },
    {
      category: "SDV",
      tier: "definite",
      source: KNOWN,
      codes: words("76499-3 76500-8 76501-6 76502-4 76503-2 76504-0"),
    },
    {
      category: "SDV",
      tier: "indicative",
      source: KNOWN,
      codes: words("93026-3"),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: KNOWN,
      codes: words("21636-6 38404-0 51968-6"),
    },
    {
      category: "GDIS",
      tier: "indicative",
      source: KNOWN,
      codes: words("48800-7 51969-4 53037-8 55233-1 69548-6 81247-9"),
    },
    {
      category: "DEMO",
      tier: "definite",
      source: KNOWN,
      // sex, gender, race, ethnicity, language, address, household, education, work, income, birth, marital status, PRAPARE panel
      codes: words(`
        21112-8 32624-9 45404-1 46098-0 54120-1 54899-0 56051-6 56799-0 59362-4 63512-8 63586-2 67875-5 71802-3 72826-1 76689-9 76690-7
        76691-5 82589-3 93025-5
      `),
    },
    ...LOINC_CATEGORY_TESTS,
    ...LOINC_SUBSTANCES,
  ],
};
