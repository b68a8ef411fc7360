/** What a sensitivity category is. A category is shared only when an authorization says so; nothing here excludes. */

/** Languages of the pages; each text stands in all of them. */
export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Plain words for the member, school grade 8 or below. */
export interface CategoryText {
  readonly name: string;
  /** What it covers, with examples: whole sentences. */
  readonly covers: string;
  /** What it means to share it, or to keep it private: whole sentences. */
  readonly sharing: string;
}

/** `always-withheld`: outside the right of access; `withheld`, `shared`: how the screen starts and what *all but sensitive* does. */
export type CategoryDefault = "always-withheld" | "withheld" | "shared";

export interface Category {
  /** v3-ActCode that names the category in records, forms and claims; a plan's own category has a code of the same form. */
  readonly code: string;
  /** Security labels on incoming data that mean this category: its own code, narrower and broader ones, laws. */
  readonly labels: readonly string[];
  readonly default: CategoryDefault;
  /** Whether an authorization that shares it must have a date on which it ends (42 CFR 2.31(a)(7)). */
  readonly needsEnd: boolean;
  /** Version of the set with which the category came, in the meaning that it has: a yes of an earlier version is not a yes to it. */
  readonly since: string;
  /** Why it is held for sensitive. */
  readonly law: string;
  readonly texts: Readonly<Record<Language, CategoryText>>;
  /** Codes of categories that the plan merged into this one: rules and labels for them count for it. */
  readonly merged: readonly string[];
}
