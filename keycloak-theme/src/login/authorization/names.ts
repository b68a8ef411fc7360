/** Names for categories and durations in the member's language. */
import type { AuthorizationBean, Topic } from "../KcContext";
import { phrase } from "../ui/Sentence";
import { type Words, wordFor } from "../words";

/** A name inside a sentence: "psychotherapy notes", but "HIV". */
export const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;

/** All sensitive topics as one, with what is never shared. */
export const allTopicNames = (words: Words, neverShared: readonly string[]): string =>
  neverShared.length > 0 ? phrase(words.allSensitiveAnd, { never: neverShared.map(inSentence).join(", ") }) : words.allSensitive;

export const topicNames = (topics: readonly Topic[]): string => topics.map(({ name }) => name).join("; ");

/** An ISO date in words, or as it is when it is none. */
export function longDate(words: Words, date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? date : new Intl.DateTimeFormat(words.language, { dateStyle: "long", timeZone: "UTC" }).format(day);
}

/** `P3M` in words; "" for what is no such duration. */
function lengthOf(words: Words, value: string): string {
  const match = /^P(\d+)([DMY])$/.exec(value);
  if (!match) return "";
  const [one, many] = words.lengths[match[2] as keyof Words["lengths"]];
  return match[1] === "1" ? (one ?? "") : phrase(many ?? "", { n: match[1] ?? "" });
}

export interface DurationWords {
  readonly name: string;
  readonly body: string;
}

export function durationWords(words: Words, { value, open, until }: AuthorizationBean["durations"][number]): DurationWords {
  if (open) return { name: words.durationOpen, body: words.durationOpenBody };
  if (value === "once") return { name: words.durationOnce, body: words.durationOnceBody };
  const length = lengthOf(words, value);
  if (!until) return { name: phrase(words.durationFor, { length: length || value }), body: words.durationUntilBody };
  return {
    name: phrase(words.durationUntil, { date: longDate(words, until) }),
    body: length ? `${capitalized(length)}. ${words.durationUntilBody}` : words.durationUntilBody,
  };
}

/** That the duration without end gave way to the one that stands now. */
export function movedWords(words: Words, { durations }: AuthorizationBean, choice: { readonly duration: string }): string {
  const now = durations.find(({ value }) => value === choice.duration);
  return now ? phrase(words.durationMoved, { before: words.durationOpen, now: durationWords(words, now).name }) : "";
}

/** The member's role towards a person, as part of a sentence ("you are the parent"); never the server's code. */
export const relationshipWords = (words: Words, relationship: string): string =>
  wordFor(words.relationships, relationship) ?? words.relationshipOther;

export const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
