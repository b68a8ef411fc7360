/** A tick for every kind of record asked for; kinds with several parts open to a tick for each part. */
import type { AuthorizationBean } from "../KcContext";
import { Tick } from "../ui/Tick";
import { useWords } from "../words";
import type { Choice } from "./choice";
import { GroupParts } from "./GroupParts";
import { groupBody, groupName, groupsOf, typeName } from "./groups";
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
                <Tick
                  id={`type-${only.type}`}
                  name="scope"
                  value={only.scope}
                  label={groupBody(words, group) ? groupName(words, group) : typeName(words, only.type)}
                  body={groupBody(words, group)}
                  checked={only.chosen}
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
