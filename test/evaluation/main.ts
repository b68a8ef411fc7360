/** `npm run evaluate:labeller`: the labeller beside people who labelled records by hand. */
import { fileURLToPath } from "node:url";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { chosenPolicy } from "../../fhir-facade/src/explain/chosen-policy.ts";
import { readRecordFiles } from "../../fhir-facade/src/explain/record-files.ts";
import { recordsOf } from "../../fhir-facade/src/explain/records.ts";
import { VIEWS } from "./case.ts";
import { type Options, readOptions, USAGE } from "./command-line.ts";
import { casesOf, type JudgedRecord, judgeAll, leaveOneOut, withoutSingleRules } from "./evaluate.ts";
import { type LabelledRecords, labelledRecords } from "./labelled-records.ts";
import { byCategory, byType } from "./score.ts";
import { alarmLines, listed, missLines, scoreTable } from "./tables.ts";

export type Print = (line: string) => void;

export async function evaluate(options: Options, print: Print): Promise<void> {
  const policy = chosenPolicy(options.codeLists, options.policy);
  const labelled = labelledRecords(recordsOf(readRecordFiles(options.paths)));
  const judged = await judgeAll(labelled.records, policy);
  if (options.json) print(JSON.stringify(await asJson(judged, labelled, options, policy), null, 2));
  else for (const line of await lines(judged, labelled, options, policy)) print(line);
}

async function lines(
  judged: readonly JudgedRecord[],
  labelled: LabelledRecords,
  options: Options,
  policy: SharingPolicy,
): Promise<readonly string[]> {
  const told = [...about(labelled, options)];
  if (judged.length === 0) return told;
  told.push(...views("as it is", judged, policy, true));
  for (const one of judged.length > 1 ? judged : [])
    told.push(...scores(`record ${one.record.name}, in its record`, casesOf([one], "in its record", policy), false));
  if (!options.leaveOneOut) return told;
  told.push(
    "",
    "LEAVE ONE OUT: each record judged without the whole codes that stand in it; shorter beginnings of codes, terms and structure remain.",
  );
  told.push(...views("left out", await leaveOneOut(labelled.records, policy), policy, false));
  if (judged.length < 2) return [...told, "", "With one record, every rule fired in one record alone: there is nothing more to leave out."];
  const single = await withoutSingleRules(judged, policy);
  told.push(
    "",
    `RULES OF ONE RECORD: ${single.rules.size} rules fired in one record alone and may be fitted to it. Without them (a floor, as records differ):`,
  );
  return [...told, ...views("without", single.judged, policy, false), ...[...single.rules].sort().map((rule) => `  ${rule}`)];
}

function about({ records, unlabelled, ignored }: LabelledRecords, { codeLists }: Options): readonly string[] {
  const resources = records.reduce((sum, record) => sum + record.resources.length, 0);
  const silent = unlabelled.reduce((sum, record) => sum + record.resources.length, 0);
  return [
    records.length > 0
      ? `${resources} resources of ${records.length} labelled records.`
      : "No resource carries a label: there is nothing to compare with.",
    ...(silent > 0 ? [`Left out: ${silent} resources of ${unlabelled.length} records in which nothing is labelled.`] : []),
    "The rater is whoever wrote the labels; other people would label otherwise, and these figures are about this rater and these records.",
    "Taken out before judging, contained resources included: meta.security, and narratives (text), which often repeat the labels.",
    "Columns: found of labelled is recall; unclassifiable: not found, and hidden all the same; right of told is precision.",
    `Optional code lists in use: ${codeLists.join(", ") || "none"}.`,
    ...(ignored.size > 0
      ? [`Labels that count for nothing: ${Array.from(ignored, ([label, count]) => `${label} (${count})`).join(", ")}.`]
      : []),
  ];
}

function views(title: string, judged: readonly JudgedRecord[], policy: SharingPolicy, withLines: boolean): readonly string[] {
  return VIEWS.flatMap((view) => scores(`${title}, each resource ${view}`, casesOf(judged, view, policy), withLines));
}

function scores(title: string, cases: ReturnType<typeof casesOf>, withLines: boolean): readonly string[] {
  const figures = ["", `== ${title}`, ...scoreTable("category", byCategory(cases)), "", ...scoreTable("type", byType(cases))];
  return withLines ? [...figures, "", ...listed("misses", missLines(cases)), ...listed("false alarms", alarmLines(cases))] : figures;
}

async function asJson(judged: readonly JudgedRecord[], labelled: LabelledRecords, options: Options, policy: SharingPolicy) {
  const figures = (some: readonly JudgedRecord[]) =>
    Object.fromEntries(
      VIEWS.map((view) => {
        const cases = casesOf(some, view, policy);
        return [view, { byCategory: byCategory(cases), byType: byType(cases), misses: missLines(cases), falseAlarms: alarmLines(cases) }];
      }),
    );
  const single = await withoutSingleRules(judged, policy);
  return {
    about: about(labelled, options),
    asItIs: figures(judged),
    byRecord: Object.fromEntries(judged.map((one) => [one.record.name, figures([one])])),
    ...(options.leaveOneOut
      ? {
          leaveOneOut: figures(await leaveOneOut(labelled.records, policy)),
          withoutRulesOfOneRecord: { rules: [...single.rules], ...figures(single.judged) },
        }
      : {}),
  };
}

/** @returns the exit code */
export async function main(words: readonly string[], print: Print, complain: Print): Promise<number> {
  if (words.includes("--help")) {
    print(USAGE);
    return 0;
  }
  let options: Options;
  try {
    options = readOptions(words);
  } catch (error) {
    complain((error as Error).message.split(". ")[0] ?? "");
    return 2;
  }
  try {
    await evaluate(options, print);
    return 0;
  } catch (error) {
    complain((error as Error).message);
    return 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2), console.log, console.error);
