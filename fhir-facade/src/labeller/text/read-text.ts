/** One text read once from its beginning to its end: which terms it tells. */

import { polarityBehind } from "./behind.ts";
import { type Characters, endsSentence, wordEnd } from "./characters.ts";
import { NOTHING, SIGN, SYMBOLS, symbolOf } from "./fold.ts";
import type { Phrase, Term } from "./lexicon.ts";
import { ENDS_OPEN, type PhraseTrie } from "./phrase-trie.ts";
import { type Found, nothingFound, phrasesAt } from "./phrases-at.ts";
import { beginSentence, DENIED, polarityAt, readBefore, readSign, SAID, type Sentence, sentence } from "./sentence.ts";

export interface Listener {
  /** Whether it would be news; what is none need not be looked at closely. */
  readonly wants: (term: Term) => boolean;
  /** @param isOfRelative it is said about somebody else in the family */
  readonly hears: (term: Term, isOfRelative: boolean) => void;
}

/** Category bits, so that an exception of each can be kept by its place. */
const BITS = 32;

/** What is kept while a text is read; one for all texts, since nothing is read at the same time. */
interface Reading {
  readonly trie: PhraseTrie<Phrase>;
  readonly said: Sentence;
  readonly found: Found<Phrase>;
  readonly ahead: Found<Phrase>;
  /** For each category the end of the furthest exception so far. */
  readonly exceptUntil: Int32Array;
  /** The end of the last phrase that changes what follows. */
  contextUntil: number;
}

/**
 * A reader for a lexicon, of texts that are already `plain`. The work is linear in the length of the text: each character is read at
 * most as often as the longest phrase has words, and a few times more beside a mention.
 */
export function textReader(trie: PhraseTrie<Phrase>): (text: Characters, listener: Listener) => void {
  const reading: Reading = {
    trie,
    said: sentence(),
    found: nothingFound(),
    ahead: nothingFound(),
    exceptUntil: new Int32Array(BITS),
    contextUntil: 0,
  };
  return (text, listener) => {
    const { said, found } = reading;
    reading.exceptUntil.fill(0);
    reading.contextUntil = 0;
    beginSentence(said, 0);
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      if (symbolOf(code) === SIGN) {
        if (endsSentence(text, at)) beginSentence(said, at + 1);
        else readSign(said, code, at);
        at++;
        continue;
      }
      said.words++;
      const behind = wordOf(trie, text, at);
      if (behind > 0) at = behind;
      else {
        phrasesAt(trie, text, at, found);
        if (found.count > 0) readPhrases(reading, text, at, listener);
        at = -behind;
      }
    }
  };
}

/** The end of the word that begins at `at`, which is negative when phrases may begin there. */
function wordOf({ next, ends }: PhraseTrie<Phrase>, text: Characters, at: number): number {
  let node = 0;
  let isOpen = false;
  let place = at;
  for (; place < text.length; place++) {
    const symbol = symbolOf(text.charCodeAt(place));
    if (symbol === NOTHING) continue;
    if (symbol === SIGN) break;
    node = next[node * SYMBOLS + symbol] as number;
    if (node === 0) return isOpen ? -wordEnd(text, place) : wordEnd(text, place);
    if (((ends[node] as number) & ENDS_OPEN) !== 0) isOpen = true;
  }
  const goesOn = ends[node] !== 0 || next[node * SYMBOLS] !== 0;
  return isOpen || goesOn ? -place : place;
}

function readPhrases(reading: Reading, text: Characters, at: number, listener: Listener): void {
  const { said, found, exceptUntil } = reading;
  const { count, phrases, ends } = found;
  let before = -1;
  // from the longest, so that an exception is known before the terms that it holds; one that is itself a term leaves it
  for (let place = count - 1; place >= 0; place--) {
    const phrase = phrases[place] as Phrase;
    const end = ends[place] as number;
    if (phrase.kind === "term") readTerm(reading, text, at, phrase, end, listener);
    else if (phrase.kind === "before" && before === -1) before = place;
    else if (phrase.kind === "exception") exceptUntil[bitPlace(phrase.bit)] = Math.max(exceptUntil[bitPlace(phrase.bit)] as number, end);
  }
  if (before === -1 || at < reading.contextUntil) return;
  readBefore(said, phrases[before] as Phrase & { kind: "before" });
  reading.contextUntil = ends[before] as number;
}

function readTerm(reading: Reading, text: Characters, at: number, term: Term, end: number, listener: Listener): void {
  if (end <= (reading.exceptUntil[bitPlace(term.bit)] as number) || !listener.wants(term)) return;
  if (term.exactly !== undefined && !isSpelled(text, at, term.exactly)) return;
  const polarity = polarityAt(reading.said, text, end) || polarityBehind(reading.trie, text, end, reading.ahead);
  if (polarity === SAID || (term.evenNegative && polarity < DENIED)) listener.hears(term, reading.said.isOfRelative);
}

const bitPlace = (bit: number): number => 31 - Math.clz32(bit);

/** Whether the text has these very letters from `at` on, whatever signs stand between them. */
function isSpelled(text: Characters, at: number, letters: string): boolean {
  let place = at;
  for (let letter = 0; letter < letters.length; letter++) {
    const wanted = letters.charCodeAt(letter);
    if (symbolOf(wanted) === SIGN) continue;
    while (symbolOf(text.charCodeAt(place)) === SIGN) place++;
    if (text.charCodeAt(place++) !== wanted) return false;
  }
  return true;
}
