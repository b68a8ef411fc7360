/** The report as one HTML page that stands alone: no script, nothing fetched, no id and no text of a record. */

import type { Context } from "../as-json.ts";
import type { Choice } from "../choice.ts";
import type { Summary, TypeCount } from "../summary.ts";
import { chart } from "./chart.ts";
import { escaped, table } from "./html.ts";
import { colourOf, nameOf } from "./names.ts";
import { STYLE } from "./style.ts";

const MOST_RULES = 25;

export function reportPage({ summary, choice, policy }: Context): string {
  const codes = policy.categories.map(({ code }) => code);
  const { all, types } = summary;
  const served = all.total - all.notServed;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What a member's choice hides</title>
<style>${STYLE}</style>
</head>
<body><main>
<h1>What a member’s choice hides</h1>
<p class="lead">${escaped(choiceSentence(choice))} ${all.hidden} of ${served} resources (${percent(all.hidden, served)}) are hidden from the app.</p>
<p class="soft">Categories of ${escaped(policy.version)}, lists of ${escaped(policy.listsVersion)}: ${escaped(policy.codeLists.map(({ name }) => name).join(", "))}. The labeller’s judgement, not a person’s: it misses some and hides some needlessly.</p>
<section><h2>By resource type</h2>
<div class="scroll" role="region" aria-label="Chart" tabindex="0">${chart(types, codes)}</div>
${legend(summary, codes)}
<p class="soft">Each bar is all resources of one type. A resource with several reasons stands at the first of them, in the order of the list above; the table counts it at each.</p>
</section>
<section><h2>The numbers</h2>
${numbers(types, all, codes)}
</section>
<section class="words"><h2>Rules that decided most often</h2>
${rules(summary)}
</section>
</main></body></html>
`;
}

function choiceSentence({ mode, shared }: Choice): string {
  if (mode === "everything") return "The member shares everything; psychotherapy notes are never shared.";
  if (mode === "all-but-sensitive") return "The member shares everything except sensitive information.";
  if (shared.length === 0) return "The member shares no sensitive category.";
  return `Of the categories, the member shares: ${shared.map(nameOf).join("; ")}.`;
}

const percent = (some: number, all: number): string => `${all === 0 ? 0 : Math.round((some / all) * 100)} %`;

/** Reasons that occur, in the order of the screen. */
const reasonsIn = (counts: TypeCount["every"], codes: readonly string[]): readonly string[] =>
  [...codes, ...Object.keys(counts).filter((reason) => !codes.includes(reason))].filter((reason) => (counts[reason] ?? 0) > 0);

function legend({ all }: Summary, codes: readonly string[]): string {
  const swatch = (colour: string): string =>
    `<svg viewBox="0 0 18 18" aria-hidden="true"><rect width="18" height="18" class="${colour}"/></svg>`;
  const items = [
    ["shown", "Shown"],
    ...reasonsIn(all.every, codes).map((reason) => [
      colourOf(reason, codes),
      codes.includes(reason) && nameOf(reason) !== reason ? `${nameOf(reason)} (${reason})` : nameOf(reason),
    ]),
    ...(all.notServed > 0 ? [["not-served", "Not served: the facade does not know the type"]] : []),
  ];
  return `<ul class="legend">${items.map(([colour = "", name = ""]) => `<li>${swatch(colour)}${escaped(name)}</li>`).join("")}</ul>`;
}

function numbers(types: readonly TypeCount[], all: TypeCount, codes: readonly string[]): string {
  const reasons = reasonsIn(all.every, codes);
  const row = (count: TypeCount): readonly string[] => [
    count.type,
    ...[count.total, count.shown, count.hidden, count.notServed, ...reasons.map((reason) => count.every[reason] ?? 0)].map(String),
  ];
  const head = [
    "Type",
    "All",
    "Shown",
    "Hidden",
    "Not served",
    ...reasons.map((reason) => (codes.includes(reason) ? reason : nameOf(reason))),
  ];
  return table("Resources of each type, and at each reason those that it hides", head, types.map(row), row(all));
}

function rules({ rules: all }: Summary): string {
  const rows = all
    .slice(0, MOST_RULES)
    .map(({ rule, category, tier, resources, source }) => [rule, nameOf(category), tier, String(resources), source]);
  const caption = `${rows.length} of ${all.length} rules, by the number of hidden resources at which they fired`;
  return table(caption, ["Rule", "Category", "Tier", "Resources", "Source"], rows);
}
