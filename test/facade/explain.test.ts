/** `npm run explain`: an admin is told what decided, and nothing that the record says in words. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../fhir-facade/src/explain/main.ts";
import { bundle, type Folder, folder } from "./support/files.ts";

const ICD = "http://hl7.org/fhir/sid/icd-10-cm";
const coded = (code: string, display = ""): object => ({ coding: [{ system: ICD, code, display }] });
const subject = { reference: "Patient/p" };
const condition = (id: string, code: string, more: object = {}): object => ({
  resourceType: "Condition",
  id,
  subject,
  code: coded(code),
  ...more,
});

let files: Folder;
beforeEach(() => {
  files = folder();
});
afterEach(() => files.remove());

async function run(...words: string[]) {
  const printed: string[] = [];
  const told: string[] = [];
  const exit = await main(words, undefined, { print: (line) => printed.push(line), progress: (line) => told.push(line) });
  return { exit, text: printed.join("\n"), lines: printed.flatMap((text) => text.split("\n")), told };
}

const record = [
  { resourceType: "Patient", id: "p" },
  condition("drink", "F10.20"),
  condition("cough", "J20.9"),
  { resourceType: "Encounter", id: "visit", subject, class: { code: "AMB" }, diagnosis: [{ condition: { reference: "Condition/drink" } }] },
];

describe("explain: what decided", () => {
  test("each resource is told with its category and rule, or that no rule fired", async () => {
    const { exit, text } = await run(files.write("r.json", bundle(record)));
    expect(exit).toBe(0);
    expect(text).toMatch(/Condition\/drink {2}hidden: SUD\n {2}SUD +\S+ +icd-10-cm/);
    expect(text).toMatch(/Condition\/cough {2}shown\n {2}no rule/);
  });

  test("what came from another resource is told with that resource", async () => {
    const { text } = await run(files.write("r.json", bundle(record)));
    expect(text).toMatch(/Encounter\/visit {2}hidden: SUD\n(.*\n)* {2}SUD +record +\S+ Condition\/drink/);
  });

  test("--json holds the same, with what each resource is by itself", async () => {
    const { text } = await run(files.write("r.json", bundle(record)), "--json");
    const { resources, summary } = JSON.parse(text);
    expect(resources.find(({ key }: { key: string }) => key === "Encounter/visit")).toMatchObject({
      outcome: "hidden",
      categories: ["SUD"],
      bySelf: [],
      spread: [{ from: "Condition/drink", categories: ["SUD"] }],
    });
    expect(summary.all).toMatchObject({ total: 4, shown: 2, hidden: 2, every: { SUD: 2 } });
  });

  test("--category leaves only its resources", async () => {
    const { text } = await run(files.write("r.json", bundle([...record, condition("virus", "B20")])), "--category", "HIV");
    expect(text).toContain("Condition/virus");
    expect(text).not.toContain("Condition/drink");
    expect(text).not.toContain("Condition/cough");
  });

  test("a type that the facade does not serve is said to be one", async () => {
    const { text } = await run(files.write("r.json", bundle([{ resourceType: "SupplyDelivery", id: "s" }])));
    expect(text).toMatch(/SupplyDelivery\/s {2}not served/);
    expect(text).toMatch(/unclassifiable .*type/);
  });

  test("no line of the table is wider than 100 columns, whatever the ids and paths", async () => {
    const long = "x".repeat(64);
    const { lines } = await run(
      files.write("r.json", bundle([...record, condition(`${long.slice(1)}a`, "F10.20"), condition(long, "B20")])),
    );
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });
});

describe("explain: what a choice hides", () => {
  const shownWith = async (...words: string[]): Promise<string> =>
    (await run(files.write("r.json", bundle([...record, condition("virus", "B20")])), ...words)).text;

  test("all but sensitive is the choice when nothing is said", async () => {
    const text = await shownWith();
    expect(text).toContain("Condition/drink  hidden: SUD");
    expect(text).toContain("Condition/virus  hidden: HIV");
  });

  test("--share shares what it names and withholds the rest", async () => {
    const text = await shownWith("--share", "SUD,DEMO");
    expect(text).toContain("Condition/drink  shown");
    expect(text).toContain("Condition/virus  hidden: HIV");
  });

  test("--mode everything hides nothing of these", async () => expect(await shownWith("--mode", "everything")).not.toContain("hidden:"));

  test("personal details that are withheld are masked, not hidden", async () =>
    expect(await shownWith("--share", "SUD")).toContain("Patient/p  shown, personal details masked"));

  test("a Patient that says something withheld is shown without it", async () => {
    const patient = { ...record[0], extension: [{ url: "http://example.org/told", valueCodeableConcept: coded("B20") }] };
    const { text } = await run(files.write("r.json", bundle([patient])));
    expect(text).toContain("Patient/p  shown, without what is withheld: HIV");
  });
});

describe("explain: no word of the record is told", () => {
  const WORDS = "Zaphod met Trillian";
  const spoken = condition("spoken", "F10.20", {
    code: { coding: [{ system: ICD, code: "F10.20", display: WORDS }], text: WORDS },
    note: [{ text: WORDS }],
    text: { status: "generated", div: `<div>${WORDS}</div>` },
  });

  test.each([[[]], [["--json"]]])("displays, texts, notes and narratives stay out of %j", async (words) => {
    const { text } = await run(files.write("r.json", bundle([spoken])), ...words);
    expect(text).toContain("Condition/spoken");
    expect(text).not.toMatch(/Zaphod|Trillian/);
  });

  test("the report names no resource either", async () => {
    const page = join(files.path, "report.html");
    await run(files.write("r.json", bundle([spoken])), "--html", page);
    expect(readFileSync(page, "utf8")).not.toMatch(/Zaphod|Trillian|spoken/);
  });

  test("signs that a terminal obeys do not reach it", async () => {
    const { text } = await run(files.write("r.json", bundle([condition("a\u001b[2Jb", "F10.20")])));
    expect(text).not.toContain("\u001b");
    expect(text).toContain("Condition/a?[2Jb");
  });
});

describe("explain: the files it reads", () => {
  const one = condition("drink", "F10.20");
  const kinds: [string, string, unknown][] = [
    ["a Bundle", "b.json", bundle([one])],
    ["a searchset", "b.json", bundle([one], "searchset")],
    ["a Bundle in a Bundle", "b.json", bundle([bundle([one], "searchset")], "batch-response")],
    ["one resource", "b.json", one],
    ["NDJSON", "b.ndjson", `${JSON.stringify(one)}\n\n${JSON.stringify(condition("cough", "J20.9"))}\n`],
    ["gzip", "b.json.gz", bundle([one])],
    ["NDJSON with gzip", "b.ndjson.gz", `${JSON.stringify(one)}\n`],
    ["a byte order mark", "b.json", `\ufeff${JSON.stringify(one)}`],
  ];
  test.each(kinds)("%s", async (_title, name, contents) =>
    expect((await run(files.write(name, contents))).text).toContain("Condition/drink  hidden: SUD"),
  );

  test("a folder, with references over files", async () => {
    files.write("a.json", bundle([condition("drink", "F10.20")]));
    files.write("b.json.gz", bundle([record[3] ?? {}]));
    expect((await run(files.path)).text).toContain("Encounter/visit  hidden: SUD");
  });

  test("full URLs and urn:uuid lead to the same resources", async () => {
    const visit = { resourceType: "Encounter", id: "visit", subject, diagnosis: [{ condition: { reference: "urn:uuid:1c0e" } }] };
    const entry = [
      { fullUrl: "urn:uuid:1c0e", resource: condition("drink", "F10.20") },
      { fullUrl: "http://plan.example/fhir/Encounter/visit", resource: visit },
    ];
    const { text } = await run(files.write("b.json", { resourceType: "Bundle", type: "transaction", entry }));
    expect(text).toContain("Encounter/visit  hidden: SUD");
  });

  test("two people in one file do not tell of each other", async () => {
    const other = { resourceType: "Encounter", id: "other", subject: { reference: "Patient/q" }, class: { code: "AMB" } };
    const { text } = await run(files.write("b.json", bundle([...record, { resourceType: "Patient", id: "q" }, other])));
    expect(text).toContain("Encounter/other  shown");
  });

  const refused: [string, () => string[], number, RegExp][] = [
    ["no file at all", () => [], 2, /^Name a file/],
    ["a file that is not there", () => [join(files.path, "none.json")], 1, /^There is no file or folder .*none\.json\.$/],
    ["a folder without records", () => [files.path], 1, /^There is no \.json or \.ndjson file/],
    ["no JSON", () => [files.write("x.json", "<html>")], 1, /x\.json is neither JSON nor NDJSON\.$/],
    ["NDJSON with a broken line", () => [files.write("x.ndjson", `${JSON.stringify(one)}\n{`)], 1, /^Line 2 of .* is no JSON\.$/],
    ["broken gzip", () => [files.write("x.json", "\u001f\u008b")], 1, /^.*x\.json /],
    ["JSON without a resource", () => [files.write("x.json", { name: "package" })], 1, /^There is no FHIR resource in/],
    ["an unknown option", () => [files.write("x.json", one), "--quickly"], 2, /--quickly.*--help/],
    ["an unknown category", () => [files.write("x.json", one), "--category", "XYZ"], 2, /^There is no category XYZ/],
    ["a category that nobody can share", () => [files.write("x.json", one), "--share", "PSYTHPN"], 2, /^PSYTHPN cannot be shared/],
    ["two choices at once", () => [files.write("x.json", one), "--share", "SUD", "--mode", "everything"], 2, /not both/],
    [
      "a report where none can be",
      () => [files.write("x.json", one), "--html", join(files.path, "no", "r.html")],
      1,
      /r\.html cannot be written\.$/,
    ],
    ["an unknown code list", () => [files.write("x.json", one), "--code-lists", "icd-11"], 1, /^There is no optional code list icd-11/],
  ];
  test.each(refused)("%s is refused in one sentence", async (_title, words, code, sentence) => {
    const { exit, text, told } = await run(...words());
    expect([exit, text, told.length]).toEqual([code, "", 1]);
    expect(told[0]).toMatch(sentence);
  });
});
