/** What differs between what is there and what is wanted, field by field; what we do not name is left alone. */

export interface FieldDifference {
  /** Names from the object down, divided by dots. */
  readonly field: string;
  /** Both are left out when the value is a secret or personal. */
  readonly from?: unknown;
  readonly to?: unknown;
}

/** Fields whose values never leave this file: secrets, and what is personal of a member. */
const UNSHOWN = /(^|\.)(secret|password|fhir_patient|represented_patients|firstName|lastName|email)$/;
const isSetOfTexts = (list: readonly unknown[]) => list.every((item) => typeof item === "string");

/** Nothing when every member of `wanted` is in `actual` with the same value; arrays of texts are compared as sets. */
export function differences(actual: unknown, wanted: unknown, field = ""): FieldDifference[] {
  if (Array.isArray(wanted)) return listDifferences(actual, wanted, field);
  if (typeof wanted === "object" && wanted !== null) {
    const there = typeof actual === "object" && actual !== null ? (actual as Record<string, unknown>) : {};
    return Object.entries(wanted).flatMap(([key, value]) => differences(there[key], value, field ? `${field}.${key}` : key));
  }
  const isSame = actual === wanted || (wanted === "" && actual === undefined);
  return isSame ? [] : [difference(field, actual, wanted)];
}

function listDifferences(actual: unknown, wanted: readonly unknown[], field: string): FieldDifference[] {
  const whole = [difference(field, actual, wanted)];
  if (!Array.isArray(actual) || actual.length !== wanted.length) return whole;
  if (isSetOfTexts(wanted)) return wanted.every((item) => actual.includes(item)) ? [] : whole;
  return wanted.flatMap((item, index) => differences(actual[index], item, `${field}.${index}`));
}

const difference = (field: string, from: unknown, to: unknown): FieldDifference => (UNSHOWN.test(field) ? { field } : { field, from, to });
