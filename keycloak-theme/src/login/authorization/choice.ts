/** What the form says right now, and what that choice shares. The form's native inputs are the only state that is posted. */
import type { SharingMode } from "@member-exchange/sharing-policy";
import type { AuthorizationBean } from "../KcContext";

export interface Choice {
  readonly mode: SharingMode;
  /** Ticked `types[].scope` values; they count only when `mode` is `chosen`. */
  readonly scopes: ReadonlySet<string>;
  /** Ticked `types[].parts[].scope` values; they count beside their type's. */
  readonly parts: ReadonlySet<string>;
  /** Ticked category codes; they count only when `mode` is `chosen`. */
  readonly categories: ReadonlySet<string>;
  readonly duration: string;
}

/** Personal details: a category of its own on the screen, because it starts shared. */
export const DEMOGRAPHICS = "DEMO";

const asMode = (mode: unknown): SharingMode => (mode === "everything" || mode === "chosen" ? mode : "all-but-sensitive");

/** The choice as the server preselects it. */
export function preselected({ mode, types, categories, durations }: AuthorizationBean): Choice {
  return {
    mode: asMode(mode),
    scopes: new Set(types.filter(({ chosen }) => chosen).map(({ scope }) => scope)),
    parts: new Set(types.flatMap(({ parts }) => parts.filter(({ chosen }) => chosen).map(({ scope }) => scope))),
    categories: new Set(categories.filter(({ chosen }) => chosen).map(({ code }) => code)),
    duration: durations.find(({ chosen }) => chosen)?.value ?? "",
  };
}

/** The choice as it would be posted. */
export function posted(form: FormData): Choice {
  return {
    mode: asMode(form.get("mode")),
    scopes: new Set(form.getAll("scope").map(String)),
    parts: new Set(form.getAll("part").map(String)),
    categories: new Set(form.getAll("category").map(String)),
    duration: String(form.get("duration") ?? ""),
  };
}

type Category = AuthorizationBean["categories"][number];

export const sensitiveOf = ({ categories }: AuthorizationBean) => categories.filter(({ code }) => code !== DEMOGRAPHICS);

export type RecordKind = AuthorizationBean["types"][number];

/** Whether parts of a kind of record can be shared without the others. */
export const isDivisible = ({ whole, parts }: Pick<RecordKind, "whole" | "parts">): boolean =>
  parts.length > 1 || (whole && parts.length > 0);

/** How much of a kind of record the choice shares; the server judges the same way. */
export function shareOf({ mode, scopes, parts: ticked }: Choice, kind: RecordKind): "all" | "some" | "none" {
  if (mode !== "chosen") return "all";
  if (!scopes.has(kind.scope)) return "none";
  if (!isDivisible(kind)) return "all";
  const shared = kind.parts.filter(({ scope }) => ticked.has(scope)).length;
  if (shared === 0) return "none";
  return shared === kind.parts.length ? "all" : "some";
}

/** Whether the choice shares a category; a sensitive one only when the member said so, a closed one never. */
export function sharesCategory({ mode, categories }: Pick<Choice, "mode" | "categories">, { code, sensitive, closed }: Category): boolean {
  if (closed) return false;
  if (mode === "everything") return true;
  return mode === "chosen" ? categories.has(code) : !sensitive;
}

/** Shared categories that forbid an authorization without an end. */
export const needingEnd = (choice: Choice, { categories }: AuthorizationBean): Category[] =>
  categories.filter((category) => category.needsEnd && sharesCategory(choice, category));

/** Whether `allow` would share no record at all. */
export const sharesNothing = (choice: Choice, { types }: AuthorizationBean): boolean =>
  types.every((kind) => shareOf(choice, kind) === "none");
