/** What an app gets by a connection, and what stays private, in the groups and words of the authorization page. */
import { Icon } from "../login/ui/Icon";
import type { Connection } from "./connections";
import { type Language, sharesOf } from "./shares";

interface Props {
  connection: Connection;
  language: Language;
}

export function Gets({ connection, language }: Props) {
  const { own, words } = language;
  const { isAll, records, details, topics, allTopics } = sharesOf(language, connection);
  return (
    <>
      <p>{isAll ? own.allRecords : own.someRecords}</p>
      <ul className="cols dots">
        {records.map((record) => (
          <li key={record}>{record}</li>
        ))}
      </ul>
      <p>
        {details ? words.sumDetailsYes : words.sumDetailsNo} {topics.length === 0 && words.sumSensitiveNone}
        {topics.length > 0 && (allTopics ? words.sumSensitiveAll : own.topics)}
      </p>
      {topics.length > 0 && !allTopics && (
        <ul className="cols dots">
          {topics.map((topic) => (
            <li key={topic}>{topic}</li>
          ))}
        </ul>
      )}
    </>
  );
}

export function Kept({ connection, language }: Props) {
  const { kept } = sharesOf(language, connection);
  if (kept.length === 0) return <>{language.own.nothingPrivate}</>;
  return (
    <ul className="private-list">
      {kept.map((name) => (
        <li key={name}>
          <Icon name="lock" />
          {name}
        </li>
      ))}
    </ul>
  );
}
