/** A plan's own policy file (docs/plan-policy.md): the standard policy, with what the plan adds, merges, removes, changes and closes. */
import { later } from "../categories/index.ts";
import { type SharingPolicy, standardPolicy } from "../sharing-policy.ts";
import { add, change, merge, remove } from "./categories.ts";
import { closed } from "./closings.ts";
import { type Located, located, membersOf } from "./located.ts";
import { codes, terms } from "./rules.ts";
import { type Section, versionOf } from "./section.ts";

/** In the order in which they count, whatever the order in the file. */
const SECTIONS: Readonly<Record<string, Section>> = { add, merge, remove, change, codes, terms, closed };

/**
 * @param text YAML or JSON
 * @param fileName as it stands in sentences
 * @param enabled names of the optional code lists in use
 * @throws PlanPolicyError with one sentence: file, line, what is wrong and what is allowed
 */
export function readSharingPolicy(text: string, fileName: string, enabled: readonly string[]): SharingPolicy {
  const members = membersOf(located(text, fileName), ["version"], Object.keys(SECTIONS));
  const version = versionOf(members.version as Located);
  const standard = standardPolicy(enabled);
  const policy = Object.entries(SECTIONS).reduce((before, [name, section]) => {
    const at = members[name];
    return at ? section(before, at, version) : before;
  }, standard);
  const named = new Set(policy.categories.flatMap(({ labels }) => labels.map((label) => label.toUpperCase())));
  const isCare = (label: string): boolean => !standard.careLabels.includes(label) || !named.has(label.toUpperCase());
  return {
    ...policy,
    version: later(standard.version, version),
    listsVersion: `${standard.listsVersion}+${version}`,
    careLabels: policy.careLabels.filter(isCare),
  };
}
