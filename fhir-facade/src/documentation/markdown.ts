/** A Markdown table, and the blocks of a page that are generated. */

export type Rows = readonly (readonly string[])[];

/** Divided by commas; a dash for none. */
export const listed = (words: readonly string[]): string => (words.length === 0 ? "–" : words.join(", "));

/** Names as code. */
export const names = (words: readonly string[]): string => listed(words.map((word) => `\`${word}\``));

export function table(head: readonly string[], rows: Rows): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const BLOCK = /^(<!-- table: ([a-z-]+) -->\n)[\s\S]*?(^<!-- end -->$)/gm;

/**
 * The page with each block between `<!-- table: name -->` and `<!-- end -->` written anew; what stands around them stays.
 * @throws RangeError for a block of no known name, and for a table that has not exactly one block
 */
export function withTables(page: string, tables: Readonly<Record<string, () => string>>): string {
  const missing = new Set(Object.keys(tables));
  const written = page.replace(BLOCK, (_, begin: string, name: string, end: string) => {
    const make = Object.hasOwn(tables, name) ? tables[name] : undefined;
    if (!make || !missing.delete(name)) throw new RangeError(`the page has a block ${name} too many`);
    return `${begin}${make()}\n${end}`;
  });
  if (missing.size > 0) throw new RangeError(`the page has no block ${[...missing].join(", ")}`);
  return written;
}
