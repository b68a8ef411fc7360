/** The standard sensitivity categories: HL7 labels with what they subsume, default, law and date. */
import type { Category } from "./category.ts";
import { en } from "./texts-en.ts";
import { es } from "./texts-es.ts";

/**
 * Raised when a category comes, goes or means something else to a member; a category newer than an authorization's version is withheld from it, unless
 * everything is shared. Better words, labels and lists do not raise it.
 */
export const CATEGORIES_VERSION = "2026-11-23";

/** HL7 code system of the codes below. */
export const ACT_CODE_SYSTEM = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

type Words = keyof typeof en;

/** 38 U.S.C. 7332, veterans' records of substance use, HIV and sickle cell alike; the first is its older name. */
const VETERANS = ["Title38Part1", "Title38Section7332"];

const category = (
  code: Words,
  law: string,
  labels: readonly string[],
  { default: byDefault = "withheld", needsEnd = false }: Partial<Pick<Category, "default" | "needsEnd">> = {},
): Category => ({
  code,
  labels: [code, ...labels],
  default: byDefault,
  needsEnd,
  since: "2026-11-23",
  law,
  texts: { en: en[code], es: es[code] },
  merged: [],
});

/**
 * In the order of the screen. A label counts for every category that it may mean: narrower codes for their parent, and a parent for each of its parts, since it
 * does not say which. `BH` is the parent of mental health, substance use, and developmental and cognitive conditions.
 */
export const CATEGORIES: readonly Category[] = [
  // MST, sexual trauma in military service, is a label of both the harm and the care for what it did to the mind
  category("PSY", "State mental-health laws", ["BH", "MH", "EMOTDIS", "MST"]),
  category("SUD", "42 CFR Part 2", ["BH", "ETH", "ETHUD", "OPIOIDUD", "42CFRPart2", ...VETERANS], { needsEnd: true }),
  category("HIV", "State HIV confidentiality laws", VETERANS),
  category("STD", "State laws on sexually transmitted infections and on care that minors consent to", []),
  // GENDER says gender identity and sexual orientation: personal details that speak of sexual health
  category("SEX", "State laws on reproductive health, and on care that minors consent to", ["GENDER"]),
  category("SDV", "45 CFR 164.512(c) and state laws on domestic violence and sexual assault", ["MST", "VIO"]),
  category("GDIS", "Genetic Information Nondiscrimination Act of 2008 (GINA) and state genetic-privacy laws", [
    "SCA",
    "SICKLE",
    ...VETERANS,
  ]),
  category("COGN", "State laws on developmental-disability and mental-health records", ["BH", "DVD"]),
  category("PSYTHPN", "45 CFR 164.524(a)(1)(i): outside the right of access", ["HIPAAPsyNotes"], { default: "always-withheld" }),
  // the other labels of HL7's EntitySensitivityPolicy are parts of "all demographic information"
  category(
    "DEMO",
    "45 CFR 164.522(b): the member may keep where they can be reached private",
    ["DOB", "GENDER", "LIVARG", "MARST", "RACE", "REL"],
    {
      default: "shared",
    },
  ),
];

/** Codes that a member can share; psychotherapy notes are not among them (45 CFR 164.524(a)(1)(i)). */
export const SHAREABLE_CATEGORIES: readonly string[] = CATEGORIES.filter((one) => one.default !== "always-withheld").map(
  ({ code }) => code,
);
