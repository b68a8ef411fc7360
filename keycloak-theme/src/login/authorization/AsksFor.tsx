/** What the app asks for, in groups; never in scopes. */
import type { AuthorizationBean } from "../KcContext";
import { Sentence } from "../ui/Sentence";
import { useWords } from "../words";
import { groupName, groupsOf } from "./groups";

export function AsksFor({ bean, app }: { bean: AuthorizationBean; app: string }) {
  const words = useWords();
  return (
    <section className="flow sect" aria-labelledby="asks">
      <h2 id="asks">{words.asksTitle}</h2>
      <p>
        <Sentence text={words.asksLead} values={{ app }} />
      </p>
      <ul className="dots cols">
        {groupsOf(bean).map((group) => (
          <li key={group.group}>{groupName(words, group)}</li>
        ))}
      </ul>
    </section>
  );
}
