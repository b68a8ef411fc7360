/** The slip: in words, always in view, what pressing Allow would share. */
import type { AuthorizationBean } from "../KcContext";
import { useWords } from "../words";
import { type Choice, sharesNothing } from "./choice";
import { durationWords } from "./names";
import { keptPrivate, summaryOf } from "./summary";

interface Props {
  bean: AuthorizationBean;
  choice: Choice;
  app: string;
  plan: string;
}

export function Slip({ bean, choice, app, plan }: Props) {
  const words = useWords();
  const duration = bean.durations.find(({ value }) => value === choice.duration);
  return (
    <section className="slip" aria-labelledby="slip">
      <div className="slip-line">
        <h2 id="slip">{words.slipTitle}</h2>
        <p id="summary" role="status" className={sharesNothing(choice, bean) ? "msg" : undefined}>
          {summaryOf(words, bean, choice)}
        </p>
      </div>
      <div className="slip-more">
        <dl className="facts">
          <div>
            <dt>{words.slipFrom}</dt>
            <dd>{plan}</dd>
          </div>
          <div>
            <dt>{words.slipTo}</dt>
            <dd>
              <bdi>{app}</bdi>
            </dd>
          </div>
          <div>
            <dt>{words.slipAbout}</dt>
            <dd>
              <bdi>{bean.person.name}</bdi>
            </dd>
          </div>
          <div className="private">
            <dt>{words.slipPrivate}</dt>
            <dd id="kept-private">{keptPrivate(words, bean, choice).join("; ")}</dd>
          </div>
          <div>
            <dt>{words.slipLong}</dt>
            <dd>{duration && durationWords(words, duration).name}</dd>
          </div>
        </dl>
      </div>
    </section>
  );
}
