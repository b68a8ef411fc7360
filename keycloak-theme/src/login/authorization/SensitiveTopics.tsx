/** Sensitive categories: each starts private, a tick shares it. What is never shared is said and has no tick. */
import type { AuthorizationBean } from "../KcContext";
import { Icon } from "../ui/Icon";
import { Tick } from "../ui/Tick";
import { useWords, wordFor } from "../words";
import { sensitiveOf } from "./choice";
import { categoryName } from "./names";

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
      <ul className="rows">
        {sensitiveOf(bean).map(({ code, chosen }) => (
          <li key={code}>
            <Tick
              id={`category-${code}`}
              name="category"
              value={code}
              label={categoryName(words, code)}
              body={wordFor(words.categories, code)?.body}
              checked={chosen}
            />
          </li>
        ))}
        {bean.neverShared.map((code) => (
          <li key={code} className="never">
            <Icon name="lock" />
            <p>
              <strong>{categoryName(words, code)}</strong> <span className="tag">{words.neverShared}</span>
            </p>
            <p className="body">{wordFor(words.categories, code)?.body}</p>
          </li>
        ))}
      </ul>
      <p className="small soft">{words.sensitiveNote}</p>
    </fieldset>
  );
}
