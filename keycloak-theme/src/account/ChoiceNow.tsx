/** The slip of the change form: what will be shared as the ticks stand. */
import { phrase } from "../login/ui/Sentence";
import type { Connection } from "./connections";
import { endWords } from "./dates";
import { appName, Person } from "./names";
import { DEMOGRAPHICS, type Language, sensitiveTopics, topicWords } from "./shares";

const LONGEST_LIST = 3;

interface Props {
  connection: Connection;
  language: Language;
  /** Codes. */
  ticked: readonly string[];
}

export function ChoiceNow({ connection, language, ticked }: Props) {
  const { words, own } = language;
  return (
    <section className="slip" aria-labelledby="slip">
      <div className="slip-line">
        <h2 id="slip">{words.slipTitle}</h2>
        <p id="summary" role="status">
          {summaryOf(language, ticked)}
        </p>
      </div>
      <div className="slip-more">
        <dl className="facts">
          <div>
            <dt>{words.slipTo}</dt>
            <dd>
              <bdi>{appName(own, connection)}</bdi>
            </dd>
          </div>
          <div>
            <dt>{words.slipAbout}</dt>
            <dd>
              <Person connection={connection} words={words} own={own} />
            </dd>
          </div>
          <div>
            <dt>{own.until}</dt>
            <dd>{endWords(own, words.language, connection)}</dd>
          </div>
        </dl>
      </div>
    </section>
  );
}

function summaryOf(language: Language, ticked: readonly string[]): string {
  const { words, own } = language;
  const sensitive = sensitiveTopics(language);
  const shared = sensitive.filter(({ code }) => ticked.includes(code));
  const list = shared.map((topic) => topicWords(language, topic).name).join("; ");
  const some =
    shared.length > LONGEST_LIST
      ? phrase(words.sumSensitiveCount, { n: shared.length, m: sensitive.length })
      : phrase(words.sumSensitiveSome, { list });
  const all = shared.length === sensitive.length ? words.sumSensitiveAll : some;
  const topics = shared.length === 0 ? words.sumSensitiveNone : all;
  const details = ticked.includes(DEMOGRAPHICS) ? words.sumDetailsYes : words.sumDetailsNo;
  return [own.slipRecords, details, topics].join(" ");
}
