/**
 * The plan whose pages these are. Each setting is a variable of Keycloak's environment; what stands here counts where it is not set.
 * `PLAN_NAME` is also the facade's name for the plan.
 */
export const PLAN_SETTINGS = {
  /** The realm's display name wins. */
  PLAN_NAME: "Evergreen Health Plan",
  PLAN_PHONE: "1-800-555-0134",
  /** One colour, as `#rrggbb`; every shade is made from it, dark pages included. "" keeps those of `login/styles/tokens.css`. */
  PLAN_COLOR: "",
  /** The picture itself as a `data:image/…;base64,…` address, so that no page asks another server for it. "" keeps `login/frame/Mark.tsx`. */
  PLAN_LOGO: "",
  /** Pages of the plan itself; "" leaves the link out. */
  PLAN_PRIVACY_URL: "",
  PLAN_LANGUAGE_HELP_URL: "",
} as const;

export type PlanSetting = keyof typeof PLAN_SETTINGS;
