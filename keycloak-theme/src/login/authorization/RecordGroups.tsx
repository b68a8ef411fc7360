/** A tick for every kind of record asked for; kinds with several parts open to a tick for each part. */
import type { AuthorizationBean } from "../KcContext";
import { useWords } from "../words";
import type { Choice } from "./choice";
import { GroupParts } from "./GroupParts";
import { groupBody, groupName, groupsOf } from "./groups";
import { KindTick } from "./KindTick";
import { tickAll } from "./tickAll";

interface Props {
  bean: AuthorizationBean;
  choice: Choice;
  read: () => void;
}

export function RecordGroups({ bean, choice, read }: Props) {
  const words = useWords();
  const all = (checked: boolean) => {
    tickAll(
      bean.types.map(({ type }) => type),
      checked,
    );
    read();
  };
  return (
    <fieldset id="records" tabIndex={-1}>
      <legend className="h3">{words.recordsLegend}</legend>
      <p className="soft">{words.recordsLead}</p>
      <p className="row">
        <button className="text-btn" type="button" onClick={() => all(true)}>
          {words.tickAll} <span className="vh">{words.tickWhat}</span>
        </button>
        <button className="text-btn" type="button" onClick={() => all(false)}>
          {words.untickAll} <span className="vh">{words.tickWhat}</span>
        </button>
      </p>
      <ul className="rows">
        {groupsOf(bean).map((group) => {
          const [only, ...more] = group.types;
          return (
            <li key={group.group}>
              {only && more.length === 0 ? (
                <KindTick
                  kind={only}
                  choice={choice}
                  {...(groupBody(words, group) ? { label: groupName(words, group), body: groupBody(words, group) } : {})}
                />
              ) : (
                <GroupParts group={group} choice={choice} />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
