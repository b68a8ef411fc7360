/** What a member should know before typing a password after being sent here by an app. */
import { Icon } from "../ui/Icon";
import { Sentence } from "../ui/Sentence";
import { useWords } from "../words";

export function RightPlace({ plan, app }: { plan: string; app: string | undefined }) {
  const words = useWords();
  return (
    <section className="flow right-place" aria-labelledby="right-place">
      <h2 id="right-place">{words.rightPlace}</h2>
      <ul className="assure">
        <li>
          <Icon name="home" />
          <p>
            <Sentence text={words.rightPlacePage} values={{ plan }} />
          </p>
        </li>
        <li>
          <Icon name="unseen" />
          <p>{app ? <Sentence text={words.rightPlacePassword} values={{ app }} /> : words.rightPlacePasswordAny}</p>
        </li>
        <li>
          <Icon name="lock" />
          <p>{words.rightPlaceShared}</p>
        </li>
      </ul>
    </section>
  );
}
