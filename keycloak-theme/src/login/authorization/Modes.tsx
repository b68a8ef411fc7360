/** How much: three ways, one press each; only the last one opens the list. The list opens by CSS, so that it needs no script. */
import type { SharingMode } from "@member-exchange/sharing-policy";
import type { AuthorizationBean } from "../KcContext";
import { Icon } from "../ui/Icon";
import { RadioCard } from "../ui/RadioCard";
import { Sentence } from "../ui/Sentence";
import { useWords } from "../words";
import { type Choice, DEMOGRAPHICS, sensitiveOf, sharesCategory } from "./choice";
import { Demographics } from "./Demographics";
import { topicNames } from "./names";
import { RecordGroups } from "./RecordGroups";
import { SensitiveTopics } from "./SensitiveTopics";
import { withoutNews } from "./whatIsNew";

interface Props {
  bean: AuthorizationBean;
  choice: Choice;
  read: () => void;
  preselectedMode: SharingMode;
}

export function Modes({ bean, choice, read, preselectedMode }: Props) {
  const words = useWords();
  const card = (mode: SharingMode) => ({ name: "mode", value: mode, label: words.modes[mode].name, checked: mode === preselectedMode });
  const kept = bean.categories.filter((category) => !sharesCategory({ mode: "all-but-sensitive", categories: new Set() }, category));
  const keepsDetails = kept.some(({ code }) => code === DEMOGRAPHICS);
  const listed = bean.news ? withoutNews(bean) : bean;
  const closed = bean.categories.filter((category) => category.closed);
  return (
    <fieldset className="sect modes">
      <legend className="h2">{words.modeLegend}</legend>
      <div className="cards">
        <RadioCard {...card("all-but-sensitive")}>
          <p>{keepsDetails ? words.modeWithoutDetails : words.modes["all-but-sensitive"].body}</p>
          <ul className="private-list">
            {[...kept, ...bean.neverShared].map(({ code, name }) => (
              <li key={code}>
                <Icon name="lock" />
                {name}
              </li>
            ))}
          </ul>
          <p>{words.sensitiveCaution}</p>
        </RadioCard>
        <RadioCard {...card("everything")} label={closed.length > 0 ? words.modeEverythingOpen : words.modes.everything.name}>
          <p>{words.modes.everything.body}</p>
          <ul className="topics">
            {sensitiveOf(bean)
              .filter((category) => !category.closed)
              .map(({ code, name }) => (
                <li key={code}>{name}</li>
              ))}
          </ul>
          {bean.neverShared.map(({ code, name, body }) => (
            <p key={code}>
              {name}: {body}
            </p>
          ))}
          {closed.length > 0 && (
            <p>
              <Sentence text={words.modeClosed} values={{ person: bean.person.name, topics: topicNames(closed) }} />
            </p>
          )}
        </RadioCard>
        <RadioCard {...card("chosen")}>
          <p>{words.modes.chosen.body}</p>
        </RadioCard>
      </div>
      <div className="choose" id="choose">
        {listed.types.length > 0 && <RecordGroups bean={listed} choice={choice} read={read} />}
        <Demographics bean={listed} />
        <SensitiveTopics bean={listed} />
      </div>
    </fieldset>
  );
}
