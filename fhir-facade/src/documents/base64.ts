/** Base64 as FHIR has it: blanks and line breaks anywhere; whatever else does not belong there makes it none. */

const FOREIGN = /[^A-Za-z0-9+/=]/;

/** The bytes; `undefined` for no base64, for nothing, and for more than `most` bytes. */
export function bytesOf(data: string, most: number): Buffer | undefined {
  if (data.length > 2 * most + 64) return undefined;
  const dense = /\s/.test(data) ? data.replace(/\s+/g, "") : data;
  if (dense.length === 0 || dense.length % 4 !== 0 || FOREIGN.test(dense) || !isFilledUp(dense)) return undefined;
  const bytes = Buffer.from(dense, "base64");
  return bytes.length > most ? undefined : bytes;
}

/** Whether signs that fill up stand at the end alone. No pattern over the whole: one that goes back has no room for millions of letters. */
function isFilledUp(dense: string): boolean {
  const first = dense.indexOf("=");
  return first < 0 || (first >= dense.length - 2 && dense.endsWith("="));
}

/** The first bytes, without reading the rest. */
export const firstBytes = (data: string): string => Buffer.from(data.slice(0, 2048).replace(/\s+/g, ""), "base64").toString("latin1");
