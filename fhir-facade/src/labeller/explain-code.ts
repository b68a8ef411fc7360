/** Which rules of a code list know a code: the slow way, for admins. */
import type { CodeList, Span } from "@member-exchange/sharing-policy/code-lists";
import type { Finding } from "./findings.ts";
import { normalCode } from "./spelling.ts";
import type { BitOf } from "./verdict.ts";

/** @param written in normal form */
export function explainCode(list: CodeList, bitOf: BitOf, written: string): readonly Omit<Finding, "path">[] {
  const spellings = list.spellings?.(written) ?? [written];
  return list.rules.flatMap(({ category, tier, source, codes = [], prefixes = [], ranges = [] }) => {
    if (bitOf(category) === 0) return [];
    const patterns = [
      ...codes.filter((known) => spellings.includes(normalCode(known))),
      ...prefixes.filter((prefix) => spellings.some((code) => code.startsWith(normalCode(prefix)))).map((prefix) => `${prefix}*`),
      ...ranges.filter((span) => spellings.some((code) => isWithin(span, code))).map(([from, to]) => `${from}–${to}`),
    ];
    return patterns.map((pattern) => ({ category, tier, rule: `${list.name} ${pattern}`, source }));
  });
}

const isWithin = ([from, to]: Span, code: string): boolean => code.length === from.length && from <= code && code <= to;
