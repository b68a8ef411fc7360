/** What an app gets by a connection, and what stays private, in the groups and words of the authorization page. */
import { Icon } from "../login/ui/Icon";
import type { Language, Shares } from "./shares";

interface Props {
  shares: Shares;
  language: Language;
}

export function Gets({ shares: { isAll, records, details }, language: { own, words } }: Props) {
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

export function Kept({ shares: { kept }, language }: Props) {
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
