/** HCPCS Level II as it stands on claim lines, and its modifiers. */
import { type CodeList, words } from "./code-list.ts";
import { HCPCS_MODIFIERS } from "./hcpcs-modifiers.ts";
import { withoutModifiers } from "./spellings.ts";

const CMS = "HCPCS Level II, CMS (public domain); substance use also CMS Blue Button security labels (CC0)";

export const HCPCS: CodeList = {
  name: "hcpcs",
  optional: false,
  date: "2026-11-27",
  spellings: withoutModifiers,
  systems: [
    "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    "https://www.cms.gov/Medicare/Coding/MedHCPCSGenInfo",
    "http://terminology.hl7.org/CodeSystem/HCPCS-all-codes",
    "http://terminology.hl7.org/CodeSystem/HCPCS",
    "https://bluebutton.cms.gov/resources/codesystem/hcpcs",
    "https://bluebutton.cms.gov/resources/variables/hcpcs_cd",
    "https://bluebutton.cms.gov/resources/variables/hcpcs_1st_mdfr_cd",
    "http://hl7.org/fhir/sid/hcpcs",
    "hcpcs",
    "urn:oid:2.16.840.1.113883.6.285",
    "urn:oid:2.16.840.1.113883.6.14",
  ],
  elsewhere: { form: /^\d{4}[0-9A-Z]$/, list: "cpt" },
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: CMS,
      codes: words(`
        G0137 G0396 G0397 G0442 G0443 G0532 G0533 G0534 G0535 G0536 G1028 G2011 G2067 G2068 G2069 G2070 G2071 G2072 G2073 G2074 G2075
        G2076 G2077 G2078 G2079 G2080 G2086 G2087 G2088 G2172 G2215 G2216 G9562 G9578 G9584 G9621 G9622 G9624 H0001 H0002 H0003 H0004
        H0005 H0006 H0007 H0008 H0009 H0010 H0011 H0012 H0013 H0014 H0015 H0016 H0020 H0021 H0022 H0026 H0027 H0028 H0029 H0034 H0047
        H0048 H0049 H0050 H2034 H2035 H2036 J0570 J0571 J0572 J0573 J0574 J0575 J0577 J0578 J2315 M1034 M1035 Q9991 Q9992 S0109 S9475
        T1006 T1007 T1008 T1009 T1010 T1011 T1012
      `),
    },
    {
      category: "SUD",
      tier: "indicative",
      source: CMS,
      codes: words("G0480 G0481 G0482 G0483 G0516 G0517 G0518 G0659 H0033"),
    },
    {
      category: "SUD",
      tier: "weak",
      source: CMS,
      codes: words("H0017 H0018 H0019 H0023 H0024 H0025 H0030 J0592 J1230 J2310 J2311 T1040 T1041"),
    },
    {
      category: "PSY",
      tier: "definite",
      source: CMS,
      codes: words(`
        G0017 G0018 G0129 G0176 G0177 G0409 G0410 G0411 G0444 G0469 G0470 G0502 G0503 G0504 G0507 G0512 G0552 G0553 G0554 G0560 G2082
        G2083 G2214 G8431 G8432 G8433 G8510 G8511 G9393 G9395 G9396 G9717 H0002 H0004 H0017 H0018 H0019 H0023 H0024 H0025 H0030 H0031
        H0032 H0034 H0035 H0036 H0037 H0038 H0039 H0040 H0046 H1011 H2010 H2011 H2012 H2013 H2015 H2016 H2017 H2018 H2019 H2020 H2021
        H2022 H2027 H2028 H2029 H2030 H2031 H2033 S0201 S3005 S9480 S9484 S9485 T1040 T1041 T2010 T2011 T2048
      `),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: CMS,
      codes: words(`
        H2014 H2032 J0400 J0401 J0402 J1320 J1630 J1631 J1632 J1943 J1944 J2358 J2426 J2427 J2680 J2794 J2798 J2799 J2801 J3230 J3486
        S0013 S0166
      `),
    },
    {
      category: "PSY",
      tier: "weak",
      source: CMS,
      codes: words(`
        H0033 H0043 H0044 H0045 H2000 H2001 H2023 H2024 H2025 H2026 J0515 J2060 J3360 S9454 S9482 T1025 T1026
      `),
    },
    {
      category: "HIV",
      tier: "definite",
      source: CMS,
      codes: words(`
        G0011 G0012 G0013 G0432 G0433 G0435 G0475 J0739 J0741 J0750 J0751 J0752 J0799 J1324 J1746 J1961 J3485 Q0516 Q0517 Q0518 Q0519
        Q0520 S0104 S0137 S0140 S3645
      `),
    },
    {
      category: "STD",
      tier: "definite",
      source: CMS,
      codes: words("G0445 G0450 G0476"),
    },
    {
      category: "STD",
      tier: "weak",
      source: CMS,
      codes: words("J0558 J0561"),
    },
    {
      category: "SEX",
      tier: "definite",
      source: CMS,
      codes: words(`
        A4261 A4264 A4266 A4267 A4268 A4269 G0027 H1000 H1001 H1002 H1003 H1004 H1005 H1010 J1055 J1056 J1726 J1729 J3355 J7294 J7295
        J7296 J7297 J7298 J7300 J7301 J7302 J7303 J7304 J7306 J7307 L7900 L7902 S0122 S0126 S0128 S0132 S0190 S0199 S2260 S2262 S2265
        S2266 S2267 S2400 S2401 S2402 S2403 S2404 S2405 S2409 S2411 S4005 S4011 S4013 S4014 S4015 S4016 S4017 S4018 S4020 S4021 S4022
        S4023 S4025 S4026 S4027 S4028 S4030 S4031 S4035 S4037 S4040 S4042 S4981 S4989 S4993 S8055 S9208 S9209 S9211 S9212 S9213 S9214
        S9436 S9437 S9438 S9439 S9442 S9443
      `),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: CMS,
      codes: words(`
        C1813 C2622 E0602 E0603 E0604 H2028 J0270 J0275 J1000 J1050 J1051 J1380 J1410 J1632 J2210 J2590 J2675 J2788 J2790 J2791 J2792
        Q0115
      `),
    },
    {
      category: "SEX",
      tier: "weak",
      source: CMS,
      codes: words(`
        A4281 A4282 A4283 A4284 A4285 A4286 G0101 G0123 G0124 G0141 G0143 G0144 G0145 G0147 G0148 J0725 J1071 J2440 J2760 J3121 J3145
        P3000 P3001 Q0091 S0189 S0191 S0610 S0612
      `),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: CMS,
      codes: words(`
        G9143 J0180 J0217 J0219 J0220 J0221 J0222 J0223 J0224 J0225 J0791 J1322 J1426 J1427 J1428 J1429 J1458 J1743 J1786 J1931 J2326
        J3060 J3385 J3397 J3398 J3399 S0265 S3800 S3840 S3841 S3842 S3844 S3845 S3846 S3849 S3850 S3852 S3853 S3861 S3865 S3866 S3870
      `),
    },
    {
      category: "GDIS",
      tier: "indicative",
      source: CMS,
      codes: words(`
        J0256 J0257 J0584 J0593 J0596 J0597 J0598 J1290 J1304 J1744 J7170 J7175 J7179 J7180 J7181 J7182 J7183 J7185 J7186 J7187 J7188
        J7190 J7192 J7193 J7194 J7195 J7198 J7199 J7200 J7201 J7202 J7203 J7204 J7205 J7207 J7208 J7209 J7210 J7211 J7212 J7214
      `),
    },
    {
      category: "GDIS",
      tier: "weak",
      source: CMS,
      codes: words("G0452 S3620 S3854"),
    },
    {
      category: "COGN",
      tier: "definite",
      source: CMS,
      codes: words("G0505 J0172 J0174 J0175"),
    },
    {
      category: "COGN",
      tier: "indicative",
      source: CMS,
      codes: words("G0451 H2037 T2010 T2011 T2012 T2013 T2014 T2015 T2016 T2017 T2018 T2019 T2020 T2021"),
    },
    {
      category: "COGN",
      tier: "weak",
      source: CMS,
      codes: words("T1024 T1025 T1026"),
    },
    ...HCPCS_MODIFIERS,
  ],
};
