/** School grade of texts, by formula. @see Kincaid et al. 1975 (Flesch-Kincaid); Fernández Huerta 1959, where 60 is grade 8 */
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

/** Flesch-Kincaid grade: 8 is what a pupil of thirteen reads. */
export function englishGrade(texts: readonly string[]): number {
  const { perSentence, perWord } = measure(texts, englishSyllables);
  return 0.39 * perSentence + 11.8 * perWord - 15.59;
}

/** Fernández Huerta scale: the higher, the easier; 60 and above is grade 8 or below. */
export function spanishEase(texts: readonly string[]): number {
  const { perSentence, perWord } = measure(texts, spanishSyllables);
  return 206.84 - 60 * perWord - 1.02 * perSentence;
}
