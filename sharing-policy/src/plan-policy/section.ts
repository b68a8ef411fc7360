/** What the sections of the file have in common: each takes the policy as the sections before it left it. */
import { type Category, type CategoryText, isLater, LANGUAGES, type Language, VERSION } from "../categories/index.ts";
import type { SharingPolicy } from "../sharing-policy.ts";
import { itemsOf, type Located, matchingOf, membersOf, oneOf, refuse, textOf } from "./located.ts";

/** `version`: the file's own. */
export type Section = (policy: SharingPolicy, at: Located, version: string) => SharingPolicy;

/** One item after the other, each on what the ones before it made. */
export function inTurn(
  policy: SharingPolicy,
  at: Located,
  step: (policy: SharingPolicy, item: Located, index: number) => SharingPolicy,
): SharingPolicy {
  let now = policy;
  for (const [index, item] of itemsOf(at).entries()) now = step(now, item, index);
  return now;
}

const DATE = "an ISO date, with .2, .3 … for another one of the same day";

export const versionOf = (at: Located): string => matchingOf(at, VERSION, DATE);

/** When something came. @param after what it must be later than, or an earlier yes would count for it */
export function sinceOf(at: Located, version: string, after: readonly Category[] = []): string {
  const since = versionOf(at);
  if (isLater(since, version)) refuse(at, `since is ${since}, later than the file's version ${version}: raise the version.`);
  const newest = after.find((category) => !isLater(since, category.since));
  if (newest) refuse(at, `since is ${since}, and must be later than ${newest.since}, the since of ${newest.code}.`);
  return since;
}

/** A category that the policy has now. */
export function categoryOf({ categories }: SharingPolicy, at: Located): Category {
  const code = oneOf(
    at,
    categories.map((category) => category.code),
  );
  return categories.find((category) => category.code === code) as Category;
}

/** Name, what it covers, and what sharing it means, in every language of the pages. */
export function textsOf(at: Located): Readonly<Record<Language, CategoryText>> {
  const languages = membersOf(at, LANGUAGES);
  const textIn = (language: Language): CategoryText => {
    const { name, covers, sharing } = membersOf(languages[language] as Located, ["name", "covers", "sharing"]) as Record<string, Located>;
    return { name: textOf(name as Located, 80), covers: textOf(covers as Located, 400), sharing: textOf(sharing as Located, 400) };
  };
  return { en: textIn("en"), es: textIn("es") };
}

export const withCategory = (policy: SharingPolicy, changed: Category): SharingPolicy => ({
  ...policy,
  categories: policy.categories.map((category) => (category.code === changed.code ? changed : category)),
});
