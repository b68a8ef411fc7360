/** The script and style of the page of connected apps; `vite.config.ts` puts them into the jar beside Keycloak's account console. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export const ACCOUNT_BUILD = "dist_account";

export default defineConfig({
  plugins: [react()],
  base: "./",
  publicDir: false,
  build: {
    outDir: ACCOUNT_BUILD,
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    rollupOptions: { input: "src/account/main.tsx" },
  },
});
