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
import { Earlier } from "./Earlier";
import { Modes } from "./Modes";
import { News } from "./News";
import { Problem } from "./Problem";
import { Requester } from "./Requester";
import { Slip } from "./Slip";
import { keepTogether } from "./tickAll";
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
  const { choice, read, moved } = useChoice(form, bean);
  const [problem, setProblem] = useState(bean.problem);
  const app = client.name || client.clientId;
  const isSelf = person.relationship === "self";

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

  const modes = <Modes bean={bean} choice={choice} read={read} preselectedMode={preselected(bean).mode} />;
  return (
    <form
      className="form"
      ref={form}
      id="member-authorization"
      action={action}
      method="post"
      onChange={(event) => {
        keepTogether(event.target);
        read();
      }}
      onSubmit={stopIfNothingIsShared}
      onKeyDown={decideNothingOnEnter}
    >
      <button type="submit" name="decision" value="stay" formNoValidate hidden />
      <div className="flow narrow">
        <Problem problem={problem} bean={bean} choice={choice} moved={moved} />
        <h1>
          <Sentence text={isSelf ? words.authTitle : words.authTitleOther} values={{ app, person: person.name }} />
        </h1>
        <p className="lead">
          <Sentence text={isSelf ? words.authLead : words.authLeadOther} values={{ app, plan, person: person.name }} />
        </p>
        {!isSelf && (
          <p className="notice" id="act-for">
            <Sentence text={words.actFor} values={{ person: person.name }} />
          </p>
        )}
        {bean.returning && (
          <p className="notice">
            <Sentence text={bean.news ? words.returningNews : words.returningNote} values={{ app }} />
          </p>
        )}
      </div>
      <Requester client={client}>
        <WhoseRecord person={person} choosesPerson={bean.choosesPerson} restartUrl={restartUrl} />
      </Requester>
      {bean.news && <News bean={bean} choice={choice} />}
      <AsksFor bean={bean} app={app} />
      {bean.news ? (
        <Earlier bean={bean} choice={choice}>
          {modes}
        </Earlier>
      ) : (
        modes
      )}
      <Durations bean={bean} choice={choice} moved={moved} />
      <WhatHappensNext ownerType={client.ownerType} app={app} />
      <Slip bean={bean} choice={choice} app={app} plan={plan} />
      <Decision app={app} returning={bean.returning} />
    </form>
  );
}
