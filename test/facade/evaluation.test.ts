/** `npm run evaluate:labeller`: its figures are right, and the labels never help the labeller. */
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import type { View } from "../evaluation/case.ts";
import { casesOf, judgeAll, leaveOneOut } from "../evaluation/evaluate.ts";
import { labelledRecords } from "../evaluation/labelled-records.ts";
import { isUnknown, truthOf } from "../evaluation/labels.ts";
import { withoutCodesOf, withoutRules } from "../evaluation/leave-one-out.ts";
import { main } from "../evaluation/main.ts";
import { AT_ALL, byCategory, byType, precision, recall, type Score } from "../evaluation/score.ts";
import { alarmLines, missLines } from "../evaluation/tables.ts";
import { bundle, type Folder, folder } from "./support/files.ts";

const ICD = "http://hl7.org/fhir/sid/icd-10-cm";
const LOINC = "http://loinc.org";
const ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
const subject = { reference: "Patient/p" };
const security = (labels: readonly string[]): object =>
  labels.length === 0 ? {} : { meta: { security: labels.map((code) => ({ system: ACT, code })) } };
const made = (resourceType: string, id: string, labels: readonly string[], more: object): Resource =>
  ({ resourceType, id, subject, ...security(labels), ...more }) as unknown as Resource;
const condition = (id: string, code: string, labels: readonly string[] = [], more: object = {}): Resource =>
  made("Condition", id, labels, { code: { coding: [{ system: ICD, code }] }, ...more });

const policy = standardPolicy([]);
const HARMLESS = "J20.9";

async function casesIn(resources: readonly Resource[], view: View = "by itself") {
  const { records } = labelledRecords([{ patient: "p", resources }]);
  return casesOf(await judgeAll(records, policy), view, policy);
}
const rowOf = (scores: readonly Score[], name: string): Score | undefined => scores.find((score) => score.name === name);

describe("evaluation: recall and precision", () => {
  const record = [
    condition("found-1", "F10.20", ["SUD"]),
    condition("found-2", "F11.20", ["OPIOIDUD", "42CFRPart2"]),
    condition("missed", HARMLESS, ["SUD"]),
    condition("alarm", "F14.10"),
    condition("harmless", HARMLESS),
  ];

  test("found of labelled, and right of told", async () => {
    const cases = await casesIn(record);
    const row = rowOf(byCategory(cases), "SUD");
    expect(row).toEqual({ name: "SUD", all: 5, wanted: 3, found: 2, unjudged: 0, told: 3, right: 2 });
    expect(row && recall(row)).toBeCloseTo(2 / 3);
    expect(row && precision(row)).toBeCloseTo(2 / 3);
    expect(rowOf(byType(cases), "Condition")).toMatchObject({ all: 5, wanted: 3, found: 2, told: 3, right: 2 });
  });

  test("each miss and false alarm is named, the latter with its rule", async () => {
    const cases = await casesIn(record);
    expect(missLines(cases)).toEqual(["  Condition/missed: SUD"]);
    expect(alarmLines(cases)).toEqual([expect.stringMatching(/^ {2}Condition\/alarm: SUD by .*icd-10-cm/)]);
  });

  test("nothing labelled and nothing told is no figure", async () => {
    const row = rowOf(
      byType(await casesIn([condition("a", "F10.20", ["SUD"]), made("Encounter", "e", [], { class: { code: "AMB" } })])),
      "Encounter",
    );
    expect(row && [recall(row), precision(row)]).toEqual([undefined, undefined]);
  });

  test("what cannot be judged is counted apart, never as found", async () => {
    const unknown = condition("u", "1", ["PSY"], { code: { coding: [{ system: "http://own.example/codes", code: "1" }] } });
    const cases = await casesIn([unknown]);
    expect(rowOf(byCategory(cases), "PSY")).toMatchObject({ wanted: 1, found: 0, unjudged: 1 });
    expect(rowOf(byCategory(cases), AT_ALL)).toMatchObject({ wanted: 1, found: 0, unjudged: 1, told: 0 });
  });

  test("a visit that holds something sensitive is found in its record and not by itself", async () => {
    const visit = made("Encounter", "visit", [], { class: { code: "AMB" }, diagnosis: [{ condition: { reference: "Condition/a" } }] });
    const record = [condition("a", "F10.20", ["SUD"]), visit];
    expect(alarmLines(await casesIn(record))).toEqual([]);
    expect(alarmLines(await casesIn(record, "in its record"))).toEqual([
      expect.stringMatching(/^ {2}Encounter\/visit: SUD by .* Condition\/a$/),
    ]);
  });
});

