/** The plan whose pages these are. A plan's branding is this file, `frame/Mark.tsx` and the first block of `styles/tokens.css`. */
import type { KcContext } from "./KcContext";

export const PLAN = {
  name: "Evergreen Health Plan",
  phone: "1-800-555-0134",
  /** Pages of the plan itself; "" leaves the link out. */
  privacyUrl: "",
  languageHelpUrl: "",
} as const;

/** The realm's display name where an admin has set one (Keycloak answers with the realm's name where not), else the plan's. */
export function planName({ displayName, name }: KcContext["realm"]): string {
  return displayName && displayName !== name ? displayName : PLAN.name;
}
