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
  const { isAll, records, details } = sharesOf(language, connection);
  return (
    <>
      <p>{isAll ? own.allRecords : own.someRecords}</p>
      <ul className="cols dots">
        {records.map((record) => (
          <li key={record}>{record}</li>
        ))}
      </ul>
      {details && <p>{words.sumDetailsYes}</p>}
    </>
  );
}

export function Topics({ names }: { names: readonly string[] }) {
  return (
    <ul className="topics">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
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