describe("evaluation: what labels mean", () => {
  const satisfied: [label: string, code: string, row: string][] = [
    ["BH", "F32.9", "BH"],
    ["BH", "F10.20", "BH"],
    ["MH", "F32.9", "PSY"],
    ["ETHUD", "F10.20", "SUD"],
    ["42CFRPart2", "F10.20", "SUD"],
    ["HIVAIDS", "B20", "HIV"],
  ];
  test.each(satisfied)("%s is satisfied by what %s tells", async (label, code, row) => {
    const found = rowOf(byCategory(await casesIn([condition("a", code, [label])])), row);
    expect(found).toMatchObject({ wanted: 1, found: 1 });
    expect(found && precision(found)).toBe(1);
  });

  test("BH is not satisfied by HIV", async () =>
    expect(rowOf(byCategory(await casesIn([condition("a", "B20", ["BH"])])), "BH")).toMatchObject({ wanted: 1, found: 0 }));

  test("BH beside a finer label wants nothing more, and permits what it means", () => {
    const { wanted, permitted } = truthOf(["BH", "SUD"]);
    expect([wanted, [...permitted].sort()]).toEqual([["SUD"], ["COGN", "PSY", "SUD"]]);
  });

  test("an abortion is SEX, of whatever code system the label is", () => expect(truthOf(["ABORTION"]).wanted).toEqual(["SEX"]));

  test("R or V alone is sensitive, and every category may be right", async () => {
    const cases = await casesIn([condition("a", "F10.20", ["R"]), condition("b", HARMLESS, ["V"])]);
    expect(rowOf(byCategory(cases), AT_ALL)).toMatchObject({ wanted: 2, found: 1, told: 1, right: 1 });
    expect(alarmLines(cases)).toEqual([]);
    expect(missLines(cases)).toEqual(["  Condition/b: sensitive"]);
  });

  test.each(["N", "M", "L", "U"])("%s is no sensitive label", (label) => expect(truthOf([label]).isSensitive).toBe(false));
  test("a label that nobody knows counts for nothing, and is named", () =>
    expect([truthOf(["ZZZ"]).isSensitive, isUnknown("ZZZ"), isUnknown("R"), isUnknown("SUD")]).toEqual([false, true, false, false]));
});

describe("evaluation: the answer is taken out before judging", () => {
  const labelled: [string, Resource][] = [
    ["meta.security", condition("a", HARMLESS, ["HIV"])],
    ["meta.security of a contained resource", condition("a", HARMLESS, ["HIV"], { contained: [condition("c", HARMLESS, ["HIV"])] })],
    ["a narrative", condition("a", HARMLESS, ["HIV"], { text: { status: "generated", div: "<div>HIV, AIDS. Security: HIV</div>" } })],
    [
      "a narrative of a contained resource",
      condition("a", HARMLESS, ["HIV"], {
        contained: [condition("c", HARMLESS, [], { text: { status: "generated", div: "<div>HIV infection</div>" } })],
      }),
    ],
  ];
  test.each(labelled)("%s does not help", async (_title, resource) => {
    const [one] = await casesIn([resource]);
    expect(one?.told).toEqual({ categories: [], isUnjudged: false });
  });

  test("the rest of meta and of the resource stays", () => {
    const { records } = labelledRecords([{ patient: "p", resources: [condition("a", HARMLESS, ["HIV"], { note: [{ text: "kept" }] })] }]);
    expect(records[0]?.resources[0]).toEqual({ ...condition("a", HARMLESS), meta: {}, note: [{ text: "kept" }] });
  });
});

