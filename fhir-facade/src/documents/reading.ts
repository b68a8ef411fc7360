/** What was read in a document: its words, and whether they are all that it says. Only for judging; a reading is never shown. */
import { hasEncoded } from "./encoded.ts";

/** A code with its system as they stand in a document, for the code lists to judge. */
export interface DocumentCode {
  readonly system: string;
  readonly code: string;
}

export interface Reading {
  /** Words that belong together stand on one line; words of different cells and blocks never run together. */
  readonly text: string;
  /** False when the document says something that is not in `text`: an image, a script, an embedded file, bytes that were not understood. */
  readonly whole: boolean;
  readonly codes: readonly DocumentCode[];
}

const NO_CODES: readonly DocumentCode[] = [];

/** A document of another kind inside the text. */
const EMBEDDED = /\{\\rtf|\bdata:[a-z]+\/[a-z0-9.+-]+[;,]/i;
/** Putting many marks of one letter in order takes long. */
const MANY_MARKS = /(\p{M}{8})\p{M}+/gu;
const SOFT_BREAK = /\u00AD[ \t]*\r?\n[ \t]*/g;
const INVISIBLE = /\p{Cf}+/gu;
const BROKEN_WORD = /-[ \t]*\r?\n[ \t]*(\p{Ll}{1,40})/gu;
const ITS_BEGINNING = /\p{L}{1,40}$/u;

/**
 * Letters in their plain form, nothing invisible between them; a word that is divided at the end of a line stands there with and without its hyphen.
 * @param most characters; the rest is cut off, and the document then is not whole
 */
export function reading(text: string, whole: boolean, most: number, codes: readonly DocumentCode[] = NO_CODES): Reading {
  const begun = text.slice(0, most);
  const visible = begun.replace(MANY_MARKS, "$1").normalize("NFKC").replace(SOFT_BREAK, "").replace(INVISIBLE, "");
  const mended = visible.replace(BROKEN_WORD, (broken: string, end: string, at: number) => {
    const beginning = ITS_BEGINNING.exec(visible.slice(Math.max(0, at - 40), at))?.[0];
    return beginning ? `-${end} ${beginning}${end}\n` : broken;
  });
  const isCut = text.length > most || mended.length > most;
  return { text: mended.slice(0, most), whole: whole && !isCut && !hasEncoded(begun) && !EMBEDDED.test(begun), codes };
}
