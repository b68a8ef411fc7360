/** Sensitivity categories. A category is shared only when an authorization says so; nothing here excludes. */

/** Raised with every change of the list below; a category newer than an authorization's version is withheld from it, unless everything is shared. */
export const CATEGORIES_VERSION = "2026-11-23";

/** HL7 code system of the codes below. */
export const ACT_CODE_SYSTEM = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

export interface Category {
  /** v3-ActCode that names the category in records, forms and claims. */
  readonly code: string;
  /** v3-ActCode labels on incoming data that mean this category, the code itself included. */
  readonly labels: readonly string[];
  /** `always-withheld`: outside the right of access; `withheld`, `shared`: how the screen starts and what *all but sensitive* does. */
  readonly default: "always-withheld" | "withheld" | "shared";
  /** Whether an authorization that shares it must have a date on which it ends (42 CFR 2.31(a)(7)). */
  readonly needsEnd: boolean;
}

const withheld = (code: string, labels: readonly string[], needsEnd = false): Category => ({
  code,
  labels: [code, ...labels],
  default: "withheld",
  needsEnd,
});

/** In the order of the screen. `BH` is the HL7 parent of PSY and SUD and means both. */
export const CATEGORIES: readonly Category[] = [
  withheld("PSY", ["MH", "BH"]),
  withheld("SUD", ["ETH", "ETHUD", "OPIOIDUD", "BH"], true),
  withheld("HIV", ["HIVAIDS"]),
  withheld("STD", []),
  withheld("SEX", []),
  withheld("SDV", []),
  withheld("GDIS", []),
  withheld("COGN", ["DVD"]),
  { code: "PSYTHPN", labels: ["PSYTHPN"], default: "always-withheld", needsEnd: false },
  { code: "DEMO", labels: ["DEMO"], default: "shared", needsEnd: false },
];

/** Codes that a member can share; psychotherapy notes are not among them (45 CFR 164.524(a)(1)(i)). */
export const SHAREABLE_CATEGORIES: readonly string[] = CATEGORIES.filter((category) => category.default !== "always-withheld").map(
  (category) => category.code,
);
