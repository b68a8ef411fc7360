/** Plain language (42 CFR 422.119(g)): school grade 8 or below, by formula. Formulas see length, not meaning; members' tests see the rest. */
import { en, WORDS } from ".";

type Syllables = (word: string) => number;

/** Runs of vowels, without a silent e at the end. */
const englishSyllables: Syllables = (word) =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/(?<=[^l\W])e$/, "")
        .match(/[aeiouy]+/g) ?? []
    ).length,
  );

/** Runs of vowels, where two strong ones or an accented weak one part. */
const spanishSyllables: Syllables = (word) => {
  const letters = word
    .toLowerCase()
    .replace(/qu(?=[eiéí])/g, "q")
    .replace(/gu(?=[eiéí])/g, "g")
    .replace(/y$/, "i");
  const runs = letters.match(/[aeiouáéíóúü]+/g) ?? [];
  const breaks = (run: string) =>
    run
      .slice(1)
      .split("")
      .filter((vowel, index) => /^[aeoáéó]{2}$|[íú]/.test(`${run[index]}${vowel}`)).length;
  return Math.max(
    1,
    runs.reduce((sum, run) => sum + 1 + breaks(run), 0),
  );
};

function measure(texts: readonly string[], syllables: Syllables) {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.?!:])\s+/)).filter((sentence) => /\p{L}/u.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []);
  const perWord = words.reduce((sum, word) => sum + syllables(word), 0) / words.length;
  return { perSentence: words.length / sentences.length, perWord };
}

const proseOf = (value: unknown): string[] =>
  typeof value === "string" ? [value].filter((text) => /[.?!:]$/.test(text)) : Object.values(value as object).flatMap(proseOf);

test("R7 English prose stays at or below Flesch-Kincaid grade 8", () => {
  const { perSentence, perWord } = measure(proseOf(en), englishSyllables);
  expect(0.39 * perSentence + 11.8 * perWord - 15.59).toBeLessThanOrEqual(8);
});

test("R7 Spanish prose stays at or above 60 on the Fernández Huerta scale, which is grade 8", () => {
  const { perSentence, perWord } = measure(proseOf(WORDS.es), spanishSyllables);
  expect(206.84 - 60 * perWord - 1.02 * perSentence).toBeGreaterThanOrEqual(60);
});
