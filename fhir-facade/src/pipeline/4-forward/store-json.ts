/** Bytes of the store as values: JSON in UTF-8 or nothing; where a key could reach a prototype, each part is looked through before it is used. */
import { isUtf8 } from "node:buffer";
import { parse, scan } from "secure-json-parse";
import { isObject, type JsonObject, MAX_DEPTH } from "../../compartment/resource.ts";
import { unavailable } from "../../outcome/refusals.ts";

export interface StoreJson {
  readonly value: JsonObject;
  /** Whether this part of the value is free of `__proto__` and `constructor.prototype` keys. */
  readonly isClean: (part: object) => boolean;
  /** Whether every number in this part of the value is one: JSON can write greater ones than there are. */
  readonly isInRange: (part: object) => boolean;
}

const AS_IT_IS = { protoAction: "ignore", constructorAction: "ignore" } as const;

/** @throws Unavailable for anything but one JSON object */
export function storeJson(bytes: Buffer): StoreJson {
  if (!isUtf8(bytes)) throw unavailable("store-malformed");
  const text = bytes.toString("utf8");
  const clean = attempt(() => parse(text));
  const value: unknown = clean ?? attempt(() => parse(text, null, AS_IT_IS));
  if (!isObject(value)) throw unavailable("store-malformed");
  return {
    value,
    isClean: clean === undefined ? (part) => attempt(() => scan(part)) !== undefined : () => true,
    isInRange: MAY_BE_OUT_OF_RANGE.test(text) ? (part) => isReadable(part, 0) : () => true,
  };
}

/** A number with an exponent of three digits, or very many digits; that it stands in a text is possible and costs only time. */
const MAY_BE_OUT_OF_RANGE = /[:[,\s]-?\d[\d.]*(?:[eE]\+?\d{3}|\d{199})/;

function isReadable(value: unknown, depth: number): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return depth <= MAX_DEPTH && Object.values(value).every((item) => isReadable(item, depth + 1));
}

function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
