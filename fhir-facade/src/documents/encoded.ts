/** Bytes that were written as letters: a run that is longer than any word. */

/** A line of MIME's base64 has 76 letters, a checksum in hexadecimal 64. */
const LONGEST_WORD = 64;

const isOfBase64 = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x2f && unit <= 0x39) || unit === 0x2b;

/** Looks at one place in each run of that length, and around it. */
export function hasEncoded(text: string): boolean {
  for (let at = LONGEST_WORD; at < text.length; at += LONGEST_WORD + 1) {
    if (!isOfBase64(text.charCodeAt(at))) continue;
    let begin = at;
    let end = at + 1;
    while (begin > 0 && at - begin <= LONGEST_WORD && isOfBase64(text.charCodeAt(begin - 1))) begin -= 1;
    while (end < text.length && end - begin <= LONGEST_WORD && isOfBase64(text.charCodeAt(end))) end += 1;
    if (end - begin > LONGEST_WORD) return true;
  }
  return false;
}