describe("evaluation: leave one out", () => {
  const survey = made("Observation", "phq", ["PSY"], { code: { coding: [{ system: LOINC, code: "44261-6" }] } });

  test("a whole code of the record is forgotten for it, a beginning is not", async () => {
    const { records } = labelledRecords([{ patient: "p", resources: [survey, condition("a", "F10.20", ["SUD"])] }]);
    const row = (scores: readonly Score[], name: string) => rowOf(scores, name)?.found;
    const before = byCategory(casesOf(await judgeAll(records, policy), "by itself", policy));
    const after = byCategory(casesOf(await leaveOneOut(records, policy), "by itself", policy));
    expect([row(before, "PSY"), row(after, "PSY")]).toEqual([1, 0]);
    expect([row(before, "SUD"), row(after, "SUD")]).toEqual([1, 1]);
  });

  test("only codes of the record go, and from a copy", () => {
    const codes = ({ codeLists }: typeof policy): readonly string[] =>
      codeLists.flatMap(({ rules }) => rules.flatMap(({ codes = [] }) => codes));
    const all = codes(policy);
    const left = new Set(codes(withoutCodesOf([survey], policy)));
    const gone = all.filter((code) => !left.has(code));
    expect(gone.length).toBeGreaterThan(0);
    for (const code of gone) expect(JSON.stringify(survey).toUpperCase()).toContain(`"${code}"`);
    expect(codes(policy)).toEqual(all);
  });

  test("rules that are named go: codes, beginnings and terms", () => {
    const source = "made up";
    const own = {
      ...policy,
      codeLists: [
        {
          name: "own",
          optional: false,
          date: "2026-01-01",
          systems: ["urn:own"],
          rules: [{ category: "SUD", tier: "definite" as const, source, codes: ["A1", "A2"], prefixes: ["B"] }],
        },
      ],
      termLists: [
        { name: "words", date: "2026-01-01", rules: [{ category: "SUD", tier: "definite" as const, source, terms: ["one", "two"] }] },
      ],
    };
    const left = withoutRules(new Set(["own A1", "own B*", "words: two"]), own);
    expect(left.codeLists[0]?.rules[0]).toMatchObject({ codes: ["A2"], prefixes: [] });
    expect(left.termLists[0]?.rules[0]).toMatchObject({ terms: ["one"] });
  });
});

describe("evaluation: the command", () => {
  let files: Folder;
  beforeEach(() => {
    files = folder();
  });
  afterEach(() => files.remove());
  async function run(...words: string[]) {
    const printed: string[] = [];
    const told: string[] = [];
    const exit = await main(
      words,
      (line) => printed.push(line),
      (line) => told.push(line),
    );
    return { exit, text: printed.join("\n"), told };
  }

  test("prints figures for a folder and says what they stand on", async () => {
    files.write("a.json", bundle([{ resourceType: "Patient", id: "p" }, condition("a", "F10.20", ["SUD"])]));
    const { exit, text } = await run(files.path, "--leave-one-out");
    expect(exit).toBe(0);
    for (const said of [
      "2 resources of 1 labelled records",
      "The rater is whoever wrote the labels",
      "meta.security, and narratives",
      "Optional code lists in use: cpt, snomed-ct",
    ])
      expect(text).toContain(said);
    expect(text).toMatch(/sensitive at all +2 +1 +1 +1\.00/);
  });

  test("records without any label are left out, and that is said", async () => {
    files.write("a.json", bundle([{ resourceType: "Patient", id: "p" }, condition("a", "F10.20")]));
    const { exit, text } = await run(files.path);
    expect([exit, text]).toEqual([0, expect.stringContaining("No resource carries a label: there is nothing to compare with.")]);
    expect(text).toContain("Left out: 2 resources of 1 records");
  });

  test("--json is JSON with the same figures", async () => {
    files.write("a.json", bundle([condition("a", "F10.20", ["SUD"])]));
    const { text } = await run(files.path, "--json", "--leave-one-out");
    expect(rowOf(JSON.parse(text).asItIs["by itself"].byCategory, "SUD")).toMatchObject({ wanted: 1, found: 1 });
  });

  test.each([
    ["no folder", [], 2],
    ["an unknown option", [".", "--fast"], 2],
    ["a folder that is not there", ["/no/such/folder"], 1],
  ])("%s is refused in one sentence", async (_title, words, code) => {
    const { exit, told } = await run(...words);
    expect([exit, told.length]).toEqual([code, 1]);
  });
});
