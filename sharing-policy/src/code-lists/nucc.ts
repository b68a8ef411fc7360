/** Provider taxonomy: who treated says what for. Codes and their groups only; titles at nucc.org. */
import { type CodeList, words } from "./code-list.ts";

const TAXONOMY = "NUCC Health Care Provider Taxonomy 21.1 (codes)";

export const NUCC: CodeList = {
  name: "nucc",
  optional: false,
  date: "2026-11-27",
  systems: ["http://nucc.org/provider-taxonomy", "http://www.nucc.org/provider-taxonomy", "nucc", "urn:oid:2.16.840.1.113883.6.101"],
  rules: [
    {
      category: "SUD",
      tier: "indicative",
      source: TAXONOMY,
      codes: words(`
        101YA0400X 103TA0400X 163WA0400X 207LA0401X 207QA0401X 207RA0401X 2083A0300X 2084A0401X 2084P0802X 261QM2800X 261QR0405X
        276400000X 324500000X 3245S0500X
      `),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: TAXONOMY,
      codes: words(`
        101200000X 1041C0700X 163WP0807X 163WP0808X 163WP0809X 167G00000X 1835P1300X 2080P0006X 2084A0401X 2084B0040X 2084F0202X
        2084P0015X 2084P0800X 2084P0802X 2084P0804X 2084P0805X 251S00000X 261QM0801X 261QM0850X 261QM0855X 3104A0630X 320800000X
        363LP0808X 364SP0807X 364SP0808X 364SP0809X 364SP0810X 364SP0811X 364SP0812X 364SP0813X 385HR2055X
      `),
      prefixes: words("101Y 102L 102X 103G 103K 103T 106E 106H 106S 273R 283Q 322D 323P"),
    },
    {
      category: "PSY",
      tier: "weak",
      source: TAXONOMY,
      codes: words("104100000X 1041S0200X"),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: TAXONOMY,
      codes: words("163WR1000X 163WX0002X 163WX0003X 261QA0005X 261QA0006X 261QB0400X 363LW0102X 363LX0001X 364SW0102X"),
      prefixes: words("175M 176B 207V 367A 374J"),
    },
    {
      category: "SDV",
      tier: "indicative",
      source: TAXONOMY,
      codes: words("2080C0008X"),
    },
    {
      category: "GDIS",
      tier: "indicative",
      source: TAXONOMY,
      codes: words("170100000X 170300000X 207ZP0007X 261QG0250X"),
      prefixes: words("207S"),
    },
    {
      category: "COGN",
      tier: "indicative",
      source: TAXONOMY,
      codes: words("103TM1800X 2080P0006X 2080P0008X 2084P0005X 261QD1600X 315P00000X 320600000X 320700000X 320900000X"),
    },
  ],
};
