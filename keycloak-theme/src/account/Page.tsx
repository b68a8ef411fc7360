/** The whole page in the member's language and the plan's colours, around whatever it shows. */
import type { ReactNode } from "react";
import { WordsContext, wordsFor } from "../login/words";
import { PlanProvider } from "../plan/usePlan";
import type { Environment } from "./environment";
import { Shell } from "./Shell";
import { AccountWordsContext, accountWordsFor } from "./words";

/** What the plan's settings are read from. */
export const planContext = ({ realm: name, displayName, properties }: Environment) => ({ realm: { name, displayName }, properties });

interface Props {
  environment: Environment;
  language: string;
  signOut?: () => void;
  children: ReactNode;
}

export function Page({ environment, language, signOut, children }: Props) {
  return (
    <PlanProvider kcContext={planContext(environment)}>
      <WordsContext.Provider value={wordsFor(language)}>
        <AccountWordsContext.Provider value={accountWordsFor(language)}>
          <Shell environment={environment} signOut={signOut}>
            {children}
          </Shell>
        </AccountWordsContext.Provider>
      </WordsContext.Provider>
    </PlanProvider>
  );
}
