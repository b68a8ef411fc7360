/** The plan as a page shows it: the settings that Keycloak's environment gave, checked. */
import { webAddress } from "../login/ui/webAddress";
import { PLAN_SETTINGS, type PlanSetting } from "./settings";

export interface Plan {
  readonly name: string;
  readonly phone: string;
  /** A picture in a `data:` address, or "". */
  readonly logo: string;
  /** `#rrggbb`, or "". */
  readonly color: string;
  /** A web address, or "". */
  readonly privacyUrl: string;
  readonly languageHelpUrl: string;
}

/** What Keycloak gives every page. */
export interface PlanContext {
  readonly realm: { readonly name: string; readonly displayName?: string };
  readonly properties: Readonly<Record<string, string | undefined>>;
}

const PICTURE = /^data:image\/(png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/]+=*$/;
const COLOR = /^#[0-9a-f]{6}$/i;

/** A setting that is not what it should be counts as not set, and the browser's console says so. */
export function planOf({ realm, properties }: PlanContext): Plan {
  const checked = (setting: PlanSetting, isGood: (value: string) => boolean): string => {
    const value = properties[setting]?.trim() || PLAN_SETTINGS[setting];
    if (value === "" || isGood(value)) return value;
    console.warn(`${setting} is left out: keycloak-theme/README.md says what it can be.`);
    return PLAN_SETTINGS[setting];
  };
  const address = (value: string) => webAddress(value) !== undefined;
  // Keycloak answers with the realm's name where an admin has set no display name
  const displayName = realm.displayName && realm.displayName !== realm.name ? realm.displayName : "";
  return {
    name: displayName || checked("PLAN_NAME", () => true),
    phone: checked("PLAN_PHONE", (value) => /\d/.test(value)),
    logo: checked("PLAN_LOGO", (value) => PICTURE.test(value)),
    color: checked("PLAN_COLOR", (value) => COLOR.test(value)),
    privacyUrl: checked("PLAN_PRIVACY_URL", address),
    languageHelpUrl: checked("PLAN_LANGUAGE_HELP_URL", address),
  };
}
