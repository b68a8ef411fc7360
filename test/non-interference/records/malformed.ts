/** Ways in which a stored resource can be wrong: a withheld one that is must not be noticed by what it breaks. */
import type { FhirResource } from "./resource.ts";

const nested = (depth: number): unknown => (depth === 0 ? "end" : { extension: [nested(depth - 1)] });

const WRONG: readonly Readonly<Record<string, unknown>>[] = [
  { code: "text", category: "text", status: 7, identifier: "text" },
  { code: [[{}]], category: [null], status: {}, identifier: [null, 3] },
  { code: null, encounter: "Encounter/x", focus: { reference: 5 }, performer: [{ reference: null }] },
  { effectiveDateTime: 20200101, onsetDateTime: {}, issued: "yesterday", recordedDate: ["2020"] },
  { effectiveDateTime: "2020-13-45", onsetDateTime: "", recordedDate: "99999", issued: "2020-01-01T99:99:99Z" },
  { effectivePeriod: { start: "x", end: 5 }, onsetPeriod: "2020" },
  { encounter: { reference: "https://elsewhere.example/Encounter/1" }, note: [{ authorReference: { reference: "Nothing/1" } }] },
  { encounter: { reference: "Encounter/no-such-encounter" } },
  { extension: [nested(80)] },
  { contained: [{ resourceType: "Nothing" }, 5, null] },
  { text: 5, valueString: { a: 1 }, note: "text", component: {} },
];

/** A new resource for each fault. */
export function malformed(make: () => FhirResource): readonly FhirResource[] {
  return WRONG.map((fault) => ({ ...make(), ...fault }));
}
