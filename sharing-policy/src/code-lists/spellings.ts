/** How codes are spelled in data: with zeros lost, with a modifier attached, as one of three kinds of National Drug Code. */

/** Codes of a fixed length whose leading zeros get lost. */
export const filled =
  (width: number) =>
  (code: string): readonly string[] => [code.padStart(width, "0")];

/** A procedure code, alone, and each modifier of two characters that stands behind it, with a sign between or without. */
export function withoutModifiers(code: string): readonly string[] {
  const parts = code.split(/[-:,/]/);
  const [first = ""] = parts;
  const attached = first.length > 5 ? [first.slice(0, 5), ...(first.slice(5).match(/../g) ?? [])] : [];
  return [...parts, ...attached];
}

/**
 * The eleven digits (5-4-2) of a National Drug Code. Ten digits without dashes are 4-4-2, 5-3-2 or 5-4-1, and nothing says which: all three are given.
 * A labeller and product without the pack give nine digits.
 */
export function ndc11(code: string): readonly string[] {
  const [labeller = "", product = "", pack] = code.split("-");
  if (product !== "") return [labeller.padStart(5, "0") + product.padStart(4, "0") + (pack?.padStart(2, "0") ?? "")];
  if (code.length === 12 && code.startsWith("0")) return [code.slice(1)];
  if (code.length !== 10) return [code];
  return [`0${code}`, `${code.slice(0, 5)}0${code.slice(5)}`, `${code.slice(0, 9)}0${code.slice(9)}`];
}
