/** Sensitive categories: each starts private, a tick shares it. What is never shared, or closed to this member, is said and has no tick. */
import type { AuthorizationBean } from "../KcContext";
import { Icon } from "../ui/Icon";
import { Sentence } from "../ui/Sentence";
import { Tick } from "../ui/Tick";
import { useWords } from "../words";
import { sensitiveOf } from "./choice";

export function SensitiveTopics({ bean }: { bean: AuthorizationBean }) {
  const words = useWords();
  return (
    <fieldset className="sensitive" aria-describedby="sensitive-lead">
      <legend className="h3">
        <span className="sensitive-head">
          <Icon name="lock" />
          {words.sensitiveLegend}
        </span>
      </legend>
      <p className="soft" id="sensitive-lead">
        {words.sensitiveLead}
      </p>
      <p>
        {words.sensitiveCaution} {bean.types.some(({ group }) => group === "documents") && words.sensitiveNote}
      </p>
      <ul className="rows">
        {sensitiveOf(bean).map(({ code, name, body, chosen, closed, added }) =>
          closed ? (
            <li key={code} id={`closed-${code}`} className="never">
              <Icon name="lock" />
              <p>
                <strong>{name}</strong> <span className="tag">{words.staysPrivate}</span>
              </p>
              <p className="body">
                <Sentence text={words.closedTopic} values={{ person: bean.person.name }} />
              </p>
            </li>
          ) : (
            <li key={code}>
              <Tick
                id={`category-${code}`}
                name="category"
                value={code}
                label={name}
                body={body}
                checked={chosen}
                tag={added ? words.newTag : undefined}
              />
            </li>
          ),
        )}
        {bean.neverShared.map(({ code, name, body }) => (
          <li key={code} className="never">
            <Icon name="lock" />
            <p>
              <strong>{name}</strong> <span className="tag">{words.neverShared}</span>
            </p>
            <p className="body">{body}</p>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
