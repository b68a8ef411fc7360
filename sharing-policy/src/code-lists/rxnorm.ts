/** RxNorm ingredients and brands. Weak: the drug has common uses outside the category. Clinical drugs and opioids stand in files of their own. */
import { type CodeList, words } from "./code-list.ts";
import { RXNORM_CLINICAL_DRUGS } from "./rxnorm-clinical-drugs.ts";
import { RXNORM_OPIOIDS } from "./rxnorm-opioids.ts";

const KNOWN =
  "RxNorm, NLM: Consent2Share 2017 (Apache-2.0), LEAP, CPIC drug table (CC0), RxNorm full prescribe content 2025-10; plain errors removed";

export const RXNORM: CodeList = {
  name: "rxnorm",
  optional: false,
  date: "2026-11-27",
  systems: [
    "http://www.nlm.nih.gov/research/umls/rxnorm",
    "http://purl.bioontology.org/ontology/RXNORM",
    "rxnorm",
    "urn:oid:2.16.840.1.113883.6.88",
  ],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: KNOWN,
      codes: words(`
        352364 352990 353390 353391 1010603 1010606 1307054 1307058 1307059 1307063 1431074 1431077 1431083 1431099 1431104 1542386
        1542391 1542396 1542518 1544849 1544853 1544856 1597566 1597570 1597571 1597575 1666336 1666385 1864410 1864414 1996182 1996185
        1996189 1996193 2639020 2639023 2639027 2639030 2639032 2639034 2639035 2639039 2639042 2639044
      `),
    },
    {
      category: "SUD",
      tier: "indicative",
      source: KNOWN,
      codes: words("1819 7243 151358 152092 581646 602959 636556"),
    },
    {
      category: "SUD",
      tier: "weak",
      source: KNOWN,
      codes: words("2670 4337 6813 7052 7242 7804 10689 203840 205533 1716058 1716071 1716075 1716083 1716090"),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: KNOWN,
      codes: words(`
        596 722 725 756 1749 1827 2403 2406 2556 2597 2598 2626 3247 3287 3322 3332 3634 3638 4493 4496 5093 5691 6011 6448 6465 6470
        6475 6646 6716 6779 6901 6929 7019 7674 7781 7966 8076 8123 8331 8627 8886 10502 10510 10734 10737 10800 10805 10834 11196 11270
        15996 17698 19895 25190 26412 26420 30121 31565 32937 35636 36437 38252 38400 39786 41996 42347 42351 42355 42568 42687 46303
        51272 52105 58827 60842 61381 72625 73178 81984 82728 83553 84815 89013 114176 114228 115698 134774 151612 151692 151839 152318
        154990 202363 202472 202479 202585 202966 203116 203321 203322 203771 203799 203832 215928 216102 224917 225029 227557 261572
        284704 285064 315952 321988 352393 352654 352741 358330 370331 405343 446248 482574 594111 617716 679314 686438 711043 711372
        734064 784649 835486 859976 1040032 1086769 1086773 1433212 1455099 1658314 2119365
      `),
    },
    {
      category: "PSY",
      tier: "weak",
      source: KNOWN,
      codes: words(`
        704 2002 4077 7531 7866 10355 11118 28439 28697 39993 40114 131725 151532 196502 203245 216459 219641 227423 266856
        540404 583135 588250
      `),
    },
    {
      category: "HIV",
      tier: "definite",
      source: KNOWN,
      codes: words(`
        11413 53654 59763 83395 114289 134527 139896 142152 190521 190548 195085 195088 228656 276237 343047 358262 460132 475969 719872
        1102270 1306284 1306286 1433868
      `),
    },
    {
      category: "HIV",
      tier: "indicative",
      source: KNOWN,
      codes: words("68244 85762"),
    },
    {
      category: "HIV",
      tier: "weak",
      source: KNOWN,
      codes: words("117466 300195"),
    },
    {
      category: "STD",
      tier: "weak",
      source: KNOWN,
      codes: words("281 152535 330623"),
    },
    {
      category: "SEX",
      tier: "definite",
      source: KNOWN,
      codes: words("1665509"),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: KNOWN,
      codes: words("6691 330381 1000112 1358781"),
    },
    {
      category: "SEX",
      tier: "weak",
      source: KNOWN,
      codes: words("48877 136411 190465 317128 753481 835827"),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: KNOWN,
      codes: words("901805 1243041 1243052 1547220"),
    },
    {
      category: "GDIS",
      tier: "weak",
      source: KNOWN,
      codes: words("10390"),
    },
    {
      category: "COGN",
      tier: "definite",
      source: KNOWN,
      codes: words("4637 6719 135447 183379 313185"),
    },
    ...RXNORM_CLINICAL_DRUGS,
    ...RXNORM_OPIOIDS,
  ],
};
