/** Bytes to characters: a byte order mark, then UTF-8 where it fits, then the charset that is stated. */

export interface Characters {
  readonly text: string;
  /** False when the charset was guessed. */
  readonly isSure: boolean;
}

const IN_DOCUMENT = /(?:encoding|charset)\s*=\s*["']?([\w:.-]+)/i;
/** A control character that no text has. */
const NO_TEXT = /[^\P{Cc}\t\n\v\f\r\u0085]|[\uFFFE\uFFFF]/u;

/** `undefined` for bytes that are no text. */
export function charactersOf(bytes: Uint8Array, charset: string | undefined): Characters | undefined {
  const characters = decoded(bytes, charset);
  return characters && !NO_TEXT.test(characters.text) ? characters : undefined;
}

function decoded(bytes: Uint8Array, charset: string | undefined): Characters | undefined {
  const sure = (label: string): Characters | undefined => {
    const text = decodedAs(label, bytes);
    return text === undefined ? undefined : { text, isSure: true };
  };
  const wide = utf16Of(bytes);
  if (wide) return sure(wide);
  const inUtf8 = decodedAs("utf-8", bytes);
  if (inUtf8 !== undefined) return { text: inUtf8, isSure: charset === undefined || isKnown(charset) };
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const stated = [charset, IN_DOCUMENT.exec(head)?.[1]].find((label) => label !== undefined && isKnown(label));
  if (stated && !/^(utf-?8|us-ascii|ascii)$/i.test(stated)) return sure(stated);
  const text = decodedAs("windows-1252", bytes);
  return text === undefined ? undefined : { text, isSure: false };
}

/** By the byte order mark, or by the zeros that every second byte of Latin letters is. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zeros = [0, 0] as [number, number];
  const head = bytes.subarray(0, 1024);
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[(at & 1) as 0 | 1] += 1;
  const [even, odd] = zeros;
  if (even + odd < head.length / 8) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label) !== undefined;
  } catch {
    return false;
  }
}

/** `undefined` for an unknown charset and for bytes that are not in it. */
export function decodedAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return decoder.encoding === "windows-1252" ? inWindows1252(bytes) : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** What windows-1252 has from 0x80 to 0x9F. Node's own decoder takes it for ISO 8859-1 in some versions; five places have no character. */
const QUOTES_AND_DASHES = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

const inWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString("latin1")
    .replace(/[\u0080-\u009F]/g, (sign) => QUOTES_AND_DASHES[sign.charCodeAt(0) - 0x80] ?? sign);
