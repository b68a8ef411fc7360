/** What differs between two transcripts, or what came out that may not: in lines that a person can read. */
import { type Asked, written } from "../corpus/asked.ts";
import { markersIn } from "../records/markers.ts";
import type { Transcript } from "./transcript.ts";

const AROUND = 60;

/** The first step that differs, told; `undefined` when there is none. Both sides are also searched for markers that nobody asked with. */
export function differenceOf(asked: Asked, a: Transcript, b: Transcript): string | undefined {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]];
    if (!left || !right) return `page ${at + 1} stands on side ${left ? "A" : "B"} only`;
    const lines = Math.max(left.observed.length, right.observed.length);
    const apart = Array.from({ length: lines }, (_, line) => told(left.observed[line], right.observed[line])).flat();
    if (apart.length > 0) return [`page ${at + 1}`, ...apart].join("\n");
    const found = [left, right].flatMap(({ answered: { headers, text, log } }) =>
      markersIn([...headers, text, JSON.stringify(log)], decoded(asked)),
    );
    if (found.length > 0) return `page ${at + 1}: markers came out: ${found.slice(0, 5).join(", ")}`;
  }
  return undefined;
}

/** Nothing when the lines are equal. */
function told(one = "(nothing)", other = "(nothing)"): readonly string[] {
  return one === other ? [] : [around("A", one, other), around("B", other, one)];
}

/** The part of `text` where it begins to differ from `other`. */
function around(side: string, text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  const from = Math.max(0, at - AROUND);
  return `  ${side}: ${from > 0 ? `${/^[\w-]+: /.exec(text)?.[0] ?? ""}…` : ""}${text.slice(from, at + 2 * AROUND)}${text.length > at + 2 * AROUND ? "…" : ""}`;
}

function decoded(asked: Asked): string {
  const text = written(asked);
  try {
    return decodeURIComponent(text) + text;
  } catch {
    return text.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16))) + text;
  }
}
