/** How long. A duration without end cannot be picked while a category that needs an end is shared; the server checks it too. */
import type { AuthorizationBean } from "../KcContext";
import { RadioCard } from "../ui/RadioCard";
import { phrase } from "../ui/Sentence";
import { useWords } from "../words";
import { type Choice, needingEnd } from "./choice";
import { durationWords, movedWords, topicNames } from "./names";

export function Durations({ bean, choice, moved }: { bean: AuthorizationBean; choice: Choice; moved: boolean }) {
  const words = useWords();
  const topics = needingEnd(choice, bean);
  return (
    <fieldset className="sect" id="durations" tabIndex={-1}>
      <legend className="h2">{words.durationLegend}</legend>
      <div role="status" id="duration-moved">
        {moved && (
          <p className="notice warn">
            {phrase(words.problems["needs-end"], { topics: topicNames(topics) })} {movedWords(words, bean, choice)}
          </p>
        )}
      </div>
      <div className="cards tight">
        {bean.durations.map((duration) => {
          const { name, body } = durationWords(words, duration);
          const closed = duration.open && topics.length > 0;
          return (
            <RadioCard key={duration.value} name="duration" value={duration.value} label={name} checked={duration.chosen} disabled={closed}>
              <p>{closed ? phrase(words.durationClosed, { topics: topicNames(topics) }) : body}</p>
            </RadioCard>
          );
        })}
      </div>
    </fieldset>
  );
}
