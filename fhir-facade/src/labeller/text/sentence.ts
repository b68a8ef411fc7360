/** What has been said so far in the sentence that is being read, and what it makes of the next mention. */
import { type Characters, COLON, COMMA, NEWLINE, nextWord, wordEnd } from "./characters.ts";
import { NEAR, REACH } from "./context-phrases.ts";
import { SIGN, symbolOf } from "./fold.ts";
import type { Before } from "./lexicon.ts";

/** Strongest last; `DENIED` takes back a test as well. */
export const SAID = 0;
export const NEGATED = 1;
export const DENIED = 2;

export interface Sentence {
  /** Words so far. */
  words: number;
  polarity: typeof SAID | typeof NEGATED | typeof DENIED;
  /** The last word of the trigger, and the last one over which it reaches. */
  trigger: number;
  until: number;
  /** Whether a comma stands between the trigger and here. */
  isList: boolean;
  isHypothetical: boolean;
  isOfRelative: boolean;
  /** Where the line began. */
  line: number;
}

export const sentence = (): Sentence => ({
  words: 0,
  polarity: SAID,
  trigger: 0,
  until: 0,
  isList: false,
  isHypothetical: false,
  isOfRelative: false,
  line: 0,
});

export function beginSentence(said: Sentence, at: number): void {
  said.words = 0;
  said.line = at;
  endContext(said);
}

function endContext(said: Sentence): void {
  said.polarity = SAID;
  said.isList = false;
  said.isHypothetical = false;
  said.isOfRelative = false;
}

/** A line shorter than this was ended on purpose, and not because the page ended. */
const WRAPPED = 60;

/** A sign inside the sentence. */
export function readSign(said: Sentence, code: number, at: number): void {
  if (code === COMMA) {
    said.isList = true;
    if (said.polarity === DENIED) said.until = said.words + REACH;
  } else if (code === COLON) {
    if (said.words > said.trigger) said.polarity = SAID;
  } else if (code === NEWLINE) {
    if (at - said.line < WRAPPED) endContext(said);
    said.line = at + 1;
  }
}

/** A phrase that changes what follows; its first word is the sentence's last so far. */
export function readBefore(said: Sentence, { effect, words }: Before): void {
  const last = said.words + words - 1;
  if (effect === "denied" || effect === "negated") {
    said.polarity = effect === "denied" ? DENIED : NEGATED;
    said.trigger = last;
    said.until = last + REACH;
    said.isList = false;
  } else if (effect === "hypothetical") {
    said.isHypothetical = true;
    said.isList = false;
  } else if (effect === "relative") said.isOfRelative = true;
  else if (effect === "patient") said.isOfRelative = false;
  else if (effect === "join") said.until = last + REACH;
  else if (effect === "end" || (effect === "history" && (said.isList || said.words > said.trigger + NEAR))) {
    said.polarity = SAID;
    said.isHypothetical = false;
  }
}

/** What the words before it make of a mention that begins with the last word so far and ends before `end`. */
export function polarityAt(said: Sentence, text: Characters, end: number): Sentence["polarity"] {
  const isReached = said.polarity !== SAID && said.words <= said.until;
  if (!said.isHypothetical && !isReached) return SAID;
  // behind a comma only a short item still belongs to the list; a longer one says something of its own
  if (said.isList && !isShortItem(text, end)) return SAID;
  return said.isHypothetical ? DENIED : said.polarity;
}

const SHORT_ITEM = 2;

/** Whether the list's item ends at most two words behind `end`. */
function isShortItem(text: Characters, end: number): boolean {
  let at = end;
  for (let words = 0; words <= SHORT_ITEM; words++) {
    const word = nextWord(text, at);
    if (word === -1 || hasComma(text, at, word)) return true;
    const behind = wordEnd(text, word);
    if (isJoin(text, word, behind)) return true;
    at = behind;
  }
  return false;
}

function hasComma(text: Characters, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === COMMA || text.charCodeAt(at) === NEWLINE) return true;
  return false;
}

const AND = [..."and"].map((letter) => symbolOf(letter.charCodeAt(0)));
const OR = [..."or"].map((letter) => symbolOf(letter.charCodeAt(0)));

const isJoin = (text: Characters, from: number, to: number): boolean =>
  [AND, OR].some((word) => to - from === word.length && word.every((symbol, place) => symbolOf(text.charCodeAt(from + place)) === symbol));

/** Whether nothing but signs stands between `at` and the next sign other than a blank: the word before `at` is the last of its item. */
export function isLastOfItem(text: Characters, at: number): boolean {
  for (let ahead = at; ahead < text.length; ahead++) {
    const code = text.charCodeAt(ahead);
    if (symbolOf(code) !== SIGN) return false;
    if (code !== 32) return true;
  }
  return true;
}
