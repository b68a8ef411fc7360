/** Something went wrong: the reason as text, where the member sees what is shared, and the way back. Whether something was shared is not known here. */
import { Frame } from "../frame/Frame";
import type { I18n } from "../i18n";
import type { KcContext } from "../KcContext";
import { webAddress } from "../ui/webAddress";
import { useWords } from "../words";

type Context = Extract<KcContext, { pageId: "error.ftl" }>;

export default function ErrorPage({ kcContext, i18n }: { kcContext: Context; i18n: I18n }) {
  const { message, client, skipLink } = kcContext;
  const words = useWords();
  const back = skipLink ? undefined : webAddress(client?.baseUrl);
  return (
    <Frame kcContext={kcContext} i18n={i18n} title={words.errorTitle}>
      <div className="narrow flow" id="kc-error-message">
        <h1>{words.errorTitle}</h1>
        <p className="notice error" role="alert">
          <bdi>{message.summary}</bdi>
        </p>
        <p className="lead">{words.errorCheck}</p>
        {back && (
          <p>
            <a className="btn" id="backToApplication" href={back}>
              {words.backToApp}
            </a>
          </p>
        )}
      </div>
    </Frame>
  );
}
