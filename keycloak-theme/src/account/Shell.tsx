/** What stands around the views: skip link, the plan, languages, the other pages of the account, signing out, footer. */
import type { ReactNode } from "react";
import { Footer } from "../login/frame/Footer";
import { Mark } from "../login/frame/Mark";
import { useWords } from "../login/words";
import { usePlan } from "../plan/usePlan";
import type { Environment } from "./environment";
import { ACCOUNT_WORDS, useAccountWords } from "./words";

interface Props {
  environment: Environment;
  signOut?: (() => void) | undefined;
  children: ReactNode;
}

const NAMES: Readonly<Record<string, string>> = { en: "English", es: "Español" };

export function Shell({ environment: { accountUrl, locales }, signOut, children }: Props) {
  const words = useWords();
  const own = useAccountWords();
  const plan = usePlan();
  const others = locales.filter((tag) => tag !== words.language && Object.hasOwn(ACCOUNT_WORDS, tag));
  return (
    <div className="page">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="masthead">
        <div className="wrap">
          <span className="mark">
            <Mark />
            <span>{plan.name}</span>
          </span>
          {others.length > 0 && (
            <nav className="langs" aria-label={words.languages}>
              {others.map((tag) => (
                <a key={tag} href={`?lang=${tag}`} lang={tag} hrefLang={tag}>
                  {NAMES[tag] ?? tag}
                </a>
              ))}
            </nav>
          )}
        </div>
      </header>
      <div className="wrap">
        <nav className="account" aria-label={own.account}>
          <ul>
            <li>
              <a href={`${accountUrl}applications`} aria-current="page">
                {own.navApps}
              </a>
            </li>
            <li>
              <a href={`${accountUrl}account-security/signing-in`}>{own.navSecurity}</a>
            </li>
            <li>
              <a href={`${accountUrl}account-security/device-activity`}>{own.navDevices}</a>
            </li>
            <li>
              <a href={accountUrl}>{own.navDetails}</a>
            </li>
            {signOut && (
              <li>
                <button className="text-btn" type="button" id="sign-out" onClick={signOut}>
                  {own.signOut}
                </button>
              </li>
            )}
          </ul>
        </nav>
      </div>
      <main id="main" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      <Footer />
    </div>
  );
}
