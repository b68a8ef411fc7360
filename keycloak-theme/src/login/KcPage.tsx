/** Which component shows which page; what is not listed is Keycloak's own page in the plan's frame. */
import "./styles/index.css";
import DefaultPage from "keycloakify/login/DefaultPage";
import { lazy, Suspense } from "react";
import { PlanProvider } from "../plan/usePlan";
import { PageBroke } from "./frame/PageBroke";
import { useI18n } from "./i18n";
import type { KcContext } from "./KcContext";
import ChoosePerson from "./pages/ChoosePerson";
import ErrorPage from "./pages/ErrorPage";
import ExpiredPage from "./pages/ExpiredPage";
import InfoPage from "./pages/InfoPage";
import MemberAuthorization from "./pages/MemberAuthorization";
import NativeConsent from "./pages/NativeConsent";
import NoRecord from "./pages/NoRecord";
import SignIn from "./pages/SignIn";
import Template from "./Template";
import { WordsContext, wordsFor } from "./words";

const UserProfileFormFields = lazy(() => import("keycloakify/login/UserProfileFormFields"));

export default function KcPage({ kcContext }: { kcContext: KcContext }) {
  const { i18n } = useI18n({ kcContext });
  const stock = { i18n, Template, UserProfileFormFields, doUseDefaultCss: false, doMakeUserConfirmPassword: true };
  return (
    <WordsContext.Provider value={wordsFor(i18n.currentLanguage.languageTag)}>
      <PageBroke>
        <PlanProvider kcContext={kcContext}>
          <Suspense>
            {(() => {
              switch (kcContext.pageId) {
                case "login.ftl":
                  return <SignIn kcContext={kcContext} i18n={i18n} />;
                case "member-authorization.ftl":
                  return <MemberAuthorization kcContext={kcContext} i18n={i18n} />;
                case "choose-person.ftl":
                  return <ChoosePerson kcContext={kcContext} i18n={i18n} />;
                case "no-record.ftl":
                  return <NoRecord kcContext={kcContext} i18n={i18n} />;
                case "login-oauth-grant.ftl":
                  return <NativeConsent kcContext={kcContext} i18n={i18n} />;
                case "login-page-expired.ftl":
                  return <ExpiredPage kcContext={kcContext} i18n={i18n} />;
                case "error.ftl":
                  return <ErrorPage kcContext={kcContext} i18n={i18n} />;
                case "info.ftl":
                  return <InfoPage kcContext={kcContext} i18n={i18n} />;
                default:
                  return <DefaultPage kcContext={kcContext} {...stock} />;
              }
            })()}
          </Suspense>
        </PlanProvider>
      </PageBroke>
    </WordsContext.Provider>
  );
}
