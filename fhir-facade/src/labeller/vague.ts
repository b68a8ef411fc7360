/** Whether a text says what something is, so that judging it means anything. */

/** Words that stand where nobody says what something is. */
const VAGUE: ReadonlySet<string> = new Set(
  `above agreed attached below comment comments condition diagnosis discussed documented encounter entered entry external finding free
  general history information item local medical medication misc miscellaneous none note noted notes observation order other pending please
  problem procedure reason record refer report result results same scanned seen service text unknown unspecified untitled value various
  view visit with`.split(/\s+/),
);

/** Any word of four letters that is not one of these; in other alphabets any letters at all. */
export function saysSomething(text: unknown): boolean {
  if (typeof text !== "string") return false;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}{4,}/gu)) if (!VAGUE.has(word)) return true;
  return false;
}
