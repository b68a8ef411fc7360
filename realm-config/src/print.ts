/** A report in words, for the terminal. */
import type { ApplyReport, Difference } from "./settings.ts";

const LONGEST = 60;

type FieldDifference = Difference["fields"][number];

/** As a diff: `+` is made, `~` is changed, each field from → to. */
export function planLines({ differences, unchanged, findings }: ApplyReport): string[] {
  const lines = differences.flatMap(({ action, object, fields }) => [
    `${action === "create" ? "+" : "~"} ${object}`,
    ...fields.map((field) => `    ${fromTo(field)}`),
  ]);
  const created = differences.filter(({ action }) => action === "create").length;
  const sums = `${created} to create, ${differences.length - created} to change, ${unchanged} as they should be`;
  return [...lines, ...findings.map((finding) => `! ${finding}`), sums];
}

/** In sentences, one for each thing that is not as it should be. */
export function checkLines({ differences, unchanged, findings }: ApplyReport): string[] {
  const lines = differences.flatMap(({ action, object, fields }) =>
    action === "create" ? [`${object} is missing.`] : fields.map((field) => `${object}: ${isNot(field)}`),
  );
  if (lines.length + findings.length === 0) return [`Nothing differs: ${unchanged} objects are as they should be.`];
  const mend = differences.length > 0 ? ["npm run realm -- apply mends what differs."] : [];
  return [...lines, ...findings, ...mend];
}

function fromTo(difference: FieldDifference): string {
  const { field } = difference;
  if (!isShown(difference)) return `${field}: (${secretOr(field)} differs)`;
  const [from, to] = shortened(textOf(difference.from), textOf(difference.to));
  return `${field}: ${from} → ${to}`;
}

function isNot(difference: FieldDifference): string {
  const { field } = difference;
  if (!isShown(difference)) return `${field} is not what it should be.`;
  const [from, to] = shortened(textOf(difference.from), textOf(difference.to));
  if (difference.to === undefined) return `${field} ${from} does not belong there.`;
  return difference.from === undefined ? `${field} ${to} is missing.` : `${field} is ${from}, it should be ${to}.`;
}

const isShown = (difference: FieldDifference): boolean => "from" in difference || "to" in difference;
const secretOr = (field: string): string => (/(secret|password)$/.test(field) ? "secret" : "value");

const textOf = (value: unknown): string =>
  value === undefined ? "(none)" : typeof value === "string" && value !== "" ? value : JSON.stringify(value);

/** Long texts are cut around the first place at which they differ. */
function shortened(from: string, to: string): [string, string] {
  let start = 0;
  while (start < from.length && from[start] === to[start]) start += 1;
  const cut = (text: string) => {
    if (text.length <= LONGEST) return text;
    const first = Math.max(0, Math.min(start - LONGEST / 2, text.length - LONGEST));
    const last = first + LONGEST;
    return `${first > 0 ? "…" : ""}${text.slice(first, last)}${last < text.length ? "…" : ""}`;
  };
  return [cut(from), cut(to)];
}
