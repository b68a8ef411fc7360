/** Codes by family: the same code system stands in data under many addresses, and codes in many spellings. */
import { type CodeList, normalSystem } from "@member-exchange/sharing-policy/code-lists";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { compile } from "./compile-list.ts";
import { explainCode } from "./explain-code.ts";
import type { Finding } from "./findings.ts";
import { remembered } from "./remembered.ts";
import { isNeutral, isRaceOrEthnicity, listsOfShape, normalCode } from "./spelling.ts";
import { type BitOf, bitsOf, NO_SIGNAL, type Signal } from "./verdict.ts";

/** `judged`: its list is in use; `neutral`: cannot say anything clinical; `unjudged`: everything else. */
export type Standing = "judged" | "neutral" | "unjudged";

export interface Family {
  readonly standing: Standing;
  /** Whether it is a clinical family whose list is not in use. */
  readonly isSwitchedOff: boolean;
  /** What is known of one code. */
  readonly match: (code: string) => Signal;
  /** The rules that know it. */
  readonly explain: (code: string) => readonly Omit<Finding, "path">[];
  readonly elsewhere: CodeList["elsewhere"];
}

/** The family that an address of a code system stands for; without one, the shape of each code decides which families to ask. */
export interface CodeFamilies {
  /** @param code where codes of different forms under one address are of different systems */
  (system: string | undefined, code?: string): Family;
  /** The family of a list by its name; `undefined` when it is not in use. */
  readonly ofList: (name: string) => Family | undefined;
}

const MOST_SYSTEMS = 1_000;
const MOST_CODES = 5_000;

export function codeFamilies(policy: SharingPolicy): CodeFamilies {
  const bitOf = bitsOf(policy);
  const byName = new Map(policy.codeLists.map((list) => [list.name, familyOf(list, bitOf)]));
  const bySystem = new Map(
    policy.codeLists.flatMap((list) => list.systems.map((system) => [normalSystem(system), byName.get(list.name)] as const)),
  );
  const partial = new Set(policy.codeLists.filter((list) => list.partial).flatMap((list) => list.systems.map(normalSystem)));
  const off = new Set(policy.codeListsOff.flatMap((list) => list.systems.map((system) => normalSystem(system))));
  const ofShape = (code: string): readonly Family[] => listsOfShape(code).flatMap((name) => byName.get(name) ?? []);
  const unnamed: Family = {
    ...UNKNOWN,
    match: remembered(MOST_CODES, (code) => merge(ofShape(code).map((family) => family.match(code)))),
    explain: (code) => ofShape(code).flatMap((family) => family.explain(code)),
  };
  const named = remembered(MOST_SYSTEMS, (system): Family => {
    const name = normalSystem(system);
    const known = bySystem.get(name);
    const standing = isNeutral(name) ? "neutral" : "unjudged";
    if (known) return partial.has(name) ? { ...known, standing } : known;
    // who made up an address of their own still writes codes that everybody knows
    return { ...(isRaceOrEthnicity(name) ? UNKNOWN : unnamed), standing, isSwitchedOff: off.has(name) };
  });
  const families = (system: string | undefined, code?: string): Family => {
    if (system === undefined) return unnamed;
    const family = named(system);
    const { elsewhere } = family;
    if (elsewhere === undefined || code === undefined || !elsewhere.form.test(normalCode(code))) return family;
    return byName.get(elsewhere.list) ?? SWITCHED_OFF;
  };
  return Object.assign(families, { ofList: (name: string) => byName.get(name) });
}

const UNKNOWN: Family = { standing: "unjudged", isSwitchedOff: false, match: () => NO_SIGNAL, explain: () => [], elsewhere: undefined };
const SWITCHED_OFF: Family = { ...UNKNOWN, isSwitchedOff: true };

function familyOf(list: CodeList, bitOf: BitOf): Family {
  const told = compile(list, bitOf);
  return {
    standing: "judged",
    isSwitchedOff: false,
    match: remembered(MOST_CODES, (code) => told(normalCode(code))),
    explain: (code) => explainCode(list, bitOf, normalCode(code)),
    elsewhere: list.elsewhere,
  };
}

const merge = (signals: readonly Signal[]): Signal => ({
  mask: signals.reduce((mask, signal) => mask | signal.mask, 0),
  weak: signals.reduce((weak, signal) => weak | signal.weak, 0),
  rule: signals.find(({ rule }) => rule !== "")?.rule ?? "",
});
