/** What is connected, and what was. */

import { ConnectionCard } from "./ConnectionCard";
import type { Connection } from "./connections";
import { Heading } from "./Heading";
import { Past } from "./Past";
import type { View } from "./route";
import { type Language, stands } from "./shares";

interface Props {
  connections: readonly Connection[];
  language: Language;
  plan: string;
  now: number;
  focus: boolean;
  show: (view: View) => void;
}

export function ListView({ connections, language, plan, now, focus, show }: Props) {
  const { own } = language;
  const running = connections.filter((connection) => stands(connection) && !connection.by);
  const byOthers = connections.filter((connection) => stands(connection) && connection.by);
  const past = connections.filter((connection) => !stands(connection));
  return (
    <>
      <div className="narrow flow">
        <Heading title={own.title} plan={plan} focus={focus}>
          {own.title}
        </Heading>
        <p className="lead">{own.lead.replace("{plan}", plan)}</p>
        {running.length === 0 && (
          <p className="notice" id="empty">
            {past.length === 0 ? own.empty : own.emptyNow}
          </p>
        )}
      </div>
      <div className="narrow apps">
        {running.map((connection) => (
          <ConnectionCard key={connection.id} connection={connection} language={language} now={now} show={show} />
        ))}
      </div>
      {byOthers.length > 0 && (
        <section className="narrow sect flow" aria-labelledby="by-others">
          <h2 id="by-others">{own.byOthersTitle}</h2>
          <p>{own.byOthersLead}</p>
          <div className="apps">
            {byOthers.map((connection) => (
              <ConnectionCard key={connection.id} connection={connection} language={language} now={now} show={show} />
            ))}
          </div>
        </section>
      )}
      <Past connections={past} language={language} />
    </>
  );
}
