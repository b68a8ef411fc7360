/** What the page says, by language, beside the words it shares with the authorization page. */
import { createContext, useContext } from "react";
import { type AccountWords, en } from "./en";
import { es } from "./es";

export type { AccountWords } from "./en";
export const ACCOUNT_WORDS: Readonly<Record<string, AccountWords>> = { en, es };

export const accountWordsFor = (language: string): AccountWords => ACCOUNT_WORDS[language] ?? en;

export const AccountWordsContext = createContext<AccountWords>(en);
export const useAccountWords = () => useContext(AccountWordsContext);
