import react from "@vitejs/plugin-react";
import { keycloakify } from "keycloakify/vite-plugin";
import { defineConfig } from "vite";
import { addAccountTheme } from "./build/account-theme.ts";
import { PLAN_SETTINGS } from "./src/plan/settings.ts";
import { ACCOUNT_BUILD } from "./vite.account.config.ts";

/** Keys of client attributes are written to the page unescaped, and anyone who may register an app may choose them. */
const KNOWN_CLIENT_ATTRIBUTES_ONLY = `
<#if areSamePath(path, ["client", "attributes"]) && !["logoUri", "policyUri", "tosUri"]?seq_contains(key)>
  <#continue>
</#if>`;

export default defineConfig({
  plugins: [
    react(),
    keycloakify({
      themeName: "health-plan",
      // the account theme is Keycloak's own with one page of ours (decision 0020), laid in after Keycloakify's part
      accountThemeImplementation: "none",
      postBuild: async ({ projectDirPath, themeNames: [themeName = ""] }) =>
        addAccountTheme(projectDirPath, ACCOUNT_BUILD, themeName, PLAN_SETTINGS),
      groupId: "org.memberexchange",
      artifactId: "health-plan-theme",
      themeVersion: "0.1.0",
      environmentVariables: Object.entries(PLAN_SETTINGS).map(([name, value]) => ({ name, default: value })),
      kcContextExclusionsFtl: KNOWN_CLIENT_ATTRIBUTES_ONLY,
      keycloakVersionTargets: {
        "22-to-25": false,
        "all-other-versions": "health-plan-theme.jar",
      },
    }),
  ],
});
