/** Case, diacritics and signs folded away: each character of a text as one of 37 symbols, or as nothing. */

/** 0 is any sign between words, 1–26 are the letters, 27–36 the digits. */
export const SYMBOLS = 37;
export const SIGN = 0;
/** Stands for nothing: accents, apostrophes, soft hyphens, marks of no width. */
export const NOTHING = 37;

const LETTERS_WITHOUT_PARTS: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ı: "i" };

const SYMBOL_OF = new Uint8Array(0x10000);
for (let letter = 0; letter < 26; letter++) {
  SYMBOL_OF[65 + letter] = letter + 1;
  SYMBOL_OF[97 + letter] = letter + 1;
}
for (let digit = 0; digit < 10; digit++) SYMBOL_OF[48 + digit] = digit + 27;
for (const [letter, plainLetter] of Object.entries(LETTERS_WITHOUT_PARTS))
  for (const spelling of [letter, letter.toUpperCase()]) SYMBOL_OF[spelling.charCodeAt(0)] = SYMBOL_OF[plainLetter.charCodeAt(0)] ?? SIGN;
for (let accent = 0x300; accent < 0x370; accent++) SYMBOL_OF[accent] = NOTHING;
for (const mark of ["'", "\u2018", "\u2019", "\u02bc", "\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"])
  SYMBOL_OF[mark.charCodeAt(0)] = NOTHING;

export const symbolOf = (code: number): number => SYMBOL_OF[code] as number;

/** Whether a symbol continues a word. */
export const isOfWord = (symbol: number): boolean => symbol !== SIGN;

const NOT_ASCII = /[\u0080-\uffff]/;

/** The text with composed letters and ligatures taken apart, and `&` written out. Entities and markup are not decoded here. */
export function plain(text: string): string {
  const apart = NOT_ASCII.test(text) ? text.normalize("NFKD") : text;
  return apart.includes("&") ? apart.replaceAll("&", " and ") : apart;
}
