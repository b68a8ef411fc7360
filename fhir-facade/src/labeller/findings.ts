/** What has been found so far of one resource, and, when somebody wants to know, where and by which rule. */
import type { Tier } from "@member-exchange/sharing-policy/code-lists";
import type { Documents } from "../documents/documents.ts";
import type { CodeFamilies } from "./code-families.ts";
import type { SecurityLabels } from "./security-labels.ts";
import type { TextJudge } from "./text/text-judge.ts";
import { MALFORMED, type Signal, UNCLASSIFIABLE } from "./verdict.ts";

/** By what a resource is judged. */
export interface Means {
  readonly families: CodeFamilies;
  readonly labels: SecurityLabels;
  readonly text: TextJudge;
  readonly documents: Documents;
  /** Category codes of the bits of a mask. */
  readonly categoriesOf: (mask: number) => readonly string[];
}

/** One reason for a bit of a verdict, for admins. */
export interface Finding {
  /** Category code, `unclassifiable` or `malformed`. */
  readonly category: string;
  readonly tier: Tier | "label" | "structure";
  /** For example `icd-10-cm F10*`, `sud: alcohol use disorder` or `attachment`. */
  readonly rule: string;
  readonly source: string;
  /** For example `Condition.code.coding[0]`. */
  readonly path: string;
}

export interface Findings {
  readonly means: Means;
  mask: number;
  weak: number;
  /** Whether a code of a list in use, or a text that says something, was met where it tells what the resource is about. */
  judged: boolean;
  readonly rules: string[];
  readonly trace: Trace | undefined;
}

export interface Trace {
  readonly path: (string | number)[];
  readonly findings: Finding[];
}

export const nothingFound = (means: Means, trace?: Trace): Findings => ({ means, mask: 0, weak: 0, judged: false, rules: [], trace });

/** Bits that no code or text told: labels, structure, what cannot be judged. */
export function add(found: Findings, bits: number, rule: string, tier: "label" | "structure" = "structure"): void {
  if (bits === 0) return;
  found.mask |= bits;
  name(found, rule);
  if (found.trace) for (const category of namesOf(found.means, bits)) tell(found.trace, { category, tier, rule, source: "" });
}

/** @param text the code's own words, or the words themselves, when the text told it */
export function addSignal(found: Findings, { mask, weak, rule }: Signal, explain: () => readonly Omit<Finding, "path">[]): void {
  if ((mask | weak) === 0) return;
  found.mask |= mask;
  found.weak |= weak;
  name(found, rule);
  if (found.trace) for (const finding of explain()) tell(found.trace, finding);
}

/** What the words of a text tell, whatever element they stand in. */
export function addText(found: Findings, text: string): void {
  const { text: judge } = found.means;
  addSignal(found, judge.judge(text), () =>
    judge.explain(text).map(({ category, tier, term, source, list }) => ({ category, tier, rule: `${list}: ${term}`, source })),
  );
}

function name(found: Findings, rule: string): void {
  if (!found.rules.includes(rule)) found.rules.push(rule);
}

function tell({ path, findings }: Trace, finding: Omit<Finding, "path">): void {
  const place = path.map((step, n) => (typeof step === "number" ? `[${step}]` : n === 0 ? step : `.${step}`)).join("");
  findings.push({ ...finding, path: place });
}

function namesOf({ categoriesOf }: Means, bits: number): readonly string[] {
  return [
    ...categoriesOf(bits),
    ...((bits & UNCLASSIFIABLE) === 0 ? [] : ["unclassifiable"]),
    ...((bits & MALFORMED) === 0 ? [] : ["malformed"]),
  ];
}
