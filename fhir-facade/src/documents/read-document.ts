/** Bytes to words, whatever the document is said to be: its first bytes decide. PDF is read elsewhere, in a thread of its own. */
import { charactersOf } from "./charset.ts";
import { jsonStrings } from "./json-strings.ts";
import type { DocumentLimits } from "./limits.ts";
import { type MarkupText, markupText } from "./markup.ts";
import { isReadable, type MediaType } from "./media-type.ts";
import { type Reading, reading } from "./reading.ts";
import { rtfText } from "./rtf.ts";

const PDF = /^(?:\u00EF\u00BB\u00BF)?\s*%PDF-/;
const RTF = /^(?:\u00EF\u00BB\u00BF)?\s*\{\\rtf/;
const TAG = /^[\s\uFEFF]*<[!?A-Za-z]/;
const HTML = /<(?:!doctype\s+html|html|head|body|div|p|br|table|ul|ol|h[1-6])\b/i;
const XML = /<\?xml|<[\w:]+[^<>]*\sxmlns/i;
/** Words that were written as HTML inside a text of another kind. */
const HAS_MARKUP = /<\/[A-Za-z]|<br\b|&(?:#\w+|[A-Za-z]\w{1,30});/;
/** Letters that stand beside each other when Markdown's signs are taken out. */
const EMPHASIS = /[*_~`\\]+/g;

/** @param head the first bytes, one character each */
export const isPdf = (head: string, { type }: MediaType): boolean =>
  PDF.test(head) || (/pdf$/.test(type) && head.slice(0, 1024).includes("%PDF-"));

/** `undefined` for bytes that are no text. Does not throw. */
export function readDocument(bytes: Buffer, media: MediaType, limits: DocumentLimits): Reading | undefined {
  if (RTF.test(bytes.subarray(0, 64).toString("latin1"))) {
    const { text, whole } = rtfText(bytes.toString("latin1"));
    return words({ text, whole, codes: [] }, media, limits);
  }
  const characters = charactersOf(bytes, media.charset);
  if (!characters) return undefined;
  const { text, whole, codes } = textOf(characters.text, media, limits);
  return words({ text, whole: whole && characters.isSure, codes }, media, limits);
}

function words({ text, whole, codes }: MarkupText, media: MediaType, limits: DocumentLimits): Reading | undefined {
  if (text.trim() === "" && whole) return undefined;
  return reading(text, whole && isReadable(media), limits.characters, codes);
}

function textOf(source: string, { type }: MediaType, limits: DocumentLimits): MarkupText {
  if (TAG.test(source) || /html$/.test(type)) {
    const isHtml = /html$/.test(type) || HTML.test(source.slice(0, 4096));
    const marked = markupText(source, isHtml, limits);
    // what only begins like markup may be plain, and then what stands between its brackets is words
    const isMarkup = isHtml || /xml$/.test(type) || XML.test(source.slice(0, 4096));
    return withMarkup(isMarkup ? marked : { ...marked, text: `${marked.text}\n${source}` }, limits);
  }
  const isJson = /json$/.test(type);
  const json = isJson || /^\s*[{[]/.test(source) ? jsonStrings(source) : undefined;
  if (json) return withMarkup({ ...json, codes: [] }, limits);
  const text = type === "text/markdown" ? `${source}\n${source.replace(EMPHASIS, "")}` : source;
  return withMarkup({ text, whole: !isJson && !(source.includes("![") && source.includes("](")), codes: [] }, limits);
}

/** The text as it is and, where it holds markup, what a reader of markup sees. */
function withMarkup(plain: MarkupText, limits: DocumentLimits): MarkupText {
  if (!HAS_MARKUP.test(plain.text)) return plain;
  const marked = markupText(plain.text, false, limits);
  return { text: `${plain.text}\n${marked.text}`, whole: plain.whole && marked.whole, codes: [...plain.codes, ...marked.codes] };
}
