/** Sections `add`, `merge`, `remove` and `change`: which categories the plan has, and what its members read about them. */
import type { Category, CategoryText, Language } from "../categories/index.ts";
import { flagOf, itemsOf, type Located, matchingOf, membersOf, oneOf, refuse, textOf } from "./located.ts";
import { categoryOf, inTurn, type Section, sinceOf, textsOf, withCategory } from "./section.ts";

/** A verdict has one bit for each category, the standard ones included. */
const MOST_ADDED = 18;
const CODE = /^[A-Z][A-Z0-9]{2,15}$/;
const LABEL = /^[A-Za-z0-9_-]{2,40}$/;

export const add: Section = (before, at, version) =>
  inTurn(before, at, (policy, item, index) => {
    if (index === MOST_ADDED) refuse(item, `at most ${MOST_ADDED} categories can be added.`);
    const members = membersOf(item, ["code", "since", "texts"], ["default", "labels", "law", "needsEnd"]);
    const { default: byDefault, labels, law, needsEnd } = members;
    const { code, since, texts } = members as Record<"code" | "since" | "texts", Located>;
    const name = matchingOf(code, CODE, "3 to 16 capital letters and digits, a letter first");
    if (policy.categories.some((category) => category.code === name)) refuse(code, `there is a category ${name} already.`);
    const added: Category = {
      code: name,
      labels: [name, ...(labels ? itemsOf(labels).map((label) => matchingOf(label, LABEL, "a code of letters, digits, - and _")) : [])],
      // what nobody can get is not the plan's to decide: the right of access has one exception, and that is PSYTHPN
      default: byDefault ? oneOf(byDefault, ["withheld", "shared"]) : "withheld",
      needsEnd: needsEnd ? flagOf(needsEnd) : false,
      since: sinceOf(since, version),
      law: law ? textOf(law, 200) : "The plan's own decision",
      texts: textsOf(texts),
      merged: [],
    };
    return { ...policy, categories: [...policy.categories, added] };
  });

const NOT_MERGED = ["PSYTHPN", "DEMO"];
/** Substance-use records keep a category of their own: 42 CFR Part 2 asks for an end and for a mark on what leaves. */
const NOT_MERGED_AWAY = ["SUD"];

export const merge: Section = (before, at, version) =>
  inTurn(before, at, (policy, item) => {
    const members = membersOf(item, ["into", "from", "since"], ["texts"]);
    const { into, from, since } = members as Record<"into" | "from" | "since", Located>;
    const target = categoryOf(policy, into);
    if (NOT_MERGED.includes(target.code)) refuse(into, `${target.code} cannot be merged.`);
    const parts = itemsOf(from).map((one) => {
      const category = categoryOf(policy, one);
      if ([...NOT_MERGED, ...NOT_MERGED_AWAY].includes(category.code))
        refuse(one, `${category.code} cannot be merged into another category.`);
      return category === target ? refuse(one, `${category.code} cannot be merged into itself.`) : category;
    });
    const all = [target, ...parts];
    const merged: Category = {
      ...target,
      labels: all.flatMap(({ labels }) => labels),
      default: all.some((category) => category.default === "withheld") ? "withheld" : "shared",
      needsEnd: all.some(({ needsEnd }) => needsEnd),
      since: sinceOf(since, version, all),
      law: all.map(({ law }) => law).join("; "),
      texts: members.texts ? textsOf(members.texts) : { en: together(all, "en"), es: together(all, "es") },
      merged: [...target.merged, ...parts.flatMap((category) => [category.code, ...category.merged])],
    };
    const left = policy.categories.filter((category) => !parts.includes(category));
    return withCategory({ ...policy, categories: left }, merged);
  });

/** A member reads of everything that a merged category covers. */
const together = (all: readonly Category[], language: Language): CategoryText => {
  const every = (member: keyof CategoryText): readonly string[] => [...new Set(all.map(({ texts }) => texts[language][member]))];
  return { name: every("name").join(" / "), covers: every("covers").join(" "), sharing: every("sharing").join(" ") };
};

const NOT_REMOVED = ["PSYTHPN", "SUD", "DEMO"];

export const remove: Section = (before, at, version) =>
  inTurn(before, at, (policy, item) => {
    const { category, since } = membersOf(item, ["category", "since"]) as Record<"category" | "since", Located>;
    const gone = categoryOf(policy, category);
    if (NOT_REMOVED.includes(gone.code)) refuse(category, `${gone.code} cannot be removed.`);
    const removed = [gone.code, ...gone.merged].map((code) => ({ code, since: sinceOf(since, version, [gone]) }));
    return {
      ...policy,
      categories: policy.categories.filter((one) => one !== gone),
      removed: [...policy.removed, ...removed],
      careLabels: [...policy.careLabels, ...gone.labels],
    };
  });

export const change: Section = (before, at) =>
  inTurn(before, at, (policy, item) => {
    const { category, default: byDefault, texts } = membersOf(item, ["category"], ["default", "texts"]);
    const changed = categoryOf(policy, category as Located);
    if (!byDefault && !texts) refuse(item, `${item.says} needs the member default or texts.`);
    return withCategory(policy, {
      ...changed,
      default: byDefault ? defaultOf(byDefault, changed) : changed.default,
      texts: texts ? textsOf(texts) : changed.texts,
    });
  });

/** R4: what is sensitive starts withheld. Personal details alone may start either way. */
function defaultOf(at: Located, { code, default: standing }: Category): Category["default"] {
  if (code === "DEMO") return oneOf(at, ["shared", "withheld"]);
  const wanted = textOf(at);
  if (wanted === standing) return standing;
  return refuse(at, `the default of ${code} is ${standing} and cannot be ${wanted}; only DEMO can be shared or withheld.`);
}
