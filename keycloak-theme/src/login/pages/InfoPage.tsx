/** Keycloak has something to say, or steps left to do; the first sentence is the heading. */
import { Frame } from "../frame/Frame";
import type { I18n } from "../i18n";
import type { KcContext } from "../KcContext";
import { webAddress } from "../ui/webAddress";
import { useWords } from "../words";

type Context = Extract<KcContext, { pageId: "info.ftl" }>;

const sentences = (text: string): string[] => text.split(/(?<=[.?!])\s+/);

export default function InfoPage({ kcContext, i18n }: { kcContext: Context; i18n: I18n }) {
  const { messageHeader, message, requiredActions, skipLink, pageRedirectUri, actionUri, client } = kcContext;
  const words = useWords();
  const [first = "", ...rest] = messageHeader ? [i18n.advancedMsgStr(messageHeader), message.summary] : sentences(message.summary);
  const back = webAddress(pageRedirectUri) ?? webAddress(client?.baseUrl);
  const link = webAddress(pageRedirectUri) || !actionUri ? { href: back, text: words.backToApp } : { href: actionUri, text: words.goOn };
  return (
    <Frame kcContext={kcContext} i18n={i18n} title={first}>
      <div className="narrow flow" id="kc-info-message">
        <h1>{first}</h1>
        {rest.length > 0 && <p className="lead">{rest.join(" ")}</p>}
        {requiredActions && requiredActions.length > 0 && (
          <ul className="dots">
            {requiredActions.map((action) => (
              <li key={action}>{i18n.advancedMsgStr(`requiredAction.${action}`)}</li>
            ))}
          </ul>
        )}
        {!skipLink && link.href && (
          <p>
            <a className="btn" href={link.href}>
              {link.text}
            </a>
          </p>
        )}
      </div>
    </Frame>
  );
}
