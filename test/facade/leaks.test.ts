/** docs/leaks.md is true: every row is there once, and each file that it names has a test whose title begins with the row's number. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROWS = [...Array.from({ length: 22 }, (_, n) => String(n + 1)), "22a", ...Array.from({ length: 6 }, (_, n) => String(n + 23))];
const TEST = join(import.meta.dirname, "..");
const lines = readFileSync(join(TEST, "../docs/leaks.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line));
const table = lines.map((line) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim()),
);

/** A title of a test, in its own place or in a list of titles; that of a `describe` is none. */
const hasTest = (file: string, row: string): boolean =>
  new RegExp(`(?<!describe\\()["\`]leak ${row}: \\S`).test(readFileSync(join(TEST, file), "utf8"));

describe("docs/leaks.md", () => {
  test("it has every row once, in order, each with a rule and a state", () => {
    expect(table.map(([row]) => row)).toEqual(ROWS);
    for (const cells of table) expect([cells[0], cells.length, cells.every((cell) => cell !== "")]).toEqual([cells[0], 4, true]);
    for (const [row, , , state] of table) expect([row, state]).toEqual([row, expect.stringMatching(/^(not )?closed/)]);
  });

  test.each(table.map(([row = "", , files = ""]) => [row, files] as const))("leak %s has tests of that name in %s", (row, files) => {
    const named = [...files.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file);
    expect(named.length).toBeGreaterThan(0);
    for (const file of named) expect([file, hasTest(file, row)]).toEqual([file, true]);
  });
});
