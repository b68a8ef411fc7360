/** FHIR dates as spans of time, and what a prefix asks of two spans. @see https://hl7.org/fhir/R4/search.html#date */
import { isRecord } from "../records/resource.ts";

/** From `low` up to, not including, `high`; epoch milliseconds. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** A date, dateTime or instant of any precision; without a zone it is UTC. */
export function spanOf(text: string): Span | undefined {
  const found = DATE.exec(text);
  if (!found) return undefined;
  const [, year = "", month, day, hour, minute, second, fraction, zone] = found;
  if (month === undefined) return { low: Date.UTC(Number(year)), high: Date.UTC(Number(year) + 1) };
  if (day === undefined) return { low: Date.UTC(Number(year), Number(month) - 1), high: Date.UTC(Number(year), Number(month)) };
  const low = Date.parse(`${year}-${month}-${day}T${hour ?? "00"}:${minute ?? "00"}:${second ?? "00"}.${fraction ?? "0"}${zone ?? "Z"}`);
  if (Number.isNaN(low)) return undefined;
  const length = hour === undefined ? 86_400_000 : second === undefined ? 60_000 : fraction === undefined ? 1_000 : 1;
  return { low, high: low + length };
}

/** Spans of a stored value: a string, a Period, or the events of a Timing. */
export function spansOf(value: unknown): readonly Span[] {
  if (typeof value === "string") return [spanOf(value)].flatMap((span) => span ?? []);
  if (!isRecord(value)) return [];
  if (Array.isArray(value.event)) return value.event.flatMap(spansOf);
  const [start, end] = [value.start, value.end].map((edge) => (typeof edge === "string" ? spanOf(edge) : undefined));
  return start || end ? [{ low: start?.low ?? Number.NEGATIVE_INFINITY, high: end?.high ?? Number.POSITIVE_INFINITY }] : [];
}

type Asks = (stored: Span, asked: Span) => boolean;
const within: Asks = (stored, asked) => stored.low >= asked.low && stored.high <= asked.high;

const PREFIXES: Readonly<Record<string, Asks>> = {
  eq: within,
  ne: (stored, asked) => !within(stored, asked),
  gt: (stored, asked) => stored.high > asked.high,
  lt: (stored, asked) => stored.low < asked.low,
  ge: (stored, asked) => stored.high > asked.low,
  le: (stored, asked) => stored.low < asked.high,
  sa: (stored, asked) => stored.low >= asked.high,
  eb: (stored, asked) => stored.high <= asked.low,
  ap: (stored, asked) => stored.low < asked.high && stored.high > asked.low,
};

/** Whether a stored date is what `ge2024-01` asks for; text that is no date finds nothing. */
export function dateMatches(stored: readonly Span[], text: string): boolean {
  const prefix = /^[a-z]{2}/.exec(text)?.[0];
  const asked = spanOf(prefix === undefined ? text : text.slice(2));
  const asks = PREFIXES[prefix ?? "eq"];
  return asked !== undefined && asks !== undefined && stored.some((span) => asks(span, asked));
}
