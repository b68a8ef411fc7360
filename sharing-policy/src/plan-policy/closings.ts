/** Section `closed`: what representatives cannot share, by their relationship and the member's age. */
import type { Closing } from "../sharing-policy.ts";
import { itemsOf, type Located, matchingOf, membersOf, refuse, wholeOf } from "./located.ts";
import { categoryOf, type Section } from "./section.ts";

const RELATIONSHIP = /^(?!self$)[a-z-]{1,32}$/;
const NOT_CLOSED = ["PSYTHPN", "DEMO"];

export const closed: Section = (policy, at) => ({
  ...policy,
  closed: itemsOf(at).map((item): Closing => {
    const { categories, relationships, ages } = membersOf(item, ["categories"], ["relationships", "ages"]);
    return {
      categories: itemsOf(categories as Located).map((one) => {
        const { code } = categoryOf(policy, one);
        return NOT_CLOSED.includes(code) ? refuse(one, `${code} cannot be closed; only what is sensitive and shareable can.`) : code;
      }),
      ...(relationships ? { relationships: itemsOf(relationships).map(relationshipOf) } : {}),
      ...(ages ? { ages: agesOf(ages) } : {}),
    };
  }),
});

const relationshipOf = (at: Located): string =>
  matchingOf(at, RELATIONSHIP, "a word of the plan for representatives: lower-case letters and -, not self");

function agesOf(at: Located): { from: number; to: number } {
  const members = membersOf(at, ["from", "to"]);
  const from = wholeOf(members.from as Located, 0, 150);
  return { from, to: wholeOf(members.to as Located, from, 150) };
}
