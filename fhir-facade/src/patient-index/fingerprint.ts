/** Whether a resource still is what the index judged: a number made of its whole `meta`, versions, times, labels and tags alike. */
import { isObject, type Json, keyOf, MAX_DEPTH, type Resource } from "../compartment/resource.ts";
import type { PatientIndex } from "./patient-index.ts";

const { imul } = Math;

/** The fingerprint of what cannot be told apart from its next version. Equal to none, itself included. */
export const UNTOLD = 0;

/**
 * 53 bits of the resource's `meta`, in the order of its members; {@link UNTOLD} without a version or a time. Nothing below `meta` is read: a store that
 * changes a resource without touching its `meta` is not noticed.
 */
export function fingerprintOf({ meta }: Resource): number {
  if (!isObject(meta) || typeof meta.versionId !== "string" || typeof meta.lastUpdated !== "string") return UNTOLD;
  let a = 0x2c1b3c6d;
  let b = 0x297a2d39;
  let tooDeep = false;
  const text = (value: string): void => {
    a = stirred(value, a, 5, 0x01000193);
    b = stirred(value, b, 13, 0x2d9277b5);
  };
  /** Beyond every character: no text can look like a boundary. */
  const boundary = (kind: number): void => {
    a = stir(0x10000 + kind, a, 5, 0x01000193);
    b = stir(0x10000 + kind, b, 13, 0x2d9277b5);
  };
  const walk = (value: Json | undefined, depth: number): void => {
    if (depth > MAX_DEPTH) tooDeep = true;
    else if (Array.isArray(value)) {
      boundary(1);
      for (const item of value) walk(item, depth + 1);
      boundary(2);
    } else if (isObject(value)) {
      boundary(3);
      for (const name of Object.keys(value)) {
        text(name);
        boundary(4);
        walk(value[name], depth + 1);
      }
      boundary(5);
    } else {
      text(String(value));
      boundary(typeof value === "string" ? 6 : 7);
    }
  };
  walk(meta, 0);
  return tooDeep ? UNTOLD : joined(a, b);
}

/** 53 bits of a text, for telling texts apart that are not to be kept; {@link UNTOLD} of none. */
export const fingerprintOfText = (text: string): number =>
  joined(stirred(text, 0x2c1b3c6d, 5, 0x01000193), stirred(text, 0x297a2d39, 13, 0x2d9277b5));

const joined = (a: number, b: number): number => spread(a) * 2 ** 21 + (spread(b) >>> 11) || 1;

const stir = (code: number, sum: number, turn: number, factor: number): number =>
  imul(((sum << turn) | (sum >>> (32 - turn))) ^ code, factor);

function stirred(value: string, sum: number, turn: number, factor: number): number {
  for (let at = 0; at < value.length; at++) sum = stir(value.charCodeAt(at), sum, turn, factor);
  return sum;
}

/** Every bit of the sum moves about half of the bits of the result. */
function spread(sum: number): number {
  let bits = imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  bits = imul(bits ^ (bits >>> 13), 0x297a2d39);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Whether the index judged this very version with these very labels; false for what it does not know or cannot tell. */
export function isAsJudged(index: PatientIndex, resource: Resource): boolean {
  const judged = index.entries.get(keyOf(resource))?.judged ?? UNTOLD;
  return judged !== UNTOLD && judged === fingerprintOf(resource);
}
