/** What the pages say, by language. English decides which words exist; another language that misses one does not compile. */
import { createContext, useContext } from "react";
import { authorization } from "./en/authorization";
import { frame } from "./en/frame";
import { next } from "./en/next";
import { person } from "./en/person";
import { records } from "./en/records";
import { sensitive } from "./en/sensitive";
import { signIn } from "./en/sign-in";
import { summary } from "./en/summary";
import { trouble } from "./en/trouble";
import { es } from "./es";

export const en = { ...frame, ...signIn, ...authorization, ...summary, ...next, ...records, ...sensitive, ...person, ...trouble };
export type Words = typeof en;

export const WORDS: Readonly<Record<string, Words>> = { en, es };

/** Words of a language, English for one that the theme does not have. */
export const wordsFor = (languageTag: string): Words => WORDS[languageTag] ?? en;

export const WordsContext = createContext<Words>(en);
export const useWords = () => useContext(WordsContext);

/** The entry for a code of the server, or `undefined` for one that has no words yet. */
export const wordFor = <Word>(entries: Readonly<Record<string, Word>>, code: string): Word | undefined =>
  Object.hasOwn(entries, code) ? entries[code] : undefined;
