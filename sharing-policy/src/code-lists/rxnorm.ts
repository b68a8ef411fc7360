/** RxNorm ingredients, brands and the clinical drugs seen in synthetic records. Weak: the drug has common uses outside the category. */
import { type CodeList, words } from "./code-list.ts";

const C2S = "SAMHSA Consent2Share value sets 2017 (Apache-2.0), plain errors removed";
const LEAP = "LEAP sensitivity codes and CPIC drug table; Synthea 3.3.0 medications";
const COMMON = "Widely used products; check them against the release in use";
const SHIFT = "SHIFT Task Force SLS value sets (CC-BY-4.0); Synthea 3.3.0 medications";

export const RXNORM: CodeList = {
  name: "rxnorm",
  optional: false,
  date: "2026-11-23",
  systems: ["http://www.nlm.nih.gov/research/umls/rxnorm", "urn:oid:2.16.840.1.113883.6.88", "rxnorm"],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: C2S,
      codes: words(`
        1819 352364 7243
      `),
    },
    {
      category: "SUD",
      tier: "weak",
      source: C2S,
      codes: words(`
        42347 6813
      `),
    },
    {
      category: "HIV",
      tier: "definite",
      source: LEAP,
      codes: words(`
        1102270 11413 114289 1306284 1306286 134527 1359269 139896 142152 1433868 1433873 1747691 1747692 190521 190548 195085 195088
        1999667 2003249 228656 276237 300195 317150 343047 358262 460132 475969 476556 53654 59763 68244 719872 83395 85762
      `),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: C2S,
      codes: words(`
        10355 1040032 10502 10510 10737 10800 10805 1086773 1091392 1099563 1099596 1101926 11270 114228 131725 134774 151612 151692
        151839 152318 154990 15996 202363 202472 202479 202585 202966 203116 203321 203322 203771 203799 203832 215928 216102 219641
        224917 225029 227423 227557 2403 2406 25190 2556 2598 261572 2626 26412 26420 284704 285064 31565 315952 321988 3247 3287
        32937 3322 352393 352654 352741 358330 3638 36437 370331 39786 39993 405343 4077 42351 42568 42687 4493 4496 482574 5093
        52105 540404 5691 583135 58827 594111 596 6011 608139 61381 617716 6470 6475 6646 6716 6779 686438 6901 7019 704 711043
        711372 722 72625 7531 756 7781 7866 7966 8076 81984 82728 835486 83553 84815 854882 859976 8627
      `),
    },
    {
      category: "PSY",
      tier: "weak",
      source: C2S,
      codes: words(`
        11118 196502 203245 216459 28439
      `),
    },
    {
      category: "STD",
      tier: "indicative",
      source: SHIFT,
      codes: words(`
        330623
      `),
    },
    {
      category: "SEX",
      tier: "definite",
      source: SHIFT,
      codes: words(`
         1358781 1367439  1856546 317128 330381       757594 807283 831533
      `),
    },
    { category: "SEX", tier: "definite", source: COMMON, codes: words("1000126 1605257 748856 748962 749762 749785 749882 751905") },
    {
      category: "COGN",
      tier: "definite",
      source: SHIFT,
      codes: words(`
        1100184 1599803 310436 996740 997223
      `),
    },
  ],
};
