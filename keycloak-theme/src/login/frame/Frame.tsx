/** What stands around every page: skip link, banner, main, footer, the document's title, and Keycloak's own page scripts. */
import { useInitialize } from "keycloakify/login/Template.useInitialize";
import { type ReactNode, useEffect } from "react";
import { usePlan } from "../../plan/usePlan";
import type { I18n } from "../i18n";
import type { KcContext } from "../KcContext";
import { useWords } from "../words";
import { Banner } from "./Banner";
import { Footer } from "./Footer";
import { Landscape } from "./Landscape";

interface Props {
  kcContext: KcContext;
  i18n: I18n;
  /** Plain text before the plan's name. */
  title: string;
  landscape?: boolean;
  children: ReactNode;
}

export function Frame({ kcContext, i18n, title, landscape = false, children }: Props) {
  const words = useWords();
  const { name: plan } = usePlan();
  const { isReadyToRender } = useInitialize({ kcContext, doUseDefaultCss: false });

  useEffect(() => {
    document.title = title.includes(plan) ? title : `${title} – ${plan}`;
    document.documentElement.lang = words.language;
  }, [title, plan, words]);

  if (!isReadyToRender) return null;
  return (
    <div className="page">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <Banner plan={plan} i18n={i18n} />
      <main id="main" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      {landscape && <Landscape />}
      <Footer />
    </div>
  );
}
