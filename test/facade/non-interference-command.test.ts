/** `npm run check:non-interference`: what a plan's security team types, and what it is told. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { CHECKOUT } from "@member-exchange/demo";
import { readOptions, USAGE } from "../non-interference/command-line.ts";
import { check } from "../non-interference/main.ts";
import { readFolder } from "../non-interference/records/folder.ts";
import { generatedRecords } from "../non-interference/records/generated.ts";
import { labelled } from "../non-interference/records/label-some.ts";
import type { FhirResource } from "../non-interference/records/resource.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bundles-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const bundle = (resources: readonly FhirResource[]): string =>
  JSON.stringify({
    resourceType: "Bundle",
    type: "collection",
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  });

/** A folder of its own with one file. */
function holding(name: string, content: string | Buffer): string {
  const own = mkdtempSync(join(folder, "f-"));
  writeFileSync(join(own, name), content);
  return own;
}

async function checked(words: readonly string[]): Promise<{ code: number; lines: readonly string[] }> {
  const lines: string[] = [];
  const code = await check(readOptions(words, 11), (line) => lines.push(line));
  return { code, lines };
}

describe("what is refused", () => {
  test.each([
    [["--withhold", "XYZ"], /There is no category XYZ/],
    [["--withhold"], /There is no category without a name/],
    [["--pairs", "0"], /--pairs needs a whole number/],
    [["--seed"], /--seed needs a whole number/],
    [["--all"], /no option --all/],
    [["a", "b"], /One folder/],
  ])("%j", (words, sentence) => expect(() => readOptions(words, 1)).toThrow(sentence));

  test("a folder that is none, is empty, holds no JSON, no Bundle or no Patient", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    await expect(checked([join(folder, "none")])).rejects.toThrow("is not a folder.");
    await expect(checked([empty])).rejects.toThrow("no .json or .json.gz file");
    await expect(checked([holding("a.json", "{")])).rejects.toThrow("cannot be read as JSON.");
    await expect(checked([holding("a.json", "{}")])).rejects.toThrow("is not a FHIR Bundle");
    await expect(checked([holding("a.json", bundle([]))])).rejects.toThrow("There is no Patient");
  });

  test("from a shell: one sentence, and an exit code that is not 0", async () => {
    const words = ["--import", "tsx", "test/non-interference/main.ts", join(folder, "none")];
    const ended = await new Promise<{ code: unknown; said: string }>((done) =>
      execFile(process.execPath, words, { cwd: CHECKOUT }, (error, out, err) => done({ code: error?.code, said: out + err })),
    );
    expect(ended.code).toBe(1);
    expect(ended.said.trim().split("\n")).toEqual([`${join(folder, "none")} is not a folder.`]);
  });
});

describe("what is checked", () => {
  test("R8: bundles without labels, gzip: a story is planted; the last line counts", async () => {
    const { code, lines } = await checked([
      holding("a.json.gz", gzipSync(bundle(generatedRecords(3, 1, 10)))),
      "--withhold",
      "HIV",
      "--pairs",
      "300",
    ]);
    expect(lines[1]).toMatch(/that were planted$/);
    expect(lines.at(-1)).toMatch(/^3\d\d pairs compared, 0 differences$/);
    expect(code).toBe(0);
  });

  test("R8: bundles with labels: the labels say what is withheld, and with them taken off the facade is found out", async () => {
    const own = holding("a.json", bundle(labelled(generatedRecords(4, 1, 40), ["HIV"], 4)));
    const kept = await checked([own, "--withhold", "HIV", "--pairs", "300"]);
    expect(kept.lines[1]).toMatch(/labels, or what they spread to, withhold$/);
    expect(kept.code).toBe(0);
    const stripped = await checked([own, "--withhold", "HIV", "--pairs", "300", "--strip-labels"]);
    expect(stripped.code).toBe(1);
    expect(stripped.lines.some((line) => line.startsWith("difference, as "))).toBe(true);
    expect(stripped.lines.at(-1)).toMatch(/ pairs compared, [1-9]\d* differences$/);
  });

  test("references between entries are resolved, whatever they are called by", () => {
    const [patient, condition] = readFolder(
      holding(
        "a.json",
        bundle([
          { resourceType: "Patient", id: "p", identifier: [{ system: "urn:x", value: "1" }] },
          {
            resourceType: "Condition",
            id: "c",
            subject: { reference: "urn:uuid:p" },
            asserter: { reference: "Patient?identifier=urn:x|1" },
          },
        ]),
      ),
    );
    expect(patient?.id).toBe("p");
    expect(condition).toMatchObject({ subject: { reference: "Patient/p" }, asserter: { reference: "Patient/p" } });
  });

  test("--help names every option", () => {
    for (const word of ["--withhold", "--pairs", "--seed", "--strip-labels", "folder"]) expect(USAGE).toContain(word);
  });
});
