/** Days in the member's words. */
import { phrase } from "../login/ui/Sentence";
import type { Connection } from "./connections";
import type { AccountWords } from "./words";

const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_DAYS = 14;

/** The day of an instant where the member is. */
export const dayOf = (language: string, instant: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(instant);

/** The end as it stood on the authorization page: a day of UTC. */
export const endDay = (language: string, instant: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(instant);

export function endWords(own: AccountWords, language: string, { duration, until }: Connection): string {
  if (duration === "once") return own.onlyOnce;
  return until === null ? own.untilStopped : endDay(language, until);
}

/** "Ends in 9 days", or "" when that is far away or never. */
export function endsSoon(own: AccountWords, { duration, until }: Connection, now: number): string {
  if (until === null || duration === "once" || until - now > SOON_DAYS * DAY_MS) return "";
  const days = Math.floor((until - now) / DAY_MS);
  const [one = "", many = ""] = own.endsSoon;
  if (days < 1) return own.endsToday;
  return days === 1 ? one : phrase(many, { n: days });
}

/** @param day ISO date (UTC), which may be tomorrow where the member is */
export function lastUsedWords(own: AccountWords, language: string, day: string | null, now: number): string {
  if (day === null) return own.notUsed;
  const today = new Date(now).toISOString().slice(0, 10);
  return day >= today ? own.today : endDay(language, Date.parse(`${day}T00:00:00Z`));
}
