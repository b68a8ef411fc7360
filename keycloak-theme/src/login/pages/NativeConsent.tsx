/** Keycloak's own consent page, for clients that are no apps of members. Its stock page reads a client's name as HTML; this one does not. */
import { usePlan } from "../../plan/usePlan";
import { Frame } from "../frame/Frame";
import type { I18n } from "../i18n";
import type { KcContext } from "../KcContext";
import { ExternalLink } from "../ui/ExternalLink";
import { Icon } from "../ui/Icon";
import { Sentence, sentence } from "../ui/Sentence";
import { useWords } from "../words";

type Context = Extract<KcContext, { pageId: "login-oauth-grant.ftl" }>;

export default function NativeConsent({ kcContext, i18n }: { kcContext: Context; i18n: I18n }) {
  const { url, oauth, client } = kcContext;
  const words = useWords();
  const plan = usePlan();
  const values = { app: client.name || client.clientId, plan: plan.name };
  return (
    <Frame kcContext={kcContext} i18n={i18n} title={sentence(words.consentTitle, values)}>
      <form className="narrow flow" id="kc-oauth" action={url.oauthAction} method="post">
        <h1>
          <Sentence text={words.consentTitle} values={values} />
        </h1>
        <p className="lead">
          <Sentence text={words.consentLead} values={values} />
        </p>
        <ul className="dots">
          {oauth.clientScopesRequested.map(({ consentScreenText, dynamicScopeParameter }) => (
            <li key={`${consentScreenText} ${dynamicScopeParameter ?? ""}`}>
              <bdi>{i18n.advancedMsgStr(consentScreenText)}</bdi>
              {dynamicScopeParameter && (
                <>
                  : <bdi>{dynamicScopeParameter}</bdi>
                </>
              )}
            </li>
          ))}
        </ul>
        <p className="inline">
          <ExternalLink address={client.attributes.policyUri} text={words.privacyPolicy} />
          <ExternalLink address={client.attributes.tosUri} text={words.terms} />
        </p>
        <input type="hidden" name="code" value={oauth.code} />
        <div className="pair">
          <button className="btn" type="submit" id="kc-login" name="accept" value="accept">
            <Icon name="yes" />
            {words.allow}
          </button>
          <button className="btn" type="submit" id="kc-cancel" name="cancel" value="cancel">
            <Icon name="no" />
            {words.deny}
          </button>
        </div>
      </form>
    </Frame>
  );
}
