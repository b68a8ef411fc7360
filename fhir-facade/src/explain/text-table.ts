/** The explanation as lines for a terminal 100 columns wide. */

import type { Finding } from "../labeller/label.ts";
import { UNCLASSIFIABLE_NAME } from "./categories-in.ts";
import type { Judgement } from "./choice.ts";
import type { Judged, Spread } from "./judged-record.ts";

/** A resource, and what the choice does with it. */
export interface Explained {
  readonly judged: Judged;
  readonly judgement: Judgement;
}

const WIDTHS = { category: 14, tier: 10, rule: 28, path: 37, source: 4 } as const;
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as readonly Column[];
/** A Provenance can point to a whole record. */
const MOST_SPREAD = 4;

type Row = Readonly<Record<Column, string>>;

const HEAD: Row = { category: "category", tier: "tier", rule: "rule, or other resource", path: "path", source: "src" };

/** Texts of data may hold signs that a terminal obeys. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs meant
export const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "?");

export function textTable(all: readonly Explained[]): readonly string[] {
  const sources = new Map<string, number>();
  const sourceOf = (source: string): string => {
    if (source === "") return "";
    sources.set(source, sources.get(source) ?? sources.size + 1);
    return `[${sources.get(source)}]`;
  };
  const lines = all.flatMap(({ judged, judgement }) => [resourceLine(judged.key, judgement), ...linesOf(judged, sourceOf)]);
  const legend = Array.from(sources, ([source, number]) => `  [${number}] ${plain(source)}`);
  const head = ["resource: what the choice does with it", ...wrapped(HEAD), "-".repeat(100)];
  return [...head, ...lines, ...(legend.length > 0 ? ["", "sources", ...legend.flatMap((line) => cut(line, 100, 6))] : [])];
}

const OUTCOMES = {
  shown: "shown",
  hidden: "hidden",
  "in-part": "shown, without what is withheld",
  masked: "shown, personal details masked",
  "not-served": "not served: the facade does not know this type",
} as const;

function resourceLine(key: string, { outcome, reasons }: Judgement): string {
  const why = outcome === "hidden" || outcome === "in-part" ? `: ${reasons.join(", ")}` : "";
  return `${plain(key)}  ${OUTCOMES[outcome]}${why}`;
}

function linesOf({ findings, spread, weak, mask }: Judged, sourceOf: (source: string) => string): readonly string[] {
  const own = findings.flatMap((finding: Finding) => wrapped({ ...finding, source: sourceOf(finding.source) }));
  const alone = (weak & ~mask) === 0 ? [] : ["  weak signals hide nothing alone"];
  const lines = [...own, ...spread.slice(0, MOST_SPREAD).flatMap(spreadLines), ...alone];
  const more = spread.length - MOST_SPREAD;
  return [...(lines.length > 0 ? lines : ["  no rule"]), ...(more > 0 ? [`  and from ${more} more: --json names all`] : [])];
}

/** Rule and resource in one cell, so that an id stays whole. */
function spreadLines({ rule, from, categories }: Spread): readonly string[] {
  const told = cut(plain(`${rule} ${from}`), WIDTHS.rule + WIDTHS.path + 1);
  const names = cut(categories.join(", ") || UNCLASSIFIABLE_NAME, WIDTHS.category);
  return Array.from({ length: Math.max(told.length, names.length) }, (_, line) =>
    `  ${(names[line] ?? "").padEnd(WIDTHS.category)} ${(line === 0 ? "record" : "").padEnd(WIDTHS.tier)} ${told[line] ?? ""}`.trimEnd(),
  );
}

/** A row on as many lines as its longest cell needs. */
function wrapped(row: Row): readonly string[] {
  const cells = COLUMNS.map((column) => cut(plain(row[column]), WIDTHS[column]));
  const lines = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: lines }, (_, line) =>
    `  ${COLUMNS.map((column, place) => (cells[place]?.[line] ?? "").padEnd(WIDTHS[column])).join(" ")}`.trimEnd(),
  );
}

/** Cut at blanks, or anywhere where there is none. */
function cut(text: string, width: number, indent = 0): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const blank = rest.lastIndexOf(" ", width);
    const dot = rest.lastIndexOf(".", width - 1) + 1;
    const end = blank > indent ? blank : dot > width / 2 ? dot : width;
    lines.push(rest.slice(0, end).trimEnd());
    rest = " ".repeat(indent) + rest.slice(end).trimStart();
  }
  return [...lines, rest];
}
