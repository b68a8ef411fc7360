/** `npm run explain`: why each resource of some files is held for sensitive, and what a choice would hide. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { asJson } from "./as-json.ts";
import { categoriesIn, MALFORMED_NAME, UNCLASSIFIABLE_NAME } from "./categories-in.ts";
import { type Choice, choiceJudge } from "./choice.ts";
import { chosenPolicy } from "./chosen-policy.ts";
import { choiceOf, type Options, readOptions, USAGE, UsageError } from "./command-line.ts";
import { judgedFiles } from "./judged-files.ts";
import type { Judged } from "./judged-record.ts";
import { reportPage } from "./report/page.ts";
import { summaryOf } from "./summary.ts";
import { summaryTable } from "./summary-table.ts";
import { type Explained, textTable } from "./text-table.ts";

/** Where the command speaks: results, and progress beside them. */
export interface Output {
  readonly print: (line: string) => void;
  readonly progress: (line: string) => void;
}

export async function explain(options: Options, { print, progress }: Output): Promise<void> {
  const policy = chosenPolicy(options.codeLists, options.policy);
  const choice = choiceOf(options, policy);
  const chosen = chosenCategory(options, policy);
  const judge = choiceJudge(choice, policy);
  const judged = await judgedFiles(options.paths, policy, progress);
  const summary = summaryOf(judged, judge);
  const wanted: readonly Explained[] = judged
    .filter((one) => chosen === undefined || tells(one, chosen, policy))
    .map((one) => ({ judged: chosen === undefined ? one : only(one, chosen), judgement: judge(one.type, one.mask) }));
  if (options.html !== undefined) {
    write(options.html, reportPage({ summary, choice, policy }));
    progress(`report: ${options.html}`);
  }
  if (options.json) print(JSON.stringify(asJson(wanted, { summary, choice, policy }), null, 2));
  else
    for (const line of [
      ...textTable(wanted),
      "",
      `choice: ${sentence(choice)}`,
      ...summaryTable(
        summary,
        policy.categories.map(({ code }) => code),
      ),
    ])
      print(line);
}

function write(path: string, page: string): void {
  try {
    writeFileSync(path, page);
  } catch {
    throw new Error(`${path} cannot be written.`);
  }
}

function sentence({ mode, shared }: Choice): string {
  if (mode === "everything") return "everything is shared; psychotherapy notes never are";
  return `${mode}; shared categories: ${shared.join(", ") || "none"}`;
}

/** @throws UsageError for a category that the policy does not have */
function chosenCategory({ category }: Options, policy: SharingPolicy): string | undefined {
  const names = [...policy.categories.map(({ code }) => code), UNCLASSIFIABLE_NAME, MALFORMED_NAME];
  if (category !== undefined && !names.includes(category))
    throw new UsageError(`There is no category ${category || "without a name"}: the categories are ${names.join(", ")}.`);
  return category;
}

const tells = ({ mask, weak }: Judged, category: string, policy: SharingPolicy): boolean =>
  categoriesIn(mask | weak, policy).includes(category);

const only = (one: Judged, wanted: string): Judged => ({
  ...one,
  findings: one.findings.filter(({ category }) => category === wanted),
  spread: one.spread.filter(({ categories }) => categories.length === 0 || categories.includes(wanted)),
});

/** @returns the exit code */
export async function main(words: readonly string[], enabled: string | undefined, output: Output): Promise<number> {
  if (words.includes("--help")) {
    output.print(USAGE);
    return 0;
  }
  try {
    await explain(readOptions(words, enabled), output);
    return 0;
  } catch (error) {
    output.progress(error instanceof Error ? error.message : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await main(process.argv.slice(2), process.env.CODE_LISTS, { print: console.log, progress: console.error });
