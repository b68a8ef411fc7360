/** JSON to words: every string, also of members that stand there twice and would be lost in a parsed value. */

const STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;
/** Names in FHIR are the standard's own; elsewhere they may say something. */
const IS_FHIR = /"resourceType"\s*:/;
const BYTES = /"(?:data|valueBase64Binary)"\s*:/;

/** `undefined` for what is no JSON, nor lines of it. */
export function jsonStrings(text: string): { readonly text: string; readonly whole: boolean } | undefined {
  if (!isJson(text) && !text.split("\n").every((line) => line.trim() === "" || isJson(line))) return undefined;
  const isFhir = IS_FHIR.test(text);
  const words: string[] = [];
  for (const [found, colon] of text.matchAll(STRING))
    if (!colon || !isFhir) words.push(JSON.parse(colon ? found.slice(0, -colon.length) : found) as string);
  return { text: words.join("\n"), whole: !(isFhir && BYTES.test(text)) };
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}
