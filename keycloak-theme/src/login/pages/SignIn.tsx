/** Sign-in with the plan's own credentials; Keycloak's fields and ids. */
import { usePlan } from "../../plan/usePlan";
import { Frame } from "../frame/Frame";
import type { I18n } from "../i18n";
import type { KcContext } from "../KcContext";
import { Credentials } from "../sign-in/Credentials";
import { OtherWays } from "../sign-in/OtherWays";
import { Passkey } from "../sign-in/Passkey";
import { RightPlace } from "../sign-in/RightPlace";
import { requestingApp } from "../sign-in/requestingApp";
import { Sentence, sentence } from "../ui/Sentence";
import { useWords } from "../words";

export type SignInContext = Extract<KcContext, { pageId: "login.ftl" }>;

export default function SignIn({ kcContext, i18n }: { kcContext: SignInContext; i18n: I18n }) {
  const { realm, message, messagesPerField, enableWebAuthnConditionalUI } = kcContext;
  const words = useWords();
  const { name: plan } = usePlan();
  const app = requestingApp(kcContext.client);
  const wrong = messagesPerField.existsError("username", "password");
  const error = wrong ? messagesPerField.getFirstError("username", "password") : undefined;
  return (
    <Frame
      kcContext={kcContext}
      i18n={i18n}
      title={`${error ? `${words.errorPrefix} ` : ""}${sentence(words.signInTitle, { plan })}`}
      landscape
    >
      <div className="sign">
        <div className="flow">
          {error && (
            <div className="notice error" role="alert">
              <h2 className="h3">{words.signInErrorTitle}</h2>
              <p id="input-error">{error}</p>
            </div>
          )}
          {!error && message && (
            <p className={message.type === "error" ? "notice error" : "notice"} role={message.type === "error" ? "alert" : "status"}>
              {message.summary}
            </p>
          )}
          <h1>
            <Sentence text={words.signInTitle} values={{ plan }} />
          </h1>
          {app && (
            <p className="lead">
              <Sentence text={words.signInLead} values={{ app }} />
            </p>
          )}
          {realm.password && <Credentials kcContext={kcContext} wrong={wrong} />}
          {enableWebAuthnConditionalUI && <Passkey kcContext={kcContext} i18n={i18n} />}
          <OtherWays kcContext={kcContext} />
        </div>
        <RightPlace plan={plan} app={app} />
      </div>
    </Frame>
  );
}
