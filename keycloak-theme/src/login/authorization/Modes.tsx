/** How much: three ways, one press each; only the last one opens the list. The list opens by CSS, so that it needs no script. */
import type { SharingMode } from "@member-exchange/sharing-policy";
import type { AuthorizationBean } from "../KcContext";
import { Icon } from "../ui/Icon";
import { RadioCard } from "../ui/RadioCard";
import { useWords } from "../words";
import { type Choice, sensitiveOf } from "./choice";
import { Demographics } from "./Demographics";
import { categoryName } from "./names";
import { RecordGroups } from "./RecordGroups";
import { SensitiveTopics } from "./SensitiveTopics";

interface Props {
  bean: AuthorizationBean;
  choice: Choice;
  read: () => void;
  preselectedMode: SharingMode;
}

export function Modes({ bean, choice, read, preselectedMode }: Props) {
  const words = useWords();
  const card = (mode: SharingMode) => ({ name: "mode", value: mode, label: words.modes[mode].name, checked: mode === preselectedMode });
  const never = bean.neverShared.map((code) => words.categories[code]?.body).filter(Boolean);
  return (
    <fieldset className="sect modes">
      <legend className="h2">{words.modeLegend}</legend>
      <div className="cards">
        <RadioCard {...card("all-but-sensitive")}>
          <p>{words.modes["all-but-sensitive"].body}</p>
          <ul className="private-list">
            {[...sensitiveOf(bean).map(({ code }) => code), ...bean.neverShared].map((code) => (
              <li key={code}>
                <Icon name="lock" />
                {categoryName(words, code)}
              </li>
            ))}
          </ul>
        </RadioCard>
        <RadioCard {...card("everything")}>
          <p>
            {words.modes.everything.body} {never.join(" ")}
          </p>
        </RadioCard>
        <RadioCard {...card("chosen")}>
          <p>{words.modes.chosen.body}</p>
        </RadioCard>
      </div>
      <div className="choose" id="choose">
        <RecordGroups bean={bean} choice={choice} read={read} />
        <Demographics bean={bean} />
        <SensitiveTopics bean={bean} />
      </div>
    </fieldset>
  );
}
