/**
 * The question in the member's order: who asks, for what, how much, how long, what then, the decision. A plain form post of native
 * inputs; `choice` only feeds the words that follow it.
 */
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import type { AuthorizationBean } from "../KcContext";
import { Sentence } from "../ui/Sentence";
import { usePostedTwice } from "../ui/usePostedTwice";
import { useWords } from "../words";
import { AsksFor } from "./AsksFor";
import { preselected, sharesNothing } from "./choice";
import { Decision } from "./Decision";
import { Durations } from "./Durations";
import { Modes } from "./Modes";
import { Problem } from "./Problem";
import { Requester } from "./Requester";
import { Slip } from "./Slip";
import { useChoice } from "./useChoice";
import { WhatHappensNext } from "./WhatHappensNext";
import { WhoseRecord } from "./WhoseRecord";

interface Props {
  bean: AuthorizationBean;
  action: string;
  restartUrl: string;
  plan: string;
}

/** Enter in a tick decides nothing; without script the form's hidden first button posts `stay`. */
function decideNothingOnEnter(event: KeyboardEvent) {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}

export function AuthorizationForm({ bean, action, restartUrl, plan }: Props) {
  const { client, person } = bean;
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const postedTwice = usePostedTwice();
  const { choice, read } = useChoice(form, bean);
  const [problem, setProblem] = useState(bean.problem);
  const app = client.name || client.clientId;

  function stopIfNothingIsShared(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!(submitter instanceof HTMLButtonElement) || submitter.value !== "allow" || !sharesNothing(choice, bean)) {
      if (postedTwice(event)) event.preventDefault();
      return;
    }
    event.preventDefault();
    setProblem("nothing-chosen");
    document.getElementById("problem")?.focus();
  }

  return (
    <form
      className="form"
      ref={form}
      id="member-authorization"
      action={action}
      method="post"
      onChange={read}
      onSubmit={stopIfNothingIsShared}
      onKeyDown={decideNothingOnEnter}
    >
      <button type="submit" name="decision" value="stay" formNoValidate hidden />
      <div className="flow narrow">
        <Problem problem={problem} bean={bean} mode={choice.mode} />
        <h1>
          <Sentence text={person.relationship === "self" ? words.authTitle : words.authTitleOther} values={{ app, person: person.name }} />
        </h1>
        <p className="lead">
          <Sentence text={words.authLead} values={{ app, plan }} />
        </p>
        {bean.returning && (
          <p className="notice">
            <Sentence text={words.returningNote} values={{ app }} />
          </p>
        )}
      </div>
      <Requester client={client}>
        <WhoseRecord person={person} choosesPerson={bean.choosesPerson} restartUrl={restartUrl} />
      </Requester>
      <AsksFor bean={bean} app={app} />
      <Modes bean={bean} choice={choice} read={read} preselectedMode={preselected(bean).mode} />
      <Durations bean={bean} choice={choice} />
      <WhatHappensNext ownerType={client.ownerType} />
      <Slip bean={bean} choice={choice} app={app} plan={plan} />
      <Decision app={app} />
    </form>
  );
}
