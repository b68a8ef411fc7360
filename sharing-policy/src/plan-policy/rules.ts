/** Sections `codes` and `terms`: the plan's own rules, for any category. */
import { CODE_LISTS, type CodeList, type CodeRule, normalSystem, type Tier } from "../code-lists/index.ts";
import type { SharingPolicy } from "../sharing-policy.ts";
import type { TermRule } from "../terms/index.ts";
import { flagOf, itemsOf, type Located, membersOf, oneOf, refuse, textOf } from "./located.ts";
import { inTurn, type Section } from "./section.ts";

const TIERS: readonly Tier[] = ["definite", "indicative", "weak"];

/** Of a removed category too: what it finds is withheld from authorizations that are older. */
const categoryCode = ({ categories, removed }: SharingPolicy, at: Located): string => {
  const merged = categories.find((category) => category.merged.includes(textOf(at)));
  if (merged) refuse(at, `${textOf(at)} was merged into ${merged.code}: name that.`);
  return oneOf(
    at,
    [...categories, ...removed].map(({ code }) => code),
  );
};

export const codes: Section = (before, at, version) =>
  inTurn(before, at, (policy, item) => {
    const members = membersOf(item, ["category", "tier", "source"], ["list", "system", "codes", "prefixes", "complete"]);
    const { category, tier, source } = members as Record<"category" | "tier" | "source", Located>;
    if (!members.codes && !members.prefixes) refuse(item, `${item.says} needs the member codes or prefixes.`);
    const all = (member: Located | undefined): readonly string[] => (member ? itemsOf(member).map((code) => textOf(code)) : []);
    const rule: CodeRule = {
      category: categoryCode(policy, category),
      tier: oneOf(tier, TIERS),
      source: textOf(source, 200),
      codes: all(members.codes),
      prefixes: all(members.prefixes),
    };
    const { name, system } = nameOf(item, members, policy);
    const isComplete = members.complete ? flagOf(members.complete) : false;
    if (system === undefined) {
      if (members.complete)
        refuse(members.complete, `complete is said of a code system of the plan's own, and ${name} is a list of the product.`);
      return withRule(policy, name, rule);
    }
    const known = policy.codeLists.find((list) => list.name === name);
    if (known) return withRule(policy, name, rule, isComplete);
    const own: CodeList = { name, optional: false, date: version.slice(0, 10), systems: [system], rules: [rule], partial: !isComplete };
    return { ...policy, codeLists: [...policy.codeLists, own] };
  });

/** The list that the rule goes into; `system` for one of the plan's own. */
function nameOf(
  item: Located,
  { list, system }: Readonly<Record<string, Located>>,
  policy: SharingPolicy,
): { name: string; system?: string } {
  if (!list === !system) refuse(item, `${item.says} needs one of the members list and system.`);
  const asked = (list ?? system) as Located;
  const address = system ? textOf(system, 200) : "";
  const name = list
    ? oneOf(
        list,
        CODE_LISTS.map((one) => one.name),
      )
    : CODE_LISTS.find((one) => one.systems.some(isSame(address)))?.name;
  if (name === undefined) return { name: normalSystem(address), system: address };
  if (!policy.codeLists.some((one) => one.name === name)) refuse(asked, `the list ${name} is not in use: name it in CODE_LISTS.`);
  return { name };
}

const isSame = (address: string) => (other: string) => normalSystem(other) === normalSystem(address);

const withRule = (policy: SharingPolicy, name: string, rule: CodeRule, isComplete = false): SharingPolicy => ({
  ...policy,
  codeLists: policy.codeLists.map((list) => {
    if (list.name !== name) return list;
    const { partial, ...rest } = list;
    return { ...rest, rules: [...list.rules, rule], ...(partial && !isComplete ? { partial } : {}) };
  }),
});

export const terms: Section = (policy, at, version) => {
  const rules = itemsOf(at).map((item): TermRule => {
    const members = membersOf(item, ["category", "tier", "source", "terms"], ["except"]);
    const { category, tier, source, terms: words } = members as Record<"category" | "tier" | "source" | "terms", Located>;
    return {
      category: categoryCode(policy, category),
      tier: oneOf(tier, TIERS),
      source: textOf(source, 200),
      terms: itemsOf(words).map(termOf),
      ...(members.except ? { except: itemsOf(members.except).map(termOf) } : {}),
    };
  });
  return { ...policy, termLists: [...policy.termLists, { name: "plan", date: version.slice(0, 10), rules }] };
};

/** As term lists have it: lower case, no diacritics, one blank between words; an asterisk at the end stands for any ending. */
function termOf(at: Located): string {
  const text = textOf(at);
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/gu, "")
    .replace(/&/gu, " and ")
    .replace(/[^\p{L}\p{N}*]+/gu, " ")
    .trim();
  if (!/^[^*]{2,}\*?$/.test(words) || / \*$/.test(words))
    refuse(at, `the term ${text} must be at least two letters, with an asterisk at its end or none.`);
  return words;
}
