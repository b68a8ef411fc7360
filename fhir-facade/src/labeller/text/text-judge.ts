/** What a text tells: the terms of the policy's lists that are said in it about the patient or the family. */
import type { Tier } from "@member-exchange/sharing-policy/code-lists";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { remembered } from "../remembered.ts";
import { NO_SIGNAL, type Signal } from "../verdict.ts";
import { plain } from "./fold.ts";
import { lexicon, type Term } from "./lexicon.ts";
import { type Listener, textReader } from "./read-text.ts";

export interface ToldTerm {
  readonly category: string;
  /** At most `indicative` for what is said about a relative: family history is sensitive (ICD-10-CM Z81, Z83.0), but says less about the patient. */
  readonly tier: Tier;
  readonly term: string;
  readonly source: string;
  /** Name of the term list. */
  readonly list: string;
}

/**
 * More text never tells less, with three exceptions, all of them words beside the mention in its own sentence: a negation, a condition
 * put to the reader (`if you feel suicidal`), and the rest of a phrase that means something else (`ST depression`). What was considered,
 * suspected or screened for counts. Names of people are not told apart from other words, and entities of markup are not decoded.
 */
export interface TextJudge {
  /** What a text tells; short texts are remembered. */
  readonly judge: (text: string) => Signal;
  /** Every term that counted, once each, for admins. */
  readonly explain: (text: string) => readonly ToldTerm[];
}

/** Characters of a text that may be remembered, and how many of those are. */
const SHORT = 200;
const MOST_TEXTS = 10_000;

/** By lists and categories: making one takes a while. */
const made = new WeakMap<object, WeakMap<object, TextJudge>>();

/** The same for the same lists and categories. */
export function textJudge(policy: Pick<SharingPolicy, "categories" | "termLists">): TextJudge {
  const { categories, termLists } = policy;
  const ofLists = made.get(termLists) ?? new WeakMap<object, TextJudge>();
  const judge = ofLists.get(categories) ?? makeJudge(policy);
  made.set(termLists, ofLists.set(categories, judge));
  return judge;
}

function makeJudge(policy: Pick<SharingPolicy, "categories" | "termLists">): TextJudge {
  const read = textReader(lexicon(policy));
  const names = policy.termLists.map(({ name }) => name);
  const judgeOnce = (text: string): Signal => {
    let mask = 0;
    let weak = 0;
    let list = names.length;
    // the list named is the first of the policy, so that the order of sentences does not matter
    const listener: Listener = {
      wants: (term) => term.list < list || (term.bit & (term.isWeak ? mask | weak : mask)) === 0,
      hears: (term) => {
        if (term.isWeak) weak |= term.bit;
        else mask |= term.bit;
        list = Math.min(list, term.list);
      },
    };
    read(plain(text), listener);
    return (mask | weak) === 0 ? NO_SIGNAL : { mask, weak: weak & ~mask, rule: names[list] ?? "" };
  };
  const judgeShort = remembered(MOST_TEXTS, judgeOnce);
  return {
    judge: (text) => (text.length <= SHORT ? judgeShort(text) : judgeOnce(text)),
    explain: (text) => {
      const told = new Map<Term, boolean>();
      // about the patient counts for more than about a relative
      const hears: Listener["hears"] = (term, isOfRelative) => void told.set(term, (told.get(term) ?? true) && isOfRelative);
      read(plain(text), { wants: () => true, hears });
      return [...told].map(([{ category, tier, term, source, list }, isOfRelative]) => ({
        category,
        tier: isOfRelative && tier === "definite" ? "indicative" : tier,
        term,
        source,
        list: names[list] ?? "",
      }));
    },
  };
}
