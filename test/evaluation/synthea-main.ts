/** `npm run evaluate:synthea`: the labeller beside what the generator of the demo's members knew. */
import { fileURLToPath } from "node:url";
import { allButSensitive, choiceJudge } from "../../fhir-facade/src/explain/choice.ts";
import { summaryOf } from "../../fhir-facade/src/explain/summary.ts";
import { aligned, summaryTable } from "../../fhir-facade/src/explain/summary-table.ts";
import { type Case, rulesFor, VIEWS } from "./case.ts";
import { casesOf } from "./evaluate.ts";
import { byCategory, byType, falseAlarms, missedRows } from "./score.ts";
import { DEMO_POLICY, judgedMembers } from "./synthea-members.ts";
import { scoreTable } from "./tables.ts";
import { type Share, unclassifiableShares } from "./unclassifiable.ts";

export async function syntheaLines(): Promise<readonly string[]> {
  const judged = await judgedMembers();
  const codes = DEMO_POLICY.categories.map(({ code }) => code);
  const summary = summaryOf(
    judged.flatMap((one) => one.judged),
    choiceJudge(allButSensitive(DEMO_POLICY), DEMO_POLICY),
  );
  const lines = [
    "The truth is what the generator knew: a table of its codes, read by one person (test/synthea-truth.ts), and its notes, which spell out the same displays.",
    "Codes of which people would not agree are no false alarms. Practitioners and places count once a member. In its record, what is told of a resource because of another one counts as a false alarm here, though it is meant: a visit is hidden with what was done there.",
    "",
    "== what all but sensitive hides",
    ...summaryTable(summary, codes),
  ];
  for (const view of VIEWS) {
    const cases = casesOf(judged, view, DEMO_POLICY);
    lines.push("", `== each resource ${view}`, ...scoreTable("category", byCategory(cases)), "", ...scoreTable("type", byType(cases)));
    lines.push("", "misses, by type and category", ...kindsOf(cases, missKinds));
    lines.push("", "told through what it refers to, or what refers to it", ...kindsOf(cases, alarmKinds(true)));
    lines.push("", "other false alarms, by type, category and rule", ...kindsOf(cases, alarmKinds(false)));
  }
  const shares = unclassifiableShares(casesOf(judged, "in its record", DEMO_POLICY));
  return [
    ...lines,
    "",
    "== resources that cannot be judged, in their record",
    ...aligned([["type", "all", "unclassifiable", "share", "why"], ...shares.map(shareRow)]),
  ];
}

const shareRow = ({ type, all, unclassifiable, rules }: Share): readonly string[] => [
  type,
  String(all),
  String(unclassifiable),
  `${((unclassifiable / all) * 100).toFixed(1)} %`,
  Object.entries(rules)
    .map(([rule, count]) => `${rule} ${count}`)
    .join(", "),
];

/** There are many of the same kind: counted, with one id each. */
function kindsOf(cases: readonly Case[], kindsIn: (one: Case) => readonly string[]): readonly string[] {
  const kinds = new Map<string, { count: number; example: string }>();
  for (const one of cases)
    for (const kind of kindsIn(one))
      kinds.set(kind, { count: (kinds.get(kind)?.count ?? 0) + 1, example: kinds.get(kind)?.example ?? one.key });
  const sorted = [...kinds].sort(([, a], [, b]) => b.count - a.count);
  return sorted.length === 0 ? ["  none"] : sorted.map(([kind, { count, example }]) => `  ${count} × ${kind} (${example})`);
}

const missKinds = (one: Case): readonly string[] =>
  missedRows(one).map((row) => `${one.type} ${row}${one.told.isUnjudged ? ", unclassifiable and so hidden all the same" : ""}`);

/** Without the ids of the resources from which it came. @param isBeside those that are true of a neighbour, or the others */
const alarmKinds =
  (isBeside: boolean) =>
  (one: Case): readonly string[] =>
    falseAlarms(one)
      .filter((category) => (one.truth.beside?.has(category) ?? false) === isBeside)
      .map((category) => {
        const rules = new Set(rulesFor(one, category).map((rule) => rule.replace(/ ([A-Z][A-Za-z]+)\/\S+$/, " $1")));
        return `${one.type} ${category} by ${[...rules].join("; ")}`;
      });

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const line of await syntheaLines()) console.log(line);
