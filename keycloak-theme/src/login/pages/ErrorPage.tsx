/** Something went wrong: the reason as text, where the member sees what is shared, and the way back. Whether something was shared is not known here. */
import { usePlan } from "../../plan/usePlan";
import { Frame } from "../frame/Frame";
import type { I18n } from "../i18n";
import type { KcContext } from "../KcContext";
import { Sentence } from "../ui/Sentence";
import { webAddress } from "../ui/webAddress";
import { useWords } from "../words";

type Context = Extract<KcContext, { pageId: "error.ftl" }>;

/** What Keycloak says of an app that the plan disabled. */
const OFF = ["clientDisabledMessage", "loginRequesterNotEnabledMessage"] as const;

/** The realm's page of connected apps, by the address of another of its pages. */
const connectedApps = (page: string): string | undefined => {
  const [, realm] = /^(.*\/realms\/[^/]+)\/login-actions\//.exec(page) ?? [];
  return realm && `${realm}/account/applications`;
};

export default function ErrorPage({ kcContext, i18n }: { kcContext: Context; i18n: I18n }) {
  const { message, client, skipLink, url } = kcContext;
  const words = useWords();
  const { phone } = usePlan();
  const isOff = OFF.some((key) => message.summary === i18n.msgStr(key));
  const title = isOff ? words.errorOffTitle : words.errorTitle;
  const apps = connectedApps(url.loginRestartFlowUrl);
  const back = skipLink ? undefined : webAddress(client?.baseUrl);
  return (
    <Frame kcContext={kcContext} i18n={i18n} title={title}>
      <div className="narrow flow" id="kc-error-message">
        <h1>{title}</h1>
        <p className={isOff ? "notice" : "notice error"} role="alert">
          <bdi>{message.summary}</bdi>
        </p>
        <p className="lead">{isOff ? <Sentence text={words.help} values={{ phone }} /> : words.errorCheck}</p>
        {apps && (
          <p>
            <a className="btn" id="connected-apps" href={apps}>
              {words.connectedApps}
            </a>
          </p>
        )}
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
