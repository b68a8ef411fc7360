/** A tick for every category that the member may share for this person; for the others the reason why there is none. */
import type { ReactNode } from "react";
import { Icon } from "../login/ui/Icon";
import { phrase, Sentence } from "../login/ui/Sentence";
import { Tick } from "../login/ui/Tick";
import type { Connection } from "./connections";
import { endDay } from "./dates";
import type { PolicyCategory } from "./environment";
import { personName } from "./names";
import { DEMOGRAPHICS, type Language, topicWords } from "./shares";

interface Props {
  connection: Connection;
  language: Language;
  topics: readonly PolicyCategory[];
}

export function TopicTicks({ connection, language, topics }: Props) {
  const { words, own } = language;
  const { closed, until, sharedToday } = connection;
  return (
    <ul className="rows">
      {topics.map((topic) => {
        const { code } = topic;
        const { name, body } = topicWords(language, topic);
        if (topic.default === "always-withheld")
          return (
            <NotOffered key={code} name={name} tag={words.neverShared}>
              {body}
            </NotOffered>
          );
        if (closed.includes(code))
          return (
            <NotOffered key={code} name={name} tag={words.staysPrivate}>
              <Sentence text={words.closedTopic} values={{ person: personName(own, connection) }} />
            </NotOffered>
          );
        if (topic.needsEnd && until === null)
          return (
            <NotOffered key={code} name={name} tag={words.staysPrivate}>
              {own.topicNeedsEnd}
            </NotOffered>
          );
        return (
          <li key={code}>
            <Tick
              id={`category-${code}`}
              name="category"
              value={code}
              label={code === DEMOGRAPHICS ? words.detailsTick : name}
              body={topic.needsEnd && until !== null ? `${body} ${phrase(own.topicEnds, { date: endDay(words.language, until) })}` : body}
              checked={sharedToday.includes(code)}
            />
          </li>
        );
      })}
    </ul>
  );
}

function NotOffered({ name, tag, children }: { name: string; tag: string; children: ReactNode }) {
  return (
    <li className="never">
      <Icon name="lock" />
      <p>
        <strong>{name}</strong> <span className="tag">{tag}</span>
      </p>
      <p className="body">{children}</p>
    </li>
  );
}
