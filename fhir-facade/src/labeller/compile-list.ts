/** A code list as a look-up. */
import type { CodeList, Span } from "@member-exchange/sharing-policy/code-lists";
import { normalCode } from "./spelling.ts";
import { type BitOf, NO_SIGNAL, type Signal } from "./verdict.ts";

/** Of one code or beginning: what it tells by itself, and what weakly. */
interface Told {
  mask: number;
  weak: number;
}

/** The list as a look-up: whole codes in one map, beginnings tried from the shortest, ranges by the length of their codes. */
export function compile(list: CodeList, bitOf: BitOf): (code: string) => Signal {
  const whole = new Map<string, Told>();
  const beginnings = new Map<string, Told>();
  const ranges = new Map<number, (readonly [Span, Told])[]>();
  const tell = (told: Map<string, Told>, code: string, bit: number, isWeak: boolean): void => {
    const { mask = 0, weak = 0 } = told.get(code) ?? {};
    told.set(code, isWeak ? { mask, weak: weak | bit } : { mask: mask | bit, weak });
  };
  // a plan may write its codes as its data do
  const spelled = (code: string): readonly string[] => {
    const normal = normalCode(code);
    return /[-:,/]/.test(normal) ? (list.spellings?.(normal) ?? [normal]) : [normal];
  };
  for (const { category, tier, codes = [], prefixes = [], ranges: spans = [] } of list.rules) {
    const bit = bitOf(category);
    if (bit === 0) continue;
    for (const code of codes.flatMap(spelled)) tell(whole, code, bit, tier === "weak");
    for (const prefix of prefixes.flatMap(spelled)) tell(beginnings, prefix, bit, tier === "weak");
    const told: Told = tier === "weak" ? { mask: 0, weak: bit } : { mask: bit, weak: 0 };
    for (const span of spans) ranges.set(span[0].length, [...(ranges.get(span[0].length) ?? []), [span, told]]);
  }
  const longest = Math.max(0, ...[...beginnings.keys()].map((prefix) => prefix.length));
  return (written) => {
    let mask = 0;
    let weak = 0;
    const hear = (told: Told | undefined): void => {
      mask |= told?.mask ?? 0;
      weak |= told?.weak ?? 0;
    };
    for (const code of list.spellings?.(written) ?? [written]) {
      hear(whole.get(code));
      for (let length = 1; length <= Math.min(longest, code.length); length++) hear(beginnings.get(code.slice(0, length)));
      for (const [[from, to], told] of ranges.get(code.length) ?? []) if (from <= code && code <= to) hear(told);
    }
    return (mask | weak) === 0 ? NO_SIGNAL : { mask, weak: weak & ~mask, rule: list.name };
  };
}
