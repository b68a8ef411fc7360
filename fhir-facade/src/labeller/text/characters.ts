/** Where words and sentences begin and end. */
import { NOTHING, SIGN, symbolOf } from "./fold.ts";

/** What is read of a text: one UTF-16 code unit at a time. */
export type Characters = Pick<string, "length" | "charCodeAt">;

export const NEWLINE = 10;
export const COMMA = 44;
export const COLON = 58;
const DOT = 46;
const BLANK = 32;
const TAB = 9;
const RETURN = 13;
/** Semicolon, exclamation and question mark, bar of a table. */
const ENDINGS: ReadonlySet<number> = new Set([59, 33, 63, 124]);
/** Hyphen, asterisk, number sign, bullet, middle dot, dash. */
const BULLETS: ReadonlySet<number> = new Set([45, 42, 35, 0x2022, 0xb7, 0x2013]);

/** The end of the word in which `at` stands. */
export function wordEnd(text: Characters, at: number): number {
  const { length } = text;
  let end = at;
  while (end < length && symbolOf(text.charCodeAt(end)) !== SIGN) end++;
  return end;
}

/** Whether the sign at `at`, which is of no word, ends a sentence: a full stop before a blank, an empty line, the next point of a list. */
export function endsSentence(text: Characters, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === BLANK || code === COMMA) return false;
  if (code === DOT) return at + 1 >= text.length || symbolOf(text.charCodeAt(at + 1)) === SIGN;
  if (code !== NEWLINE) return ENDINGS.has(code);
  let ahead = at + 1;
  while (ahead < text.length && isInLine(text.charCodeAt(ahead))) ahead++;
  return ahead >= text.length || text.charCodeAt(ahead) === NEWLINE || BULLETS.has(text.charCodeAt(ahead));
}

const isInLine = (code: number): boolean => code === BLANK || code === TAB || code === RETURN;

/** The beginning of the next word of the same sentence, or -1; `at` stands behind a word. */
export function nextWord(text: Characters, at: number): number {
  for (let ahead = at; ahead < text.length; ahead++) {
    const symbol = symbolOf(text.charCodeAt(ahead));
    if (symbol !== SIGN && symbol !== NOTHING) return ahead;
    if (symbol === SIGN && endsSentence(text, ahead)) return -1;
  }
  return -1;
}
