/** Codes by family: the same code system stands in data under many addresses, and codes in many spellings. */
import { CODE_LISTS, type CodeList } from "@member-exchange/sharing-policy/code-lists";
import { remembered } from "./remembered.ts";
import { categoryBit } from "./verdict.ts";

export interface Match {
  readonly mask: number;
  /** Name of the list that knew it. */
  readonly rule: string;
}

/** `judged`: its list is in use; `neutral`: cannot say anything clinical; `unjudged`: everything else. */
export type Standing = "judged" | "neutral" | "unjudged";

export interface Family {
  readonly standing: Standing;
  /** Whether it is a clinical family whose list is not in use. */
  readonly isSwitchedOff: boolean;
  /** What is known of one code. */
  readonly match: (code: string) => Match;
}

/** The family that an address of a code system stands for; without one, the shape of each code decides which families to ask. */
export type CodeFamilies = (system: string | undefined) => Family;

const MOST_SYSTEMS = 1_000;
const MOST_CODES = 5_000;

/** Address without scheme, case and trailing slash; an OID with or without its URN. */
export function normalSystem(system: string): string {
  const bare = system
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^urn:oid:/, "")
    .replace(/\/+$/, "");
  return bare.startsWith("snomed.info/sct/") ? "snomed.info/sct" : bare;
}

/** Upper case, without dots and blanks. LOINC keeps its dash. */
export const normalCode = (code: string): string => code.trim().toUpperCase().replace(/[.\s]/g, "");

/** Address beginnings of HL7's and others' administrative code systems. */
const NEUTRAL = [
  "terminology.hl7.org/codesystem/",
  "hl7.org/fhir/us/",
  "hl7.org/fhir/codesystem/",
  "hl7.org/fhir/v3/",
  "unitsofmeasure.org",
  "nubc.org/patient-discharge",
  "www.nubc.org/patient-discharge",
  "dicom.nema.org/",
  "x12.org/",
  "bluebutton.cms.gov/resources/codesystem/adjudication",
  "bluebutton.cms.gov/resources/variables/line_cms_type_srvc_cd",
  "ihe.net/",
  "ietf.org/",
  "urn:ietf:",
  "2.16.840.1.113883.6.238",
];

const ICD_SHAPE = /^[A-Z]\d[0-9A-Z]{1,5}$/;
const HCPCS_SHAPE = /^[A-V]\d{4}$/;
const LOINC_SHAPE = /^\d{1,5}-\d$/;

export function codeFamilies(enabled: readonly string[]): CodeFamilies {
  const inUse = CODE_LISTS.filter((list) => enabled.includes(list.name));
  const byName = new Map(inUse.map((list) => [list.name, compile(list)]));
  const bySystem = new Map(inUse.flatMap((list) => list.systems.map((system) => [normalSystem(system), byName.get(list.name)] as const)));
  const off = new Set(
    CODE_LISTS.filter((list) => !inUse.includes(list)).flatMap((list) => list.systems.map((system) => normalSystem(system))),
  );
  const ask = (names: readonly string[], code: string): Match => merge(names.flatMap((name) => byName.get(name)?.(code) ?? []));
  const byShape = (code: string): Match => {
    const normal = normalCode(code);
    if (LOINC_SHAPE.test(normal)) return ask(["loinc"], normal);
    if (ICD_SHAPE.test(normal)) return ask(HCPCS_SHAPE.test(normal) ? ["icd-10-cm", "hcpcs"] : ["icd-10-cm"], normal);
    return NOTHING;
  };
  const unnamed: Family = { standing: "unjudged", isSwitchedOff: false, match: remembered(MOST_CODES, byShape) };
  const named = remembered(MOST_SYSTEMS, (system): Family => {
    const name = normalSystem(system);
    const list = bySystem.get(name);
    const others: Standing = NEUTRAL.some((beginning) => name.startsWith(beginning)) ? "neutral" : "unjudged";
    return {
      standing: list ? "judged" : others,
      isSwitchedOff: off.has(name),
      match: list ? remembered(MOST_CODES, (code) => list(normalCode(code))) : () => NOTHING,
    };
  });
  return (system) => (system === undefined ? unnamed : named(system));
}

const NOTHING: Match = { mask: 0, rule: "" };
const merge = (matches: readonly Match[]): Match => ({
  mask: matches.reduce((mask, match) => mask | match.mask, 0),
  rule: matches.find((match) => match.mask !== 0)?.rule ?? "",
});

/** The list as a look-up: whole codes in one map, beginnings tried from the shortest. */
function compile(list: CodeList): (code: string) => Match {
  const whole = new Map<string, number>();
  const beginnings = new Map<string, number>();
  for (const { category, codes = [], prefixes = [] } of list.rules) {
    const bit = categoryBit(category);
    for (const code of codes) whole.set(normalCode(code), (whole.get(normalCode(code)) ?? 0) | bit);
    for (const prefix of prefixes) beginnings.set(normalCode(prefix), (beginnings.get(normalCode(prefix)) ?? 0) | bit);
  }
  const longest = Math.max(0, ...[...beginnings.keys()].map((prefix) => prefix.length));
  return (code) => {
    let mask = whole.get(code) ?? 0;
    for (let length = 1; length <= Math.min(longest, code.length); length++) mask |= beginnings.get(code.slice(0, length)) ?? 0;
    return mask === 0 ? NOTHING : { mask, rule: list.name };
  };
}
