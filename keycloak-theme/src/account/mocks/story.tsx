/**
 * The page without Keycloak, in development and in the gallery: `/?page=connected-apps&lang=es&state=empty|by-others|hostile|failed|signed-out|conflict`, and
 * `view=change|stop` for the first connection.
 */
import "../account.css";
import { wordsFor } from "../../login/words";
import { planOf } from "../../plan/plan";
import { PLAN_SETTINGS } from "../../plan/settings";
import { ConnectedApps } from "../ConnectedApps";
import type { Connections, Trouble } from "../connections";
import { Page, planContext } from "../Page";
import { accountWordsFor } from "../words";
import { BY_OTHERS, ENVIRONMENT, HOSTILE, pretend, SOME } from "./connections";

type Troubles = Partial<Record<keyof Connections, Trouble[]>>;
const LISTS: Readonly<Record<string, typeof SOME>> = {
  empty: [],
  hostile: HOSTILE,
  "open-end": SOME.slice(1),
  other: SOME.slice(2),
  "by-others": [...BY_OTHERS, ...SOME.slice(0, 1)],
};
const TROUBLES: Readonly<Record<string, Troubles>> = {
  failed: { list: ["no-answer"] },
  "signed-out": { list: ["signed-out"] },
  conflict: { change: ["changed-meanwhile"] },
};

export function connectedAppsStory(query: URLSearchParams) {
  const language = query.get("lang") === "es" ? "es" : "en";
  const state = query.get("state") ?? "";
  const list = LISTS[state] ?? SOME;
  const settings = Object.keys(PLAN_SETTINGS).flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? ""]] : []));
  const environment = { ...ENVIRONMENT, properties: Object.fromEntries(settings) as Record<string, string> };
  document.documentElement.lang = language;
  if (query.has("view")) history.replaceState(null, "", `#${query.get("view")}/${list[0]?.id}`);
  return (
    <Page environment={environment} language={language} signOut={() => {}}>
      <ConnectedApps
        connections={pretend(list, TROUBLES[state]).connections}
        language={{
          words: wordsFor(language),
          own: accountWordsFor(language),
          policy: ENVIRONMENT.policy ?? { categories: [], resourceTypes: [] },
        }}
        plan={planOf(planContext(environment)).name}
        signIn={() => {}}
      />
    </Page>
  );
}
