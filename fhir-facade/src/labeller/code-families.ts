/** Codes by family: the same code system stands in data under many addresses, and codes in many spellings. */
import { CODE_LISTS, type CodeList } from "@member-exchange/sharing-policy/code-lists";
import { categoryBit } from "./verdict.ts";

export interface Match {
  readonly mask: number;
  /** Name of the list that knew it. */
  readonly rule: string;
}

/** `judged`: its list is in use; `neutral`: cannot say anything clinical; `unjudged`: everything else. */
export type Standing = "judged" | "neutral" | "unjudged";

export interface CodeFamilies {
  /** What is known of one code; without a system its shape decides which families to ask. */
  readonly match: (system: string | undefined, code: string) => Match;
  readonly standing: (system: string | undefined) => Standing;
  /** Whether the code stands in a clinical family whose list is not in use. */
  readonly isSwitchedOff: (system: string | undefined) => boolean;
}

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
  const bySystem = new Map(inUse.flatMap((list) => list.systems.map((system) => [normalSystem(system), compile(list)] as const)));
  const off = new Set(
    CODE_LISTS.filter((list) => !inUse.includes(list)).flatMap((list) => list.systems.map((system) => normalSystem(system))),
  );
  const byName = new Map(inUse.map((list) => [list.name, compile(list)]));
  const ask = (names: readonly string[], code: string): Match => merge(names.flatMap((name) => byName.get(name)?.(code) ?? []));
  return {
    match: (system, code) => {
      const normal = normalCode(code);
      if (system !== undefined) return bySystem.get(normalSystem(system))?.(normal) ?? NOTHING;
      if (LOINC_SHAPE.test(normal)) return ask(["loinc"], normal);
      if (ICD_SHAPE.test(normal)) return ask(HCPCS_SHAPE.test(normal) ? ["icd-10-cm", "hcpcs"] : ["icd-10-cm"], normal);
      return NOTHING;
    },
    standing: (system) => {
      if (system === undefined) return "unjudged";
      const name = normalSystem(system);
      if (bySystem.has(name)) return "judged";
      return NEUTRAL.some((beginning) => name.startsWith(beginning)) ? "neutral" : "unjudged";
    },
    isSwitchedOff: (system) => system !== undefined && off.has(normalSystem(system)),
  };
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
