/** Texts that stand in withheld resources only, and are found again wherever they come out. */

export interface Markers {
  /** A text that was never given before; fit for an id, a code or prose. */
  readonly next: () => string;
}

const BEGINNING = "mk7qz";
const ANY = new RegExp(`${BEGINNING}[0-9a-z]{5}x`, "gi");

export function markers(): Markers {
  let given = 0;
  return { next: () => `${BEGINNING}${(given++).toString(36).padStart(5, "0")}x` };
}

/** Markers in any of the texts, also in base64, which do not stand in what was asked. */
export function markersIn(texts: readonly string[], asked: string): readonly string[] {
  const named = new Set(asked.toLowerCase().match(ANY) ?? []);
  const found = texts.flatMap((text) => [...(text.match(ANY) ?? []), ...inBase64(text)]);
  return [...new Set(found.map((marker) => marker.toLowerCase()))].filter((marker) => !named.has(marker));
}

/** What stands in the attachments, decoded. */
function inBase64(text: string): readonly string[] {
  return [...text.matchAll(/"data":"([A-Za-z0-9+/=]{8,})"/g)].flatMap(
    ([, data = ""]) => Buffer.from(data, "base64").toString("utf8").match(ANY) ?? [],
  );
}
