/** Ids or keys in portions that one address can hold, short of the length that servers take. */

const MOST = 100;
/** With a comma of three characters after each, and a slash of three in each key. */
const CHARACTERS = 4_500;

export function* portions<Text extends string>(texts: readonly Text[]): Generator<readonly Text[]> {
  let portion: Text[] = [];
  let characters = 0;
  for (const text of texts) {
    const more = encodeURIComponent(text).length + 3;
    if (portion.length === MOST || characters + more > CHARACTERS) {
      if (portion.length > 0) yield portion;
      portion = [];
      characters = 0;
    }
    characters += more;
    portion.push(text);
  }
  if (portion.length > 0) yield portion;
}
