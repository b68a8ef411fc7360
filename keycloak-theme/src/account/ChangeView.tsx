/** Tighten or widen what an app gets: personal details and sensitive topics. Kinds of records need a fresh authorization. */
import { type FormEvent, useRef, useState } from "react";
import { ExternalLink } from "../login/ui/ExternalLink";
import { Icon } from "../login/ui/Icon";
import { Sentence, sentence } from "../login/ui/Sentence";
import { ChoiceNow } from "./ChoiceNow";
import { changeOf } from "./choice";
import type { Change, Connection } from "./connections";
import { Heading } from "./Heading";
import { appName, personName } from "./names";
import { type Language, neverShared, plainTopics, sensitiveTopics, sharesOf } from "./shares";
import { TopicTicks } from "./TopicTicks";

interface Props {
  connection: Connection;
  language: Language;
  plan: string;
  save: (change: Change) => Promise<void>;
  keep: () => void;
}

const tickedIn = (form: HTMLFormElement): string[] => new FormData(form).getAll("category").map(String);

export function ChangeView({ connection, language, plan, save, keep }: Props) {
  const { words, own } = language;
  const form = useRef<HTMLFormElement>(null);
  const [ticked, setTicked] = useState(connection.sharedToday);
  const [busy, setBusy] = useState(false);
  const app = appName(own, connection);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Enter in a tick decides nothing
    const pressed = (event.nativeEvent as SubmitEvent).submitter;
    if (busy || pressed?.id !== "save") return;
    setBusy(true);
    void save(changeOf(language, connection, tickedIn(event.currentTarget))).finally(() => setBusy(false));
  };
  return (
    <form className="form" ref={form} onSubmit={submit} onChange={() => form.current && setTicked(tickedIn(form.current))}>
      <button type="submit" id="stay" hidden />
      <div className="flow narrow">
        <Heading title={sentence(own.changeTitle, { app })} plan={plan} focus>
          <Sentence text={own.changeTitle} values={{ app }} />
        </Heading>
        <p className="lead">{own.changeLead}</p>
        {connection.relationship !== "self" && (
          <p className="notice">
            <Sentence text={words.actFor} values={{ person: personName(own, connection) }} />
          </p>
        )}
      </div>
      <fieldset className="sect panel">
        <legend className="h2">{own.detailsLegend}</legend>
        <TopicTicks connection={connection} language={language} topics={plainTopics(language)} />
      </fieldset>
      <div className="sect panel">
        <fieldset className="sensitive" aria-describedby="topics-lead">
          <legend className="h2">
            <span className="sensitive-head">
              <Icon name="lock" />
              {own.topicsLegend}
            </span>
          </legend>
          <p className="soft" id="topics-lead">
            {words.sensitiveLead}
          </p>
          <p>
            {words.sensitiveCaution} {own.topicsNote}
          </p>
          <TopicTicks connection={connection} language={language} topics={[...sensitiveTopics(language), ...neverShared(language)]} />
        </fieldset>
      </div>
      <section className="flow sect" aria-labelledby="kinds">
        <h2 id="kinds">{own.kindsTitle}</h2>
        <p>{own.kindsNow}</p>
        <ul className="cols dots">
          {sharesOf(language, connection).records.map((record) => (
            <li key={record}>{record}</li>
          ))}
        </ul>
        <p>{own.kindsHow}</p>
        <p>
          <ExternalLink address={connection.client.website} text={sentence(own.kindsOpen, { app })} />
        </p>
      </section>
      <ChoiceNow connection={connection} language={language} ticked={ticked} />
      <div className="sect">
        <div className="pair">
          <button className="btn" type="submit" id="save" aria-disabled={busy}>
            {busy ? own.saving : own.save}
          </button>
          <button className="btn" type="button" id="keep" onClick={keep}>
            {own.keepAll}
          </button>
        </div>
      </div>
    </form>
  );
}
