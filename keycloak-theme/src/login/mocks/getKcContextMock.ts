/** What Keycloak would give a page, for development without Keycloak and for tests. */
import { createGetKcContextMock } from "keycloakify/login/KcContext";
import { kcEnvDefaults, themeNames } from "../../kc.gen";
import { PLAN_SETTINGS } from "../../plan/settings";
import type { KcContextExtension, KcContextExtensionPerPage } from "../KcContext";
import { APPS, authorizationOf, PEOPLE } from "./authorization";

const kcContextExtension: KcContextExtension = {
  themeName: themeNames[0] ?? "health-plan",
  properties: { ...kcEnvDefaults },
  client: { baseUrl: "https://app.example/" },
};
const kcContextExtensionPerPage: KcContextExtensionPerPage = {
  "member-authorization.ftl": { authorization: authorizationOf("developer") },
  "choose-person.ftl": { authorization: { client: APPS.developer, people: PEOPLE, problem: "" } },
  "no-record.ftl": { authorization: { client: APPS.developer } },
};

export const { getKcContextMock } = createGetKcContextMock({
  kcContextExtension,
  kcContextExtensionPerPage,
  overrides: {
    realm: { name: "health-plan", displayName: PLAN_SETTINGS.PLAN_NAME },
    client: { clientId: "willow-diary", name: "Willow Diary" },
    url: { loginRestartFlowUrl: "/realms/health-plan/login-actions/restart" },
    locale: {
      supported: [
        { languageTag: "en", label: "English", url: "?lang=en" },
        { languageTag: "es", label: "Español", url: "?lang=es" },
      ],
    },
  },
  overridesPerPage: {},
});
