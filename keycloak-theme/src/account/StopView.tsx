/** The second look before a stop: what it does, and two buttons of equal weight. */
import { useState } from "react";
import { Sentence, sentence } from "../login/ui/Sentence";
import type { Connection } from "./connections";
import { Heading } from "./Heading";
import { appName, personName } from "./names";
import type { Language } from "./shares";

interface Props {
  connection: Connection;
  language: Language;
  plan: string;
  stop: () => Promise<void>;
  keep: () => void;
}

export function StopView({ connection, language: { words, own }, plan, stop, keep }: Props) {
  const [busy, setBusy] = useState(false);
  const app = appName(own, connection);
  const owner = connection.client.ownerName || words.ownerNameless;
  const press = () => {
    if (busy) return;
    setBusy(true);
    void stop().finally(() => setBusy(false));
  };
  return (
    <div className="narrow flow">
      <Heading title={sentence(own.stopTitle, { app })} plan={plan} focus>
        <Sentence text={own.stopTitle} values={{ app }} />
      </Heading>
      <p>
        <Sentence text={own.stopFor} values={{ person: personName(own, connection) }} />
      </p>
      <p className="lead">{own.stopLead}</p>
      <ul className="dots">
        <li>{own.stopNoMore}</li>
        <li>
          <Sentence text={own.stopKeeps} values={{ owner }} />
        </li>
        <li>{own.stopCare}</li>
        <li>{connection.by ? own.stopOthers : own.stopAgain}</li>
      </ul>
      <div className="sect pair">
        <button className="btn" type="button" id="stop" aria-disabled={busy} onClick={press}>
          {busy ? own.stopping : own.stopYes}
        </button>
        <button className="btn" type="button" id="keep" onClick={keep}>
          {own.stopNo}
        </button>
      </div>
      <p className="vh" role="status">
        {busy && own.stopping}
      </p>
    </div>
  );
}
