/** A query string, or a form body, as decoded name and value pairs: read strictly, nothing repaired. */
import { invalidRequest } from "../../outcome/refusals.ts";

export type Pair = readonly [name: string, value: string];

const MAX_LENGTH = 1400;
/** A page link holds an encrypted query, and nothing else stands beside it. */
const MAX_PAGE_LENGTH = 6_100;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f]/;

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw invalidRequest("query-encoding");
  }
}

/** @throws InvalidRequest for an encoding that is not UTF-8, control characters, empty names or values, or too much of it */
export function parsePairs(text: string): readonly Pair[] {
  if (text.length > (text.startsWith("page=") ? MAX_PAGE_LENGTH : MAX_LENGTH)) throw invalidRequest("query-too-long");
  if (text === "") return [];
  return text.split("&").map((part) => {
    const cut = part.indexOf("=");
    if (cut < 1) throw invalidRequest("query-malformed");
    const pair = [decode(part.slice(0, cut)), decode(part.slice(cut + 1))] as const;
    if (pair[1] === "" || pair.some((side) => CONTROL.test(side))) throw invalidRequest("query-malformed");
    return pair;
  });
}

/** The pairs as a query string again, in the order given. */
export const formatPairs = (pairs: readonly Pair[]): string =>
  pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
