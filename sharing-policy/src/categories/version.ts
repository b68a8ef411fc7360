/** Versions of the set of categories: ISO dates, with a number behind when a day has several. */

/** `2026-12-01`, or `2026-12-01.2` for another one of the same day. */
export const VERSION = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:\.[1-9]\d{0,3})?$/;

/** Whether the first came after the second. What is no version came before all: nobody answered it. */
export function isLater(version: string, than: string): boolean {
  const [day, number] = parts(version);
  const [otherDay, otherNumber] = parts(than);
  return day === otherDay ? number > otherNumber : day > otherDay;
}

export const later = (one: string, other: string): string => (isLater(other, one) ? other : one);

function parts(version: string): readonly [day: string, number: number] {
  if (!VERSION.test(version)) return ["", 0];
  const [day = "", number = "0"] = version.split(".");
  return [day, Number(number)];
}
