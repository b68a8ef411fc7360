/** YAML or JSON as values that know their line, so that each is checked where it is read. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

/** What is wrong with a plan's own policy file: one sentence that starts with file and line. */
export class PlanPolicyError extends Error {}

/** A part of the file. `says`: what it is called, for sentences. */
export interface Located {
  readonly file: string;
  readonly line: number;
  readonly says: string;
  readonly node: unknown;
  readonly lineOf: (node: unknown) => number | undefined;
}

/** @throws PlanPolicyError always */
export function refuse(at: Located, what: string): never {
  throw new PlanPolicyError(`${at.file} line ${at.line}: ${what}`);
}

/** The whole file. @throws PlanPolicyError for what is neither YAML nor JSON, and for a member that stands twice */
export function located(text: string, file: string): Located {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const [problem] = [...document.errors, ...document.warnings];
  const lineOf = (node: unknown): number | undefined => {
    const { range } = (node ?? {}) as { range?: readonly number[] | null };
    return range ? lineAt(range[0] ?? 0) : undefined;
  };
  const whole = { file, line: lineOf(document.contents) ?? 1, says: "the file", node: document.contents, lineOf };
  if (problem)
    refuse(
      { ...whole, line: lineAt(problem.pos[0]) },
      `this is no YAML or JSON that can be read: ${problem.message.replace(/[.\s]+$/, "")}.`,
    );
  return whole;
}

const part = (of: Located, node: unknown, says: string): Located => ({ ...of, node, line: of.lineOf(node) ?? of.line, says });

/** Members of an object, by name. @throws PlanPolicyError for one that is not allowed and for a missing one */
export function membersOf(at: Located, required: readonly string[], optional: readonly string[] = []): Readonly<Record<string, Located>> {
  const allowed = [...required, ...optional];
  if (!isMap(at.node)) refuse(at, `${at.says} must have the members ${allowed.join(", ")}.`);
  const members: Record<string, Located> = {};
  for (const { key, value } of at.node.items) {
    const name = isScalar(key) ? String(key.value) : "";
    const here = part(at, key, name);
    if (!allowed.includes(name)) refuse(here, `${at.says} has no member ${name || "of that kind"}; allowed are ${allowed.join(", ")}.`);
    members[name] = part(here, value, name);
  }
  const missing = required.find((name) => !Object.hasOwn(members, name));
  if (missing) refuse(at, `${at.says} needs the member ${missing}.`);
  return members;
}

/** Items of a list. @throws PlanPolicyError for an empty one */
export function itemsOf(at: Located): readonly Located[] {
  if (!isSeq(at.node) || at.node.items.length === 0) refuse(at, `${at.says} must be a list with at least one item.`);
  return at.node.items.map((item) => part(at, item, `an item of ${at.says}`));
}

/** A text, as it was written: a code that YAML reads as a number keeps its zeros. */
export function textOf(at: Located, most = 100): string {
  const scalar = isScalar(at.node) ? at.node : undefined;
  const written = typeof scalar?.value === "number" ? scalar.source : scalar?.value;
  const text = typeof written === "string" ? written.trim() : "";
  if (!/^[^\p{Cc}]+$/u.test(text)) refuse(at, `${at.says} must be a text on one line.`);
  if (text.length > most) refuse(at, `${at.says} must be at most ${most} characters long.`);
  return text;
}

export function matchingOf(at: Located, form: RegExp, allowed: string): string {
  const text = textOf(at);
  return form.test(text) ? text : refuse(at, `${at.says} is ${text}, and must be ${allowed}.`);
}

export function oneOf<Word extends string>(at: Located, words: readonly Word[]): Word {
  const text = textOf(at);
  return words.find((word) => word === text) ?? refuse(at, `${at.says} is ${text}; allowed are ${words.join(", ")}.`);
}

export function wholeOf(at: Located, least: number, most: number): number {
  const value = isScalar(at.node) ? at.node.value : undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  return refuse(at, `${at.says} must be a whole number from ${least} to ${most}.`);
}

export function flagOf(at: Located): boolean {
  const value = isScalar(at.node) ? at.node.value : undefined;
  return typeof value === "boolean" ? value : refuse(at, `${at.says} must be true or false.`);
}
