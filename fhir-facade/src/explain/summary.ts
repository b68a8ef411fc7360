/** What a choice would hide, counted by resource type and by category. */
import { RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import type { JudgeChoice } from "./choice.ts";
import type { Judged } from "./judged-record.ts";

export interface TypeCount {
  readonly type: string;
  readonly total: number;
  /** Patients that are masked or shown in part included: their id is seen. */
  readonly shown: number;
  readonly hidden: number;
  readonly notServed: number;
  /** Each hidden resource once, at the first of its reasons in the order of the screen. */
  readonly first: Readonly<Record<string, number>>;
  /** Each hidden resource at every one of its reasons. */
  readonly every: Readonly<Record<string, number>>;
}

export interface RuleCount {
  readonly category: string;
  readonly tier: string;
  readonly rule: string;
  readonly source: string;
  readonly resources: number;
}

export interface Summary {
  /** In the order of the screen; types that the facade does not serve stand last. */
  readonly types: readonly TypeCount[];
  readonly all: TypeCount;
  /** Of hidden resources; the most frequent rule first. */
  readonly rules: readonly RuleCount[];
}

const ORDER = new Map(Object.keys(RESOURCE_TYPES).map((type, place) => [type, place]));
const placeOf = (type: string): number => ORDER.get(type) ?? ORDER.size;

export function summaryOf(judged: readonly Judged[], judge: JudgeChoice): Summary {
  const names = [...new Set(judged.map(({ type }) => type))];
  const types = names.map((name) =>
    countOf(
      name,
      judged.filter(({ type }) => type === name),
      judge,
    ),
  );
  types.sort((a, b) => placeOf(a.type) - placeOf(b.type) || a.type.localeCompare(b.type));
  return { types, all: countOf("All types", judged, judge), rules: rulesOf(judged, judge) };
}

function countOf(type: string, judged: readonly Judged[], judge: JudgeChoice): TypeCount {
  const first: Record<string, number> = {};
  const every: Record<string, number> = {};
  const outcomes = { shown: 0, masked: 0, "in-part": 0, hidden: 0, "not-served": 0 };
  for (const one of judged) {
    const { outcome, reasons } = judge(one.type, one.mask);
    outcomes[outcome] += 1;
    if (outcome !== "hidden") continue;
    for (const [place, reason] of reasons.entries()) {
      if (place === 0) first[reason] = (first[reason] ?? 0) + 1;
      every[reason] = (every[reason] ?? 0) + 1;
    }
  }
  const { shown, masked, "in-part": inPart, hidden } = outcomes;
  return { type, total: judged.length, shown: shown + masked + inPart, hidden, notServed: outcomes["not-served"], first, every };
}

function rulesOf(judged: readonly Judged[], judge: JudgeChoice): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const one of judged) {
    const { outcome, reasons } = judge(one.type, one.mask);
    if (outcome !== "hidden") continue;
    const told = [...one.findings, ...one.spread.flatMap(spreadRules)].filter(({ category }) => reasons.includes(category));
    for (const [name, { category, tier, rule, source }] of new Map(told.map((rule) => [`${rule.category} ${rule.rule}`, rule])))
      counts.set(name, { category, tier, rule, source, resources: (counts.get(name)?.resources ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.resources - a.resources || a.rule.localeCompare(b.rule));
}

const spreadRules = ({ rule, categories }: Judged["spread"][number]) =>
  categories.map((category) => ({ category, tier: "record", rule, source: "another resource of the same record" }));
