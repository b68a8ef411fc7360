/** Every known phrase as one tree of symbols, so that a text is compared with all of them at once. */
import { NOTHING, SIGN, SYMBOLS, symbolOf } from "./fold.ts";

export interface PhraseTrie<Phrase> {
  /** Node reached from `node` by `symbol`: `next[node * SYMBOLS + symbol]`; 0 for none. Node 0 is the beginning. */
  readonly next: Uint16Array | Int32Array;
  /** For each node: 1 when phrases end here as whole words, 2 when phrases with any ending do; the sum for both. */
  readonly ends: Uint8Array;
  readonly whole: ReadonlyMap<number, readonly Phrase[]>;
  readonly beginnings: ReadonlyMap<number, readonly Phrase[]>;
}

export const ENDS_WHOLE = 1;
export const ENDS_OPEN = 2;

/** @param phrases in the form of term lists: words divided by single blanks, an asterisk at the end for any ending; case is ignored */
export function phraseTrie<Phrase>(phrases: Iterable<readonly [string, Phrase]>): PhraseTrie<Phrase> {
  let next = new Int32Array(SYMBOLS * 1024);
  let nodes = 1;
  const whole = new Map<number, Phrase[]>();
  const beginnings = new Map<number, Phrase[]>();
  const child = (node: number, symbol: number): number => {
    const place = node * SYMBOLS + symbol;
    if (next[place]) return next[place] as number;
    if ((nodes + 1) * SYMBOLS > next.length) {
      const wider = new Int32Array(next.length * 2);
      wider.set(next);
      next = wider;
    }
    next[place] = nodes;
    return nodes++;
  };
  for (const [text, phrase] of phrases) {
    const isOpen = text.endsWith("*");
    let node = 0;
    for (const sign of isOpen ? text.slice(0, -1) : text) {
      const symbol = symbolOf(sign.charCodeAt(0));
      if (symbol !== NOTHING && (symbol !== SIGN || node !== 0)) node = child(node, symbol);
    }
    if (node === 0) continue;
    const there = isOpen ? beginnings : whole;
    there.set(node, [...(there.get(node) ?? []), phrase]);
  }
  const ends = new Uint8Array(nodes);
  for (const node of whole.keys()) ends[node] = (ends[node] as number) | ENDS_WHOLE;
  for (const node of beginnings.keys()) ends[node] = (ends[node] as number) | ENDS_OPEN;
  // half the room stays in the processor's cache for longer
  const narrow = nodes <= 0x10000 ? Uint16Array : Int32Array;
  return { next: narrow.from(next.subarray(0, nodes * SYMBOLS)), ends, whole, beginnings };
}
