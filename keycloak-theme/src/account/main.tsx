/** Starts the page of connected apps: signs the member in, then shows what is connected. */
import "./account.css";
import { createRoot } from "react-dom/client";
import { WORDS, wordsFor } from "../login/words";
import { planOf } from "../plan/plan";
import { ConnectedApps } from "./ConnectedApps";
import { connectionsAt } from "./connections";
import { type Environment, readEnvironment } from "./environment";
import { Notice } from "./Notice";
import { Page, planContext } from "./Page";
import { openSession, type Session } from "./session";
import { accountWordsFor } from "./words";

const NO_POLICY = { categories: [], resourceTypes: [] };

/** What the address asks for, else what Keycloak found out; always one that the page has words for. */
function languageOf({ locale }: Environment): string {
  const wanted = new URLSearchParams(location.search).get("lang") ?? locale.split("-")[0] ?? "";
  return Object.hasOwn(WORDS, wanted) ? wanted : "en";
}

async function start(environment: Environment, root: HTMLElement): Promise<void> {
  const language = languageOf(environment);
  document.documentElement.lang = language;
  const own = accountWordsFor(language);
  const react = createRoot(root);
  let session: Session;
  try {
    session = await openSession(environment, language);
  } catch {
    react.render(
      <Page environment={environment} language={language}>
        <div className="narrow flow">
          <h1>{own.title}</h1>
          <Notice kind="problem" title={own.problemTitle}>
            <p>{own.noSignIn}</p>
            <p>
              <a className="btn small" href={`${environment.accountUrl}applications`}>
                {own.tryAgain}
              </a>
            </p>
          </Notice>
        </div>
      </Page>,
    );
    return;
  }
  react.render(
    <Page environment={environment} language={language} signOut={session.signOut}>
      <ConnectedApps
        connections={connectionsAt(environment.apiUrl, session.token)}
        language={{ words: wordsFor(language), own, policy: environment.policy ?? NO_POLICY }}
        plan={planOf(planContext(environment)).name}
        signIn={session.signIn}
      />
    </Page>,
  );
}

const root = document.getElementById("root");
const environment = readEnvironment(document);
if (root && environment) void start(environment, root);
