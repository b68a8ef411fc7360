/** Keycloak's other pages (password reset, one-time code, sign-out …) in the plan's frame. */
import { kcSanitize } from "keycloakify/lib/kcSanitize";
import type { TemplateProps } from "keycloakify/login/TemplateProps";
import { usePlan } from "../plan/usePlan";
import { Frame } from "./frame/Frame";
import { StockMarkup } from "./frame/StockMarkup";
import type { I18n } from "./i18n";
import type { KcContext } from "./KcContext";
import { useWords } from "./words";

export default function Template(props: TemplateProps<KcContext, I18n>) {
  const { kcContext, i18n, headerNode, documentTitle, children } = props;
  const { displayInfo = false, displayMessage = true, displayRequiredFields = false, infoNode = null, socialProvidersNode = null } = props;
  const { auth, url, message, isAppInitiatedAction } = kcContext;
  const words = useWords();
  const plan = usePlan();

  const attempted = auth?.showUsername && !auth.showResetCredentials ? auth.attemptedUsername : undefined;
  const shown = displayMessage && message && (message.type !== "warning" || !isAppInitiatedAction) ? message : undefined;
  return (
    <Frame kcContext={kcContext} i18n={i18n} title={documentTitle ?? (typeof headerNode === "string" ? headerNode : plan.name)}>
      <StockMarkup className="narrow flow stock">
        <h1 id="kc-page-title">{headerNode ?? plan.name}</h1>
        {attempted && (
          <p id="kc-username">
            <bdi id="kc-attempted-username">{attempted}</bdi>{" "}
            <a id="reset-login" href={url.loginRestartFlowUrl}>
              {words.restart}
            </a>
          </p>
        )}
        {displayRequiredFields && (
          <p className="soft small">
            <span className="required">*</span> {words.required}
          </p>
        )}
        {shown && (
          <div className={shown.type === "error" ? "notice error" : "notice"} role={shown.type === "error" ? "alert" : "status"}>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: Keycloak's own messages hold markup; sanitised */}
            <p dangerouslySetInnerHTML={{ __html: kcSanitize(shown.summary) }} />
          </div>
        )}
        <div className="panel flow">
          {children}
          {auth?.showTryAnotherWayLink && (
            <form id="kc-select-try-another-way-form" action={url.loginAction} method="post">
              <input type="hidden" name="tryAnotherWay" value="on" />
              <button className="text-btn" type="submit" id="try-another-way">
                {i18n.msgStr("doTryAnotherWay")}
              </button>
            </form>
          )}
          {socialProvidersNode}
          {displayInfo && <div id="kc-info">{infoNode}</div>}
        </div>
      </StockMarkup>
    </Frame>
  );
}
