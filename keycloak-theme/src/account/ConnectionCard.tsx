/** One connected app: who, what, for whom, how long, and the two things to do about it. */
import type { MouseEvent } from "react";
import { Sentence } from "../login/ui/Sentence";
import { wordFor } from "../login/words";
import type { Connection } from "./connections";
import { dayOf, endsSoon, endWords, lastUsedWords } from "./dates";
import { appName, Person } from "./names";
import { hashOf, type View } from "./route";
import type { Language } from "./shares";
import { Gets, Kept } from "./WhatItGets";

interface Props {
  connection: Connection;
  language: Language;
  now: number;
  show: (view: View) => void;
}

export function ConnectionCard({ connection, language, now, show }: Props) {
  const { words, own } = language;
  const { id, client, created, lastUsed, state } = connection;
  const name = appName(own, connection);
  const owner = wordFor(words.ownerTypes, client.ownerType) ?? words.ownerUnknown;
  const paused = state === "app-suspended";
  const soon = endsSoon(own, connection, now);
  const link = (view: View, text: string) => (
    <a
      className="btn quiet small"
      id={`${view.name}-${id}`}
      href={hashOf(view)}
      onClick={(event: MouseEvent) => {
        event.preventDefault();
        show(view);
      }}
    >
      {text}{" "}
      <span className="vh">
        <bdi>{name}</bdi>
      </span>
    </a>
  );
  return (
    <article className="panel app" aria-labelledby={`app-${id}`} data-app={client.clientId}>
      <header>
        <span className="logo" aria-hidden="true">
          {[...name][0]?.toUpperCase()}
        </span>
        <div>
          <h2 className="h3" id={`app-${id}`}>
            <bdi>{name}</bdi>
          </h2>
          <ul className="tags">
            <li className="tag">{owner.name}</li>
            {paused && <li className="tag warn">{own.paused}</li>}
            {soon && <li className="tag warn">{soon}</li>}
          </ul>
        </div>
      </header>
      <dl className="facts">
        <div className="all">
          <dt>{own.made}</dt>
          <dd>{client.ownerName ? <Sentence text={owner.body} values={{ owner: client.ownerName }} /> : words.ownerUnknown.body}</dd>
        </div>
        <div className="all">
          <dt>{own.gets}</dt>
          <dd>{paused ? own.getsNothingNow : <Gets connection={connection} language={language} />}</dd>
        </div>
        <div className="all private">
          <dt>{own.private}</dt>
          <dd>
            <Kept connection={connection} language={language} />
          </dd>
        </div>
        <div>
          <dt>{own.whose}</dt>
          <dd>
            <Person connection={connection} words={words} own={own} />
          </dd>
        </div>
        <div>
          <dt>{own.since}</dt>
          <dd>{dayOf(words.language, created)}</dd>
        </div>
        <div>
          <dt>{own.until}</dt>
          <dd>{endWords(own, words.language, connection)}</dd>
        </div>
        <div>
          <dt>{own.lastUsed}</dt>
          <dd>{lastUsedWords(own, words.language, lastUsed, now)}</dd>
        </div>
      </dl>
      <p className="row">
        {!paused && link({ name: "change", id }, own.change)}
        {link({ name: "stop", id }, own.stop)}
      </p>
    </article>
  );
}
