/** Whose records? Asked first of a member who may decide for more than one person; a plain form post that shares nothing yet. */

import { Requester } from "../authorization/Requester";
import { People } from "../choose-person/People";
import { Frame } from "../frame/Frame";
import type { I18n } from "../i18n";
import type { KcContext } from "../KcContext";
import { Icon } from "../ui/Icon";
import { ProblemNotice } from "../ui/ProblemNotice";
import { Sentence } from "../ui/Sentence";
import { usePostedTwice } from "../ui/usePostedTwice";
import { useWords } from "../words";

type Context = Extract<KcContext, { pageId: "choose-person.ftl" }>;

export default function ChoosePerson({ kcContext, i18n }: { kcContext: Context; i18n: I18n }) {
  const { authorization, url } = kcContext;
  const { client, people, problem } = authorization;
  const words = useWords();
  const postedTwice = usePostedTwice();
  const app = client.name || client.clientId;
  return (
    <Frame kcContext={kcContext} i18n={i18n} title={problem ? `${words.errorPrefix} ${words.pickTitle}` : words.pickTitle}>
      <form
        className="narrow flow"
        id="choose-person"
        action={url.loginAction}
        method="post"
        onSubmit={(event) => postedTwice(event) && event.preventDefault()}
      >
        {problem && (
          <ProblemNotice problem={problem}>
            <p>{words.pickProblem}</p>
            <a href="#people">{words.pickProblemLink}</a>
          </ProblemNotice>
        )}
        <h1>{words.pickTitle}</h1>
        <p className="lead">
          <Sentence text={words.pickLead} values={{ app }} />
        </p>
        <Requester client={client}>
          <a href={url.loginRestartFlowUrl}>{words.restart}</a>
        </Requester>
        <People people={people} app={app} />
        <p className="small soft">{words.pickMissing}</p>
        <div className="pair">
          <button className="btn" type="submit" id="continue" name="decision" value="continue">
            <Icon name="yes" />
            {words.pickContinue}
          </button>
          <button className="btn" type="submit" id="deny" name="decision" value="deny" formNoValidate>
            <Icon name="no" />
            {words.pickDeny}
          </button>
        </div>
        <p className="small soft">
          <Sentence text={words.pickNote} values={{ app }} />
        </p>
      </form>
    </Frame>
  );
}
