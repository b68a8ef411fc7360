/**
 * What is new since the member's last answer, before everything else: ticks where the member chooses one by one, else what the chosen way makes of it.
 * Which of the two is seen follows the way by CSS, as the list does.
 */
import type { AuthorizationBean } from "../KcContext";
import { Sentence } from "../ui/Sentence";
import { Tick } from "../ui/Tick";
import { useWords } from "../words";
import { type Choice, sharesCategory } from "./choice";
import { kindNames } from "./groups";
import { KindTick } from "./KindTick";
import { newKinds, newTopics } from "./whatIsNew";

interface Props {
  bean: AuthorizationBean;
  choice: Choice;
}

export function News({ bean, choice }: Props) {
  const words = useWords();
  const app = bean.client.name || bean.client.clientId;
  const [kinds, topics] = [newKinds(bean), newTopics(bean)];
  return (
    <section className="panel sect news" aria-labelledby="news">
      <h2 id="news">{words.newsTitle}</h2>
      <p>
        {kinds.length > 0 && <Sentence text={words.newsLead} values={{ app }} />} {topics.length > 0 && words.newsLeadTopics}
      </p>
      <fieldset className="news-ticks">
        <legend className="vh">{words.newsTitle}</legend>
        <p className="soft">{words.newsTick}</p>
        <ul className="rows">
          {kinds.map((kind) => (
            <li key={kind.type}>
              <KindTick kind={kind} choice={choice} />
            </li>
          ))}
          {topics.map(({ code, name, body, chosen }) => (
            <li key={code}>
              <Tick id={`category-${code}`} name="category" value={code} label={name} body={body} checked={chosen} tag={words.newTag} />
            </li>
          ))}
        </ul>
      </fieldset>
      <ul className="rows news-told">
        {kinds.map((kind) => (
          <li key={kind.type}>
            <p>
              <strong>{kindNames(words, kind).join("; ")}</strong> <span className="tag">{words.newsShared}</span>
            </p>
          </li>
        ))}
        {topics.map((topic) => (
          <li key={topic.code}>
            <p>
              <strong>{topic.name}</strong>{" "}
              <span className="tag">
                {sharesCategory({ ...choice, categories: new Set() }, topic) ? words.newsShared : words.staysPrivate}
              </span>
            </p>
            <p className="small soft">{topic.body}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
