/** Earlier connections and why they ended. */
import { phrase, Sentence } from "../login/ui/Sentence";
import { wordFor } from "../login/words";
import type { Connection } from "./connections";
import { dayOf, endDay } from "./dates";
import { appName, Maker } from "./names";
import type { Language } from "./shares";

export function Past({ connections, language: { words, own } }: { connections: readonly Connection[]; language: Language }) {
  if (connections.length === 0) return null;
  const when = ({ state, at, until }: Connection) =>
    state === "expired" && until !== null ? endDay(words.language, until) : dayOf(words.language, at);
  const reason = ({ state, stoppedBy, by }: Connection) => {
    const stopped = state === "stopped-by-member" ? wordFor(own.pastStopped, stoppedBy) : undefined;
    const ended = by ? wordFor(own.pastByOthers, state) : undefined;
    return stopped ?? ended ?? wordFor(own.past, state) ?? own.pastOther;
  };
  return (
    <section className="narrow sect" aria-labelledby="past">
      <h2 id="past">{own.pastTitle}</h2>
      <ul className="rows">
        {connections.map((connection) => (
          <li key={connection.id} data-past={connection.state}>
            <h3>
              <bdi>{appName(own, connection)}</bdi>
            </h3>
            <p>
              {phrase(reason(connection), { date: when(connection) })} {own.pastKeeps}
            </p>
            {connection.by && (
              <p className="soft small">
                {own.allowedBy}: <Maker by={connection.by} own={own} />
              </p>
            )}
            <p className="soft small">
              <Sentence
                text={connection.person ? own.pastAbout : own.pastNobody}
                values={{ person: connection.person, date: dayOf(words.language, connection.created) }}
              />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
