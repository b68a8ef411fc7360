/** CPT numbers without descriptors. CPT is a registered trademark of the American Medical Association: an operator enables this list. */
import { type CodeList, spans, words } from "./code-list.ts";
import { HCPCS_MODIFIERS } from "./hcpcs-modifiers.ts";
import { withoutModifiers } from "./spellings.ts";

const NUMBERS =
  "CPT numbers by section; substance use CMS Blue Button security labels (CC0); HIV Consent2Share 2017 (Apache-2.0); AB 352 sets of SHIFT (CC-BY-4.0), reviewed";

export const CPT: CodeList = {
  name: "cpt",
  optional: true,
  date: "2026-11-27",
  spellings: withoutModifiers,
  systems: [
    "http://www.ama-assn.org/go/cpt",
    "http://terminology.hl7.org/CodeSystem/CPT",
    "cpt",
    "cpt-4",
    "C4",
    "urn:oid:2.16.840.1.113883.6.12",
  ],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: NUMBERS,
      codes: words("4306F 4320F 99408 99409"),
    },
    {
      category: "SUD",
      tier: "indicative",
      source: NUMBERS,
      codes: words("0078U 82075 82077"),
      ranges: spans("80100-80104 80305-80307 80320-80328 80345-80354 80356-80365 80367-80368 80371-80377"),
    },
    {
      category: "SUD",
      tier: "weak",
      source: NUMBERS,
      ranges: [["11981", "11983"]],
    },
    {
      category: "PSY",
      tier: "definite",
      source: NUMBERS,
      codes: words("1220F 3085F 3725F 99484"),
      ranges: [
        ["90785", "90899"],
        ["99492", "99494"],
      ],
    },
    {
      category: "PSY",
      tier: "indicative",
      source: NUMBERS,
      codes: words("80360 96116 96121 96127 96146"),
      ranges: spans("80332-80338 80342-80344 96101-96103 96118-96120 96130-96139 96150-96159 96164-96171"),
    },
    {
      category: "PSY",
      tier: "weak",
      source: NUMBERS,
      ranges: [["96160", "96161"]],
    },
    {
      category: "HIV",
      tier: "definite",
      source: NUMBERS,
      codes: words(`
        0219U 0575F 3292F 3490F 3491F 3492F 3493F 3494F 3495F 3496F 3497F 3498F 3500F 3502F 3503F 3510F 3511F 3512F 3513F 3514F 3515F
        4149F 4270F 4271F 4274F 4276F 4279F 4280F 4290F 4293F 80081 86689 87806 87906
      `),
      ranges: spans("86701-86703 87389-87391 87534-87539 87900-87901 87903-87904"),
    },
    {
      category: "HIV",
      tier: "weak",
      source: NUMBERS,
      ranges: [["86359", "86361"]],
    },
    {
      category: "STD",
      tier: "definite",
      source: NUMBERS,
      codes: words("86780 87110 87270 87285 87320 87563 87808 87810 87850"),
      ranges: spans("86592-86593 86631-86632 87490-87492 87590-87592 87623-87626 87660-87661"),
    },
    {
      category: "STD",
      tier: "indicative",
      source: NUMBERS,
      codes: words("86696 87273"),
    },
    {
      category: "STD",
      tier: "weak",
      source: NUMBERS,
      codes: words("56501 56515 57061 57065 86694 86695 87274"),
      ranges: [
        ["46900", "46924"],
        ["54050", "54065"],
        ["87528", "87530"],
        ["87800", "87801"],
      ],
    },
    {
      category: "SEX",
      tier: "definite",
      source: NUMBERS,
      codes: words(`
        00842 00851 00921 11976 55250 55400 55450 55870 55970 55980 57170 80055 80081 81025 81420 99500 99501
      `),
      ranges: spans(`
        01958-01969 54230-54250 54400-54417 58300-58301 58321-58323 58340-58350 58600-58615 58670-58673 58970-58976 59000-59899
        76801-76828 81507-81512 84702-84704 89250-89398
      `),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: NUMBERS,
      codes: words("54125 56805 57335 58750 58760 58770 82106 82677 84163 86336"),
      ranges: [
        ["11981", "11983"],
        ["57291", "57296"],
      ],
    },
    {
      category: "SEX",
      tier: "weak",
      source: NUMBERS,
      codes: words(`
        53420 53425 53430 54520 54660 54690 55175 55180 56625 56800 56810 58120 58661 58700 58720 58740 76830 76831 82105 99502
      `),
      ranges: [
        ["57106", "57111"],
        ["58150", "58294"],
        ["58541", "58575"],
        ["88141", "88175"],
      ],
    },
    {
      category: "SDV",
      tier: "definite",
      source: NUMBERS,
      codes: words("99170"),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: NUMBERS,
      codes: words("81507"),
      ranges: [["96040", "96041"]],
    },
    {
      category: "GDIS",
      tier: "indicative",
      source: NUMBERS,
      ranges: [
        ["81161", "81369"],
        ["81384", "81479"],
        ["88230", "88299"],
      ],
    },
    {
      category: "GDIS",
      tier: "weak",
      source: NUMBERS,
      codes: words("81120 81121"),
      ranges: [
        ["81105", "81112"],
        ["81370", "81383"],
      ],
    },
    {
      category: "COGN",
      tier: "definite",
      source: NUMBERS,
      codes: words("0362T 0373T 96105 96116 96121 96125 99483"),
      ranges: [
        ["96112", "96113"],
        ["97151", "97158"],
      ],
    },
    {
      category: "COGN",
      tier: "indicative",
      source: NUMBERS,
      codes: words("96111 97127"),
      ranges: [
        ["96132", "96133"],
        ["97129", "97130"],
      ],
    },
    {
      category: "COGN",
      tier: "weak",
      source: NUMBERS,
      codes: words("96110"),
    },
    ...HCPCS_MODIFIERS,
  ],
};
