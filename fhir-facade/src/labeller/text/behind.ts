/** What the words behind a mention make of it: `depression: denied`, `HIV was ruled out`. */
import { type Characters, COLON, COMMA, NEWLINE, nextWord, wordEnd } from "./characters.ts";
import { LOOK_AHEAD } from "./context-phrases.ts";
import { symbolOf } from "./fold.ts";
import type { Phrase } from "./lexicon.ts";
import type { PhraseTrie } from "./phrase-trie.ts";
import { type Found, phrasesAt } from "./phrases-at.ts";
import { DENIED, isLastOfItem, NEGATED, SAID, type Sentence } from "./sentence.ts";

const HYPHEN = 45;
const EQUALS = 61;
const PARENTHESIS = 40;

/** Reads at most a few words on, in the same line and up to the next comma; `found` is overwritten. */
export function polarityBehind(trie: PhraseTrie<Phrase>, text: Characters, end: number, found: Found<Phrase>): Sentence["polarity"] {
  let at = end;
  for (let words = 0; words < LOOK_AHEAD; words++) {
    const word = nextWord(text, at);
    if (word === -1) return SAID;
    const gap = gapBetween(text, at, word);
    if (gap === "ends") return SAID;
    phrasesAt(trie, text, word, found);
    for (let place = found.count - 1; place >= 0; place--) {
      const phrase = found.phrases[place] as Phrase;
      if (phrase.kind === "before" && phrase.effect === "nothing") return SAID;
      if (phrase.kind !== "behind") continue;
      if (!phrase.isLast || ((words === 0 || gap === "leads") && isLastOfItem(text, found.ends[place] as number)))
        return phrase.isDenial ? DENIED : NEGATED;
    }
    at = wordEnd(text, word);
  }
  return SAID;
}

/** A comma or line end ends the item; a colon, dash, equals sign or parenthesis leads to what is said of it. */
function gapBetween(text: Characters, from: number, to: number): "ends" | "leads" | "goes on" {
  let gap: "leads" | "goes on" = "goes on";
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === NEWLINE) return "ends";
    const isDash = code === HYPHEN && symbolOf(text.charCodeAt(at - 1)) === 0;
    if (code === COLON || code === EQUALS || code === PARENTHESIS || isDash) gap = "leads";
  }
  return gap;
}
