/** One connected app: who, what, for whom, how long, and the two things to do about it. */
import type { MouseEvent } from "react";
import { Icon } from "../login/ui/Icon";
import { Sentence } from "../login/ui/Sentence";
import { wordFor } from "../login/words";
import type { Connection } from "./connections";
import { dayOf, endsSoon, endWords, lastUsedWords } from "./dates";
import { appName, Maker, Person } from "./names";
import { hashOf, type View } from "./route";
import { type Language, sharesOf } from "./shares";
import { Gets, Kept, Topics } from "./WhatItGets";

interface Props {
  connection: Connection;
  language: Language;
  now: number;
  show: (view: View) => void;
}

export function ConnectionCard({ connection, language, now, show }: Props) {
  const { words, own } = language;
  const { id, by, client, created, lastUsed, state } = connection;
  const name = appName(own, connection);
  const owner = wordFor(words.ownerTypes, client.ownerType) ?? words.ownerUnknown;
  const paused = state === "app-suspended";
  const shares = sharesOf(language, connection);
  const runBy = wordFor(own.runBy, client.ownerType);
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
            <li className={client.ownerName && runBy ? "tag" : "tag warn"}>{owner.name}</li>
            <li className={client.verified ? "tag" : "tag warn"}>
              <Icon name={client.verified ? "shield" : "info"} />
              {client.verified ? words.verified : words.unverified}
            </li>
            {paused && <li className="tag warn">{own.paused}</li>}
            {soon && <li className="tag warn">{soon}</li>}
          </ul>
        </div>
      </header>
      <p className="whose">
        <span className="soft">{by ? own.allowedBy : words.aboutWho}</span>{" "}
        <strong>{by ? <Maker by={by} own={own} /> : <Person connection={connection} words={words} own={own} />}</strong>
      </p>
      <dl className="facts">
        <div className="all">
          <dt>{own.made}</dt>
          <dd>
            {client.ownerName && runBy ? (
              <Sentence text={runBy} values={{ owner: client.ownerName }} />
            ) : (
              <p className="notice warn">{own.runByUnknown}</p>
            )}
          </dd>
        </div>
        <div className="all">
          <dt>{own.gets}</dt>
          <dd>{paused ? own.getsNothingNow : <Gets shares={shares} language={language} />}</dd>
        </div>
        {!paused && shares.topics.length > 0 && (
          <div className="all shared">
            <dt>{own.topics}</dt>
            <dd>
              <Topics names={shares.topics} />
            </dd>
          </div>
        )}
        <div className="all private">
          <dt>{own.private}</dt>
          <dd>
            <Kept shares={shares} language={language} />
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
        {!paused && !by && link({ name: "change", id }, own.change)}
        {connection.mayStop && link({ name: "stop", id }, own.stop)}
      </p>
      {!connection.mayStop && <p className="soft small">{own.notYoursToStop}</p>}
    </article>
  );
}
