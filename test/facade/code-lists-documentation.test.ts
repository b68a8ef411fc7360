/** The numbers in docs/code-lists.md are those of the lists. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "@member-exchange/demo";
import { CATEGORIES } from "@member-exchange/sharing-policy";
import { CODE_LISTS, CODE_LISTS_VERSION, type CodeList, type Span } from "@member-exchange/sharing-policy/code-lists";

const text = readFileSync(join(CHECKOUT, "docs/code-lists.md"), "utf8");

const distinct = (items: readonly (string | Span)[]): number => new Set(items.map(String)).size;

function row(list: CodeList): string {
  const categories = CATEGORIES.filter(({ code }) => list.rules.some(({ category }) => category === code)).map(({ code }) => code);
  const numbers = [
    distinct(list.rules.flatMap(({ codes = [] }) => codes)),
    distinct(list.rules.flatMap(({ prefixes = [] }) => prefixes)),
    distinct(list.rules.flatMap(({ ranges = [] }) => ranges)),
  ];
  const use = list.optional ? "optional" : list.partial ? "partial" : "in use";
  return `| ${[list.name, use, ...numbers, categories.join(" ")].join(" | ")} |`;
}

const TABLE = ["| list | | codes | beginnings | ranges | categories |", "|---|---|---|---|---|---|", ...CODE_LISTS.map(row)].join("\n");

describe("R8 docs/code-lists.md", () => {
  test("R8: has the table of the lists as they are", () => expect(text).toContain(TABLE));
  test("R8: names the version of the lists", () => expect(text).toContain(CODE_LISTS_VERSION));
});
