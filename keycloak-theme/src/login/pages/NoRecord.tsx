/** Somebody signed in and has no record of a member: what to do, and the way back, which tells the app no more than a no. */
import { usePlan } from "../../plan/usePlan";
import { Frame } from "../frame/Frame";
import type { I18n } from "../i18n";
import type { KcContext } from "../KcContext";
import { Sentence } from "../ui/Sentence";
import { useWords } from "../words";

type Context = Extract<KcContext, { pageId: "no-record.ftl" }>;

export default function NoRecord({ kcContext, i18n }: { kcContext: Context; i18n: I18n }) {
  const { authorization, url } = kcContext;
  const words = useWords();
  const { phone } = usePlan();
  const { name, clientId } = authorization.client;
  return (
    <Frame kcContext={kcContext} i18n={i18n} title={words.noRecordTitle}>
      <form className="narrow flow" id="no-record" action={url.loginAction} method="post">
        <h1>{words.noRecordTitle}</h1>
        <p className="lead">
          <Sentence text={words.noRecordBody} values={{ app: name || clientId }} />
        </p>
        <p className="notice lead call">
          <Sentence text={words.noRecordDo} values={{ phone }} />
        </p>
        <p>
          <button className="text-btn" type="submit" id="deny" name="decision" value="deny">
            {words.backToApp}
          </button>
        </p>
        <p>
          <a href={url.loginRestartFlowUrl}>{words.restart}</a>
        </p>
      </form>
    </Frame>
  );
}
