/** What holds of every text: more says no less, order says nothing, and the work grows with the length alone. */
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import { TERM_LISTS } from "@member-exchange/sharing-policy/terms";
import fc from "fast-check";
import { lexicon } from "../../fhir-facade/src/labeller/text/lexicon.ts";
import { textReader } from "../../fhir-facade/src/labeller/text/read-text.ts";
import { textJudge } from "../../fhir-facade/src/labeller/text/text-judge.ts";
import { explain, judge } from "./support/told.ts";

const policy = standardPolicy([]);
const TERMS = TERM_LISTS.flatMap(({ rules }) => rules.flatMap(({ terms }) => terms.map((term) => term.replace("*", ""))));
const DULL = ["table", "window", "seven", "quickly", "green", "walks", "left", "knee", "daily", "stable"];

const word = fc.constantFrom(...DULL);
const dull = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
const telling = fc.tuple(dull, fc.constantFrom(...TERMS), dull).map((parts) => parts.join(" "));
const statement = fc.oneof(
  dull,
  telling,
  fc.constantFrom("Denies depression", "HIV: no", "no history of alcohol abuse", "if you feel suicidal"),
);

const covers = (more: { mask: number; weak: number }, less: { mask: number; weak: number }): boolean =>
  (less.mask & ~more.mask) === 0 && (less.weak & ~(more.mask | more.weak)) === 0;

describe("D10 properties of the text signal", () => {
  test("D10: another sentence never takes away what one tells", () => {
    fc.assert(
      fc.property(statement, statement, (one, other) => {
        for (const gap of [". ", "\n\n", "; ", "! "]) {
          expect(covers(judge(`${one}${gap}${other}`), judge(one))).toBe(true);
          expect(covers(judge(`${other}${gap}${one}`), judge(one))).toBe(true);
        }
      }),
    );
  });

  test("D10: words that are no negation never take away what is told beside them", () => {
    fc.assert(
      fc.property(dull, fc.constantFrom(...TERMS), dull, (before, term, behind) => {
        expect(covers(judge(`${before} ${term} ${behind}`), judge(term))).toBe(true);
      }),
    );
  });

  test("D10: the order of sentences does not matter, nor does saying them twice", () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 6 }), (sentences) => {
        const text = sentences.join(". ");
        expect(judge(sentences.toReversed().join(". "))).toEqual(judge(text));
        expect(judge(`${text}. ${text}`)).toEqual(judge(text));
      }),
    );
  });

  test("D10: the same text tells the same again, remembered or not, and whatever was read before", () => {
    const fresh = textJudge(policy);
    fc.assert(
      fc.property(fc.oneof(statement, fc.string({ unit: "binary" })), (text) => {
        expect(judge(text)).toEqual(judge(text));
        expect(fresh.judge(text)).toEqual(judge(text));
        expect(judge(`${" ".repeat(300)}${text}`)).toEqual(judge(text));
      }),
    );
  });

  test("D10: the signal is what the explanation adds up to", () => {
    fc.assert(
      fc.property(telling, (text) => {
        const { mask, weak } = judge(text);
        const tiers = new Set(explain(text).map(({ tier }) => (tier === "weak" ? "weak" : "mask")));
        expect([mask !== 0, weak !== 0 && mask === 0]).toEqual([tiers.has("mask"), tiers.has("weak") && !tiers.has("mask")]);
      }),
    );
  });
});

describe("D10 the work is linear in the length of the text, whatever the text", () => {
  const trie = lexicon(policy);
  const read = textReader(trie);
  /** How often a character of the text is looked at, when everything told is news each time. */
  const reads = (text: string): number => {
    let count = 0;
    const characters = {
      length: text.length,
      charCodeAt: (at: number): number => {
        count++;
        return text.charCodeAt(at);
      },
    };
    read(characters, { wants: () => true, hears: () => {} });
    return count / text.length;
  };
  const LONG = 20_000;
  const MOST = 80;

  test.each([
    ["one long word", "a"],
    ["one long known beginning", "pregnan"],
    ["blanks", " "],
    ["line ends", "\n"],
    ["line ends and blanks", "\n \t"],
    ["one term again and again", "hiv "],
    ["negations", "no "],
    ["denied terms", "denies hiv, "],
    ["terms of many words that never end", "human immunodeficiency "],
    ["beginnings of many words", "history of no history of "],
    ["a term before a wide gap", `hiv${" ".repeat(500)}`],
    ["exceptions", "st depression "],
    ["signs", ".,:;-"],
    ["accents", "\u0301"],
    ["terms without blanks", "suicidal".repeat(20)],
  ])("D10: %s", (_, piece) => {
    const short = reads(piece.repeat(LONG / piece.length));
    const long = reads(piece.repeat((4 * LONG) / piece.length));
    expect(short).toBeLessThan(MOST);
    expect(long).toBeLessThan(short * 1.1 + 1);
  });

  test("D10: the tree grows with the lists and not with the texts", () => {
    const nodes = trie.ends.length;
    read("new words that nobody knows ".repeat(1_000), { wants: () => true, hears: () => {} });
    expect(trie.ends.length).toBe(nodes);
    expect(trie.next.length).toBe(nodes * 37);
  });
});
