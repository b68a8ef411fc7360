/**
 * The authorization page: who asks, for what, how much, how long, what then, the decision. A plain form post of native inputs;
 * `choice` only feeds the words that follow it.
 */
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { AsksFor } from "../authorization/AsksFor";
import { preselected, sharesNothing } from "../authorization/choice";
import { Decision } from "../authorization/Decision";
import { Durations } from "../authorization/Durations";
import { Modes } from "../authorization/Modes";
import { Problem } from "../authorization/Problem";
import { Requester } from "../authorization/Requester";
import { Slip } from "../authorization/Slip";
import { useChoice } from "../authorization/useChoice";
import { WhatHappensNext } from "../authorization/WhatHappensNext";
import { Frame } from "../frame/Frame";
import type { I18n } from "../i18n";
import type { KcContext } from "../KcContext";
import { planName } from "../plan";
import { Sentence, sentence } from "../ui/Sentence";
import { useWords } from "../words";

type Context = Extract<KcContext, { pageId: "member-authorization.ftl" }>;

/** Enter in a tick decides nothing; without script the form's hidden first button posts `stay`. */
function decideNothingOnEnter(event: KeyboardEvent) {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}

export default function MemberAuthorization({ kcContext, i18n }: { kcContext: Context; i18n: I18n }) {
  const { authorization, url, realm } = kcContext;
  const { client, person } = authorization;
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const { choice, read } = useChoice(form, authorization);
  const [problem, setProblem] = useState(authorization.problem);

  const app = client.name || client.clientId;
  const plan = planName(realm);
  const names = { app, person: person.name };
  const title = person.relationship === "self" ? words.authTitle : words.authTitleOther;

  function stopIfNothingIsShared(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!(submitter instanceof HTMLButtonElement) || submitter.value !== "allow" || !sharesNothing(choice, authorization)) return;
    event.preventDefault();
    setProblem("nothing-chosen");
    document.getElementById("problem")?.focus();
  }

  return (
    <Frame kcContext={kcContext} i18n={i18n} title={`${problem ? `${words.errorPrefix} ` : ""}${sentence(title, names)}`}>
      <form
        className="form"
        ref={form}
        id="member-authorization"
        action={url.loginAction}
        method="post"
        onChange={read}
        onSubmit={stopIfNothingIsShared}
        onKeyDown={decideNothingOnEnter}
      >
        <button type="submit" name="decision" value="stay" formNoValidate hidden />
        <div className="flow narrow">
          <Problem problem={problem} bean={authorization} mode={choice.mode} />
          <h1>
            <Sentence text={title} values={names} />
          </h1>
          <p className="lead">
            <Sentence text={words.authLead} values={{ app, plan }} />
          </p>
          {authorization.returning && (
            <p className="notice">
              <Sentence text={words.returningNote} values={{ app }} />
            </p>
          )}
        </div>
        <Requester client={client} person={person} restartUrl={url.loginRestartFlowUrl} />
        <AsksFor bean={authorization} app={app} />
        <Modes bean={authorization} choice={choice} read={read} preselectedMode={preselected(authorization).mode} />
        <Durations bean={authorization} choice={choice} />
        <WhatHappensNext ownerType={client.ownerType} />
        <Slip bean={authorization} choice={choice} app={app} plan={plan} />
        <Decision app={app} />
      </form>
    </Frame>
  );
}
