/** HCPCS modifiers that name a programme or a reason; they stand beside codes of HCPCS and of CPT. */
import { type CodeRule, words } from "./code-list.ts";

const CMS = "HCPCS Level II modifiers, CMS (public domain)";

export const HCPCS_MODIFIERS: readonly CodeRule[] = [
  {
    category: "SUD",
    tier: "definite",
    source: CMS,
    codes: words("HF HG HH HV"),
  },
  {
    category: "PSY",
    tier: "definite",
    source: CMS,
    codes: words("HE HH HI HK HW"),
  },
  {
    category: "PSY",
    tier: "indicative",
    source: CMS,
    codes: words("AH AJ"),
  },
  {
    category: "PSY",
    tier: "weak",
    source: CMS,
    codes: words("HJ"),
  },
  {
    category: "SEX",
    tier: "definite",
    source: CMS,
    codes: words("FP G7 TH"),
  },
  {
    category: "SEX",
    tier: "indicative",
    source: CMS,
    codes: words("HD"),
  },
  {
    category: "SDV",
    tier: "definite",
    source: CMS,
    codes: words("G7"),
  },
  {
    category: "COGN",
    tier: "definite",
    source: CMS,
    codes: words("HI"),
  },
];
