/** Messages that Keycloak itself says, in the plan's words. They are literals because the build copies them to the server's bundles. */
import { i18nBuilder } from "keycloakify/login";
import type { ThemeName } from "../kc.gen";

const { useI18n, ofTypeI18n } = i18nBuilder
  .withThemeName<ThemeName>()
  .withCustomTranslations({
    en: {
      invalidUserMessage: "Check your email or member ID and your password. Then try again.",
      accountTemporarilyDisabledMessage: "Check your email or member ID and your password. Then try again.",
      expiredCodeMessage: "You took too long to sign in. Please sign in again.",
      pageExpiredTitle: "This page has timed out",
      pageExpiredMsg1: "To start again,",
      pageExpiredMsg2: "To go on where you were,",
      doClickHere: "press here",
    },
    es: {
      invalidUserMessage: "Revise su correo o número y su contraseña. Luego intente otra vez.",
      accountTemporarilyDisabledMessage: "Revise su correo o número y su contraseña. Luego intente otra vez.",
      expiredCodeMessage: "Pasó mucho tiempo. Entre otra vez.",
      pageExpiredTitle: "Esta página ya no sirve",
      pageExpiredMsg1: "Para empezar otra vez,",
      pageExpiredMsg2: "Para seguir donde estaba,",
      doClickHere: "pulse aquí",
    },
  })
  .build();

export type I18n = typeof ofTypeI18n;
export { useI18n };
