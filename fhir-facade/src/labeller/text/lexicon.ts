/** Everything that is looked for in a text: the terms of a policy, their exceptions, and the words that change what a mention says. */
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { bitsOf } from "../verdict.ts";
import { AFTER, type After, BEFORE, type Effect } from "./context-phrases.ts";
import { type PhraseTrie, phraseTrie } from "./phrase-trie.ts";

export interface Term {
  readonly kind: "term";
  readonly bit: number;
  readonly isWeak: boolean;
  readonly evenNegative: boolean;
  /** The spelling that alone counts; `undefined` for any. */
  readonly exactly: string | undefined;
  /** Place of its list among the policy's. */
  readonly list: number;
  readonly category: string;
  readonly tier: "definite" | "indicative" | "weak";
  readonly term: string;
  readonly source: string;
}

/** The phrase around a term that makes it mean something else. */
export interface Exception {
  readonly kind: "exception";
  readonly bit: number;
}

export interface Before {
  readonly kind: "before";
  readonly effect: Effect;
  /** Number of its words. */
  readonly words: number;
}

export interface Behind extends After {
  readonly kind: "behind";
}

export type Phrase = Term | Exception | Before | Behind;

/** Rules of categories that the policy does not have are left out. */
export function lexicon(policy: Pick<SharingPolicy, "categories" | "termLists">): PhraseTrie<Phrase> {
  // where both are the same words, what was put in later is read first: the term
  return phraseTrie<Phrase>([...exceptionsOf(policy), ...termsOf(policy), ...contextOf()]);
}

function* exceptionsOf(policy: Pick<SharingPolicy, "categories" | "termLists">): Generator<readonly [string, Exception]> {
  const bitOf = bitsOf(policy);
  for (const { category, except = [] } of policy.termLists.flatMap(({ rules }) => rules)) {
    const bit = bitOf(category);
    if (bit !== 0) for (const phrase of except) yield [phrase, { kind: "exception", bit }];
  }
}

function* termsOf(policy: Pick<SharingPolicy, "categories" | "termLists">): Generator<readonly [string, Term]> {
  const bitOf = bitsOf(policy);
  for (const [list, { rules }] of policy.termLists.entries())
    for (const { category, tier, source, terms, caseSensitive, evenNegative = false } of rules) {
      const bit = bitOf(category);
      if (bit === 0) continue;
      for (const term of terms) {
        const exactly = caseSensitive ? term.replace("*", "") : undefined;
        yield [term, { kind: "term", bit, isWeak: tier === "weak", evenNegative, exactly, list, category, tier, term, source }];
      }
    }
}

function* contextOf(): Generator<readonly [string, Before | Behind]> {
  for (const [effect, phrases] of Object.entries(BEFORE) as [Effect, readonly string[]][])
    for (const phrase of phrases) yield [phrase, { kind: "before", effect, words: phrase.split(" ").length }];
  for (const [after, phrases] of AFTER) for (const phrase of phrases) yield [phrase, { kind: "behind", ...after }];
}
