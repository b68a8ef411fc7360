/** Whether what is there already says all that is wanted; what we do not name is left alone. */

/** True when every member of `wanted` is in `actual` with the same value; arrays of texts are compared as sets. */
export function contains(actual: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual)) return false;
    if (wanted.every((item) => typeof item === "string")) {
      return actual.length === wanted.length && wanted.every((item) => actual.includes(item));
    }
    return actual.length === wanted.length && wanted.every((item, index) => contains(actual[index], item));
  }
  if (typeof wanted === "object" && wanted !== null) {
    if (typeof actual !== "object" || actual === null) return false;
    return Object.entries(wanted).every(([key, value]) => contains((actual as Record<string, unknown>)[key], value));
  }
  return actual === wanted || (wanted === "" && actual === undefined);
}
