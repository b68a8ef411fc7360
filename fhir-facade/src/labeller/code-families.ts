/** Codes by family: the same code system stands in data under many addresses, and codes in many spellings. */
import type { CodeList } from "@member-exchange/sharing-policy/code-lists";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { remembered } from "./remembered.ts";
import { type BitOf, bitsOf, NO_SIGNAL, type Signal } from "./verdict.ts";

/** `judged`: its list is in use; `neutral`: cannot say anything clinical; `unjudged`: everything else. */
export type Standing = "judged" | "neutral" | "unjudged";

export interface Family {
  readonly standing: Standing;
  /** Whether it is a clinical family whose list is not in use. */
  readonly isSwitchedOff: boolean;
  /** What is known of one code. */
  readonly match: (code: string) => Signal;
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

export function codeFamilies(policy: SharingPolicy): CodeFamilies {
  const bitOf = bitsOf(policy);
  const byName = new Map(policy.codeLists.map((list) => [list.name, compile(list, bitOf)]));
  const bySystem = new Map(
    policy.codeLists.flatMap((list) => list.systems.map((system) => [normalSystem(system), byName.get(list.name)] as const)),
  );
  const off = new Set(policy.codeListsOff.flatMap((list) => list.systems.map((system) => normalSystem(system))));
  const ask = (names: readonly string[], code: string): Signal => merge(names.flatMap((name) => byName.get(name)?.(code) ?? []));
  const byShape = (code: string): Signal => {
    const normal = normalCode(code);
    if (LOINC_SHAPE.test(normal)) return ask(["loinc"], normal);
    if (ICD_SHAPE.test(normal)) return ask(HCPCS_SHAPE.test(normal) ? ["icd-10-cm", "hcpcs"] : ["icd-10-cm"], normal);
    return NO_SIGNAL;
  };
  const unnamed: Family = { standing: "unjudged", isSwitchedOff: false, match: remembered(MOST_CODES, byShape) };
  const named = remembered(MOST_SYSTEMS, (system): Family => {
    const name = normalSystem(system);
    const list = bySystem.get(name);
    const others: Standing = NEUTRAL.some((beginning) => name.startsWith(beginning)) ? "neutral" : "unjudged";
    return {
      standing: list ? "judged" : others,
      isSwitchedOff: off.has(name),
      match: list ? remembered(MOST_CODES, (code) => list(normalCode(code))) : () => NO_SIGNAL,
    };
  });
  return (system) => (system === undefined ? unnamed : named(system));
}

const merge = (signals: readonly Signal[]): Signal => ({
  mask: signals.reduce((mask, signal) => mask | signal.mask, 0),
  weak: signals.reduce((weak, signal) => weak | signal.weak, 0),
  rule: signals.find(({ rule }) => rule !== "")?.rule ?? "",
});

/** Of one code or beginning: what it tells by itself, and what weakly. */
interface Told {
  mask: number;
  weak: number;
}

/** The list as a look-up: whole codes in one map, beginnings tried from the shortest. */
function compile(list: CodeList, bitOf: BitOf): (code: string) => Signal {
  const whole = new Map<string, Told>();
  const beginnings = new Map<string, Told>();
  const tell = (told: Map<string, Told>, code: string, bit: number, isWeak: boolean): void => {
    const { mask = 0, weak = 0 } = told.get(code) ?? {};
    told.set(code, isWeak ? { mask, weak: weak | bit } : { mask: mask | bit, weak });
  };
  for (const { category, tier, codes = [], prefixes = [] } of list.rules) {
    const bit = bitOf(category);
    if (bit === 0) continue;
    for (const code of codes) tell(whole, normalCode(code), bit, tier === "weak");
    for (const prefix of prefixes) tell(beginnings, normalCode(prefix), bit, tier === "weak");
  }
  const longest = Math.max(0, ...[...beginnings.keys()].map((prefix) => prefix.length));
  return (code) => {
    let { mask, weak } = whole.get(code) ?? NO_SIGNAL;
    for (let length = 1; length <= Math.min(longest, code.length); length++) {
      const told = beginnings.get(code.slice(0, length));
      mask |= told?.mask ?? 0;
      weak |= told?.weak ?? 0;
    }
    return (mask | weak) === 0 ? NO_SIGNAL : { mask, weak: weak & ~mask, rule: list.name };
  };
}
