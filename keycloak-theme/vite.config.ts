import react from "@vitejs/plugin-react";
import { keycloakify } from "keycloakify/vite-plugin";
import { defineConfig } from "vite";

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
      accountThemeImplementation: "none",
      groupId: "org.memberexchange",
      artifactId: "health-plan-theme",
      themeVersion: "0.1.0",
      kcContextExclusionsFtl: KNOWN_CLIENT_ATTRIBUTES_ONLY,
      keycloakVersionTargets: {
        "22-to-25": false,
        "all-other-versions": "health-plan-theme.jar",
      },
    }),
  ],
});
