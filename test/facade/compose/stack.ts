/** The files that make up the stack, read from the checkout; a broken copy differs in one of them and lives in memory. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CHECKOUT = join(import.meta.dirname, "../../..");

export interface Stack {
  /** Text of a file; `path` counts from the checkout. @throws when there is none. */
  read(path: string): string;
  exists(path: string): boolean;
}

/** Names what is wrong; nothing when all is well. */
export type Rule = (stack: Stack) => readonly string[];

export const CHECKED_OUT: Stack = {
  read: (path) => readFileSync(join(CHECKOUT, path), "utf8"),
  exists: (path) => existsSync(join(CHECKOUT, path)),
};

/** A copy in which `found` is replaced in one file. @throws when it does not occur there. */
export function broken(stack: Stack, path: string, found: string, replacement: string): Stack {
  const text = stack.read(path);
  if (!text.includes(found)) throw new Error(`${path} does not contain ${found}`);
  const edited = text.replace(found, () => replacement);
  return { ...stack, read: (asked) => (asked === path ? edited : stack.read(asked)) };
}
