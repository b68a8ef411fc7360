/** ICD-10-CM: code prefixes, dots removed, by category; the categories are this project's judgement on official titles. */
import { type CodeList, words } from "./code-list.ts";

const NCHS = "ICD-10-CM tabular list, CDC/NCHS (public domain in the US)";

export const ICD_10_CM: CodeList = {
  name: "icd-10-cm",
  optional: false,
  date: "2026-11-23",
  systems: [
    "http://hl7.org/fhir/sid/icd-10-cm",
    "http://hl7.org/fhir/sid/icd-10",
    "http://www.icd10data.com/icd10cm",
    "http://terminology.hl7.org/CodeSystem/icd10-CM",
    "icd-10",
    "icd-10-cm",
    "icd10",
    "icd10cm",
    "urn:oid:2.16.840.1.113883.6.90",
    "urn:oid:2.16.840.1.113883.6.3",
  ],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
      E244 F10 F11 F12 F13 F14 F15 F16 F18 F19 F55 G312 G621 G721 I426 K292 K70 K852 K860 O354 O355 O9931 O9932 P0414 P043 P044 P0481
      P961 Q860 R780 R781 R782 R783 R784 R785 T400 T401 T402 T403 T404 T405 T406 T407 T408 T409 T510 Y90 Z0283 Z6372 Z7141 Z7142 Z7151
      Z7152 Z811 Z813 Z814
    `),
    },
    {
      category: "PSY",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
      F01 F02 F03 F04 F05 F06 F07 F09 F20 F21 F22 F23 F24 F25 F28 F29 F30 F31 F32 F33 F34 F39 F40 F41 F42 F43 F44 F45 F48 F50 F51 F52
      F53 F54 F59 F60 F63 F64 F65 F66 F68 F69 F90 F91 F93 F94 F95 F98 F99 G210 O906 O9934 R410 R44 R45 T1491 X71 X72 X73 X74 X75 X76
      X77 X78 X79 X80 X81 X82 X83 Z046 Z133 Z62891 Z644 Z658 Z72810 Z72811 Z818 Z865 Z915
    `),
    },
    {
      category: "COGN",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
      F01 F02 F03 F70 F71 F72 F73 F78 F79 F80 F81 F82 F84 F88 F89 G30 G310 R418 R625 Z810
    `),
    },
    {
      category: "HIV",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
      B20 B9735 O987 R75 Z114 Z206 Z21 Z2981 Z717 Z830
    `),
    },
    {
      category: "STD",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
      A50 A51 A52 A53 A54 A55 A56 A57 A58 A59 A60 A63 A64 B977 M023 N341 N74 O981 O982 O983 P391 R8581 R8781 R8782 Z113 Z1151 Z202
      Z224
    `),
    },
    {
      category: "SEX",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
      E28 E29 F52 F64 F65 F66 N46 N483 N52 N53 N91 N92 N93 N94 N95 N96 N97 N98 O Q56 R37 T384 T385 T833 Z30 Z31 Z32 Z33 Z34 Z36 Z37
      Z38 Z39 Z3A Z640 Z641 Z70 Z725 Z793 Z79890 Z8742 Z875 Z87890 Z975 Z9851 Z9852
    `),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
      D56 D57 D58 D66 D67 D680 E70 E71 E72 E74 E75 E76 E77 E84 G10 G11 G12 G710 Q874 Q90 Q91 Q92 Q93 Q95 Q96 Q97 Q98 Q99 Z137 Z14 Z15
      Z3143 Z3144 Z315 Z360 Z820 Z8279 Z8481
    `),
    },
    {
      category: "SDV",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
      O9A3 O9A4 O9A5 T74 T76 X92 X93 X94 X95 X96 X97 X98 X99 Y00 Y01 Y02 Y03 Y04 Y07 Y08 Y09 Z044 Z047 Z048 Z5681 Z6281 Z630 Z654 Z69
      Z9141 Z9142
    `),
    },
  ],
};
