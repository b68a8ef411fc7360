/** The page that was answered is not the newest one: Back was pressed, another tab went on, or an answer came twice. */
import { Frame } from "../frame/Frame";
import type { I18n } from "../i18n";
import type { KcContext } from "../KcContext";
import { webAddress } from "../ui/webAddress";
import { useWords } from "../words";

type Context = Extract<KcContext, { pageId: "login-page-expired.ftl" }>;

export default function ExpiredPage({ kcContext, i18n }: { kcContext: Context; i18n: I18n }) {
  const { client, url } = kcContext;
  const words = useWords();
  const back = webAddress(client?.baseUrl);
  return (
    <Frame kcContext={kcContext} i18n={i18n} title={words.expiredTitle}>
      <div className="narrow flow" id="kc-page-expired">
        <h1>{words.expiredTitle}</h1>
        <p className="lead">{words.expiredBody}</p>
        <div className="pair">
          <a className="btn" id="loginContinueLink" href={url.loginAction}>
            {words.expiredGoOn}
          </a>
          <a className="btn" id="loginRestartLink" href={url.loginRestartFlowUrl}>
            {words.expiredRestart}
          </a>
        </div>
        {back && (
          <p>
            <a id="backToApplication" href={back}>
              {words.backToApp}
            </a>
          </p>
        )}
      </div>
    </Frame>
  );
}
