/** ICD-10-CM: beginnings of codes, dots removed, by category; categories and tiers are this project's judgement on official titles. */
import { type CodeList, words } from "./code-list.ts";
import { ICD_10_CM_INTENT } from "./icd-10-cm-intent.ts";

const NCHS = "ICD-10-CM tabular list, April 2026, CDC/NCHS (public domain in the US)";

export const ICD_10_CM: CodeList = {
  name: "icd-10-cm",
  optional: false,
  date: "2026-11-27",
  systems: [
    "http://hl7.org/fhir/sid/icd-10-cm",
    "http://hl7.org/fhir/sid/icd-10",
    "http://hl7.org/fhir/sid/icd-10-us",
    "http://terminology.hl7.org/CodeSystem/icd10CM",
    "http://www.icd10data.com/icd10cm",
    "https://bluebutton.cms.gov/resources/codesystem/icd-10-cm",
    "icd-10",
    "icd-10-cm",
    "icd10",
    "icd10cm",
    "I10",
    "I10C",
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
        P961 Q860 R780 R781 R782 R783 R784 R785 T400 T401 T402X1 T402X2 T402X3 T402X4 T403X1 T403X2 T403X3 T403X4 T40411 T40412 T40413
        T40414 T40421 T40422 T40423 T40424 T40491 T40492 T40493 T40494 T405 T40601 T40602 T40603 T40604 T40691 T40692 T40693 T40694 T407
        T408 T409 T510 Y90 Z0283 Z6372 Z714 Z715 Z811 Z813 Z814
      `),
    },
    {
      category: "SUD",
      tier: "indicative",
      source: NCHS,
      prefixes: words("P0416 R786 T43621 T43622 T43623 T43624 T43641 T43642 T43643 T43644 T519"),
    },
    {
      category: "SUD",
      tier: "weak",
      source: NCHS,
      prefixes: words("E512 P0417 P962 R825 T402 T403 T404 T406 T424 T4362 T507 T509 Z79891"),
    },
    {
      category: "PSY",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
        F01 F02 F03 F04 F05 F06 F070 F0789 F079 F09 F20 F21 F22 F23 F24 F25 F28 F29 F30 F31 F32 F33 F34 F39 F40 F41 F42 F43 F44 F45 F48 F50 F51 F52
        F53 F54 F59 F60 F63 F64 F65 F66 F68 F69 F90 F91 F93 F94 F95 F98 F99 O906 O9934 R4585 R4588 T1491 X71 X72 X73 X74 X75 X76 X77 X78
        X79 X80 X81 X82 X83 Z046 Z1330 Z1331 Z1332 Z1339 Z818 Z865 Z915
      `),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: NCHS,
      prefixes: words("R440 R441 R442 R443 R4584 Z726 Z72810 Z72811 Z9149"),
    },
    {
      category: "PSY",
      tier: "weak",
      source: NCHS,
      prefixes: words(`
        F0781 G210 G2401 G2571 R410 R448 R449 R450 R451 R452 R453 R454 R455 R456 R457 R4581 R4582 R4586 R4587 R4589 R46 T424 T43 Z62891 Z630
        Z644 Z655 Z658 Z730 Z733
      `),
    },
    {
      category: "HIV",
      tier: "definite",
      source: NCHS,
      prefixes: words("B20 B9735 O987 R75 Z114 Z206 Z21 Z2981 Z717 Z830"),
    },
    {
      category: "HIV",
      tier: "weak",
      source: NCHS,
      prefixes: words("B59 C46 Z7252 Z7253"),
    },
    {
      category: "STD",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
        A50 A51 A52 A53 A54 A55 A56 A57 A58 A59 A60 A63 A64 B977 O981 O982 O983 P391 R8581 R8582 R8781 R8782 Z113 Z1151 Z202 Z224
      `),
    },
    {
      category: "STD",
      tier: "indicative",
      source: NCHS,
      prefixes: words("A74 B853 M023 N341 N74 P352"),
    },
    {
      category: "STD",
      tier: "weak",
      source: NCHS,
      prefixes: words("B009 B081 K6282 N342 N70 N72 N73 N87 Z725 Z87410"),
    },
    {
      category: "SEX",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
        E28 E29 E345 E894 E895 F52 F53 F64 F65 F66 G4382 G4383 N46 N486 N52 N53 N91 N92 N93 N94 N95 N96 N97 N98 O Q56 R37 T384 T833 Z30
        Z31 Z32 Z33 Z34 Z36 Z37 Z39 Z3A Z640 Z641 Z70 Z725 Z793 Z79890 Z875 Z87890 Z920 Z975 Z9851 Z9852
      `),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: NCHS,
      prefixes: words("T385X1 T385X2 T385X3 T385X4 Z9887"),
    },
    {
      category: "SEX",
      tier: "weak",
      source: NCHS,
      prefixes: words("D25 E30 N483 N80 N85 N87 R86 R876 R878 T385 T8341 T8342 Z014 Z124 Z38 Z8741 Z8742 Z9071 Z9072"),
    },
    {
      category: "SDV",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
        O9A3 O9A4 O9A5 T74 T76 X92 X93 X94 X95 X96 X97 X98 X99 Y00 Y01 Y02 Y03 Y04 Y07 Y08 Y09 Z044 Z047 Z0481 Z0482 Z5681 Z6281 Z69
        Z9141 Z9142
      `),
    },
    {
      category: "SDV",
      tier: "indicative",
      source: NCHS,
      prefixes: words("Z654"),
    },
    {
      category: "SDV",
      tier: "weak",
      source: NCHS,
      prefixes: words("R456 Z605 Z620 Z6221 Z623 Z630"),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
        D1391 D550 D56 D57 D58 D66 D67 D680 D681 D682 D6851 D6852 D800 D81 D820 D821 E250 E312 E345 E70 E71 E72 E740 E741 E742 E7431
        E744 E748 E749 E75 E76 E77 E7871 E7872 E791 E800 E802 E805 E8301 E83110 E84 E850 E851 E852 E8801 E884 G10 G11 G120 G121 G3181
        G3182 G4042 G4083 G600 G710 G711 G712 G713 G901 H4722 I67850 N07 O285 O351 O352 Q611 Q612 Q780 Q796 Q80 Q81 Q85 Q87 Q90 Q91 Q92
        Q93 Q95 Q96 Q97 Q98 Q99 Z137 Z14 Z15 Z3143 Z3144 Z315 Z360 Z8279 Z8481
      `),
    },
    {
      category: "GDIS",
      tier: "indicative",
      source: NCHS,
      prefixes: words(`
        D551 D552 D553 D558 D559 D6101 D6109 D71 D750 D841 E3432 E7801 E801 F842 G128 G723 H355 I780 Q613 Q77 Q78 Z8271 Z8342
      `),
    },
    {
      category: "GDIS",
      tier: "weak",
      source: NCHS,
      prefixes: words("D6859 E7439 E804 G129 I421 I422 I4581 Z400 Z820"),
    },
    {
      category: "COGN",
      tier: "definite",
      source: NCHS,
      prefixes: words(`
        F01 F02 F03 F04 F067 F1027 F1097 F1327 F1397 F1817 F1827 F1897 F1917 F1927 F1997 F70 F71 F72 F73 F78 F79 F80 F81 F82 F84 F88 F89
        G30 G310 G3183 G3184 R4181 R4183 R4184 Z810
      `),
    },
    {
      category: "COGN",
      tier: "indicative",
      source: NCHS,
      prefixes: words("F0781 G311 G3185 H9325 I6901 I6911 I6921 I6931 I6981 I6991 Q90 Q992 R413 R480 R620 S062 S063 Z1341 Z87820 Z9183"),
    },
    {
      category: "COGN",
      tier: "weak",
      source: NCHS,
      prefixes: words("A810 G319 G80 R4182 R4185 R4189 R6250 R6259 Z1340 Z1342 Z1349"),
    },
    ...ICD_10_CM_INTENT,
  ],
};
