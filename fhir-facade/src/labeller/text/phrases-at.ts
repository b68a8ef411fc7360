/** Which phrases begin at a word: one walk down the tree, over at most as many words as the longest phrase has. */
import { type Characters, nextWord, wordEnd } from "./characters.ts";
import { NOTHING, SIGN, SYMBOLS, symbolOf } from "./fold.ts";
import { ENDS_OPEN, ENDS_WHOLE, type PhraseTrie } from "./phrase-trie.ts";

/** `phrases[n]` begins at the word and ends before `ends[n]`, for n below `count`; kept by the caller and filled anew for each word. */
export interface Found<Phrase> {
  count: number;
  readonly phrases: Phrase[];
  readonly ends: number[];
}

/** Fills `found`; shorter phrases come before longer ones. `at` is the beginning of a word. */
export function phrasesAt<Phrase>(trie: PhraseTrie<Phrase>, text: Characters, at: number, found: Found<Phrase>): void {
  const { next, ends } = trie;
  found.count = 0;
  let node = 0;
  for (let place = at; ; ) {
    const symbol = place < text.length ? symbolOf(text.charCodeAt(place)) : SIGN;
    if (symbol === SIGN) {
      if (((ends[node] as number) & ENDS_WHOLE) !== 0) add(found, trie.whole.get(node), place);
      node = next[node * SYMBOLS] as number;
      if (node === 0) return;
      place = nextWord(text, place);
      if (place === -1) return;
    } else {
      place++;
      if (symbol === NOTHING) continue;
      node = next[node * SYMBOLS + symbol] as number;
      if (node === 0) return;
      if (((ends[node] as number) & ENDS_OPEN) !== 0) add(found, trie.beginnings.get(node), wordEnd(text, place));
    }
  }
}

export const nothingFound = <Phrase>(): Found<Phrase> => ({ count: 0, phrases: [], ends: [] });

function add<Phrase>(found: Found<Phrase>, phrases: readonly Phrase[] | undefined, end: number): void {
  for (const phrase of phrases ?? []) {
    found.phrases[found.count] = phrase;
    found.ends[found.count++] = end;
  }
}
