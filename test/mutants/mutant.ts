/** One weakened check: a text of one source file and what stands there instead. */
export interface Mutant {
  /** Below `fhir-facade/src`. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
  /** What no longer holds. */
  readonly says: string;
  /** Names of the files in `test/facade` that must notice, without `.test.ts`. */
  readonly tests: readonly string[];
}

/** Mutants of one source file; `more` are tests of one of them, which are tried before those that all have. */
export const of =
  (file: string, ...tests: readonly string[]) =>
  (says: string, from: string, to: string, ...more: readonly string[]): Mutant => ({ file, from, to, says, tests: [...more, ...tests] });

/** The source with the mutant in it. @throws when its text does not stand there exactly once, or changes nothing */
export function mutated(source: string, { file, from, to, says }: Mutant): string {
  const [before, after, ...more] = source.split(from);
  if (from === "" || from === to || before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file}: the text of the mutant "${says}" does not stand there exactly once: ${from}`);
  return before + to + after;
}
