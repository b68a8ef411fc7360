/** The ticks of the change form as what is sent. */
import type { Change, Connection } from "./connections";
import { type Language, plainTopics } from "./shares";

const same = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((code) => other.includes(code));

/** A way that says the same as before stays: *everything* goes on to mean what the plan adds later. */
export function changeOf(language: Language, { revision, mode, sharedToday }: Connection, ticked: readonly string[]): Change {
  if (same(ticked, sharedToday)) return { revision, mode, shared: ticked };
  const plain = plainTopics(language).map(({ code }) => code);
  return { revision, mode: same(ticked, plain) ? "all-but-sensitive" : "chosen", shared: ticked };
}
