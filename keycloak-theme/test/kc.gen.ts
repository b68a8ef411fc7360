// the generated file reads import.meta.env, which CommonJS does not have
export const themeNames = ["health-plan"] as const;
export { PLAN_SETTINGS as kcEnvDefaults } from "../src/plan/settings";
