/** The earlier answer as it stands, in a sentence, with the whole list behind it: closed until the member wants to change it. */
import type { ReactNode } from "react";
import type { AuthorizationBean } from "../KcContext";
import { Icon } from "../ui/Icon";
import { useWords } from "../words";
import type { Choice } from "./choice";
import { earlierSummaryOf } from "./summary";

interface Props {
  bean: AuthorizationBean;
  choice: Choice;
  children: ReactNode;
}

export function Earlier({ bean, choice, children }: Props) {
  const words = useWords();
  return (
    <section className="flow sect" aria-labelledby="earlier">
      <h2 id="earlier">{words.earlierTitle}</h2>
      <p id="earlier-summary">{earlierSummaryOf(words, bean, choice)}</p>
      <details className="parts wide" id="earlier-choices" open={bean.problem !== ""}>
        <summary>
          <Icon name="chevron" />
          <span>{words.earlierOpen}</span>
        </summary>
        {children}
      </details>
    </section>
  );
}
