/**
 * Messages that Keycloak itself says, in the plan's words: what happened, then what to do. They are literals because the build copies
 * them to the server's bundles. A message is said wherever Keycloak uses it, so none claims that nothing is shared: an answer before
 * it, or another tab, may have shared something.
 */
import { i18nBuilder } from "keycloakify/login";
import type { ThemeName } from "../kc.gen";

const { useI18n, ofTypeI18n } = i18nBuilder
  .withThemeName<ThemeName>()
  .withCustomTranslations({
    en: {
      // sign-in
      invalidUserMessage: "Check your email or member ID and your password. Then try again.",
      accountTemporarilyDisabledMessage: "Check your email or member ID and your password. Then try again.",
      accountPermanentlyDisabledMessage: "This account is locked. Please call us.",
      accountDisabledMessage: "This account is closed. Please call us.",
      loginTimeout: "This page was open too long, so your last answer did not count. Please sign in again.",
      expiredActionMessage: "What you pressed last did not count. Please go on here.",

      // the page is too old, or belongs to another tab or person
      memberAuthorizationAlreadyAnswered: "You have already answered. Your first answer counts. Go back to the app to see it.",
      expiredCodeMessage: "This page was open too long, so your last answer did not count. Go back to the app and start again.",
      invalidCodeMessage: "This page is out of date, so your last answer did not count. Go back to the app and start again.",
      staleCodeMessage: "This page is out of date, so your last answer did not count. Go back to the app and start again.",
      cookieNotFoundMessage:
        "This page was open too long, or your browser keeps no cookies. Your last answer did not count. Allow cookies, go back to the app and start again.",
      sessionNotActiveMessage: "You are not signed in any more. Go back to the app and start again.",
      alreadyLoggedIn: "You are signed in already. Maybe you went on in another tab. Go on there, or go back to the app and start again.",
      differentUserAuthenticated:
        "Someone else is signed in with this browser. Sign out there, or use another browser. Then go back to the app and start again.",
      expiredActionTokenNoSessionMessage: "This link is too old, or it was used before. Ask for a new one.",
      expiredActionTokenSessionExistsMessage: "This link is too old. Please start again.",

      // the app
      clientNotFoundMessage: "We do not know the app that sent you here, so we did not connect it. Tell the people who make the app.",
      unknownLoginRequesterMessage:
        "We do not know the app that sent you here, so we did not connect it. Tell the people who make the app.",
      clientDisabledMessage: "We switched off the app that sent you here, so we did not connect it. Call us if you want to know why.",
      loginRequesterNotEnabledMessage:
        "We switched off the app that sent you here, so we did not connect it. Call us if you want to know why.",
      invalidRedirectUriMessage: "The app asked us in a way that is not right, so we did not connect it. Tell the people who make the app.",
      invalidParameterMessage: "The app asked us in a way that is not right, so we did not connect it. Tell the people who make the app.",
      missingParameterMessage: "The app asked us in a way that is not right, so we did not connect it. Tell the people who make the app.",
      standardFlowDisabledMessage:
        "The app asked us in a way that is not right, so we did not connect it. Tell the people who make the app.",
      implicitFlowDisabledMessage:
        "The app asked us in a way that is not right, so we did not connect it. Tell the people who make the app.",
      bearerOnlyMessage: "The app asked us in a way that is not right, so we did not connect it. Tell the people who make the app.",
      invalidRequestMessage: "We could not read what your browser or the app sent us. Go back to the app and start again.",
      invalidRequesterMessage: "We could not read what your browser or the app sent us. Go back to the app and start again.",

      // the plan
      internalServerError: "Something went wrong on our side. Your last answer may not have counted. Go back to the app and try again.",
      unexpectedErrorHandlingRequestMessage:
        "Something went wrong on our side. Your last answer may not have counted. Go back to the app and try again.",
      realmNotEnabledMessage: "You can’t sign in here right now. Please try again later.",
      pageNotFound: "We do not have this page. Go back to the app and start again.",

      // signing out
      logoutConfirmTitle: "Sign out",
      logoutConfirmHeader: "Do you want to sign out?",
      successLogout: "You are signed out.",
      failedLogout: "We could not sign you out. Close all windows of this browser.",
      doClickHere: "press here",
    },
    es: {
      invalidUserMessage: "Revise su correo o número y su contraseña. Luego intente otra vez.",
      accountTemporarilyDisabledMessage: "Revise su correo o número y su contraseña. Luego intente otra vez.",
      accountPermanentlyDisabledMessage: "Esta cuenta está bloqueada. Llámenos, por favor.",
      accountDisabledMessage: "Esta cuenta está cerrada. Llámenos, por favor.",
      loginTimeout: "Esta página estuvo abierta mucho tiempo y su última respuesta no contó. Entre otra vez, por favor.",
      expiredActionMessage: "Lo último que pulsó no contó. Siga aquí, por favor.",

      memberAuthorizationAlreadyAnswered: "Usted ya contestó. Cuenta su primera respuesta. Vuelva a la app para verla.",
      expiredCodeMessage: "Esta página estuvo abierta mucho tiempo y su última respuesta no contó. Vuelva a la app y empiece otra vez.",
      invalidCodeMessage: "Esta página ya no sirve y su última respuesta no contó. Vuelva a la app y empiece otra vez.",
      staleCodeMessage: "Esta página ya no sirve y su última respuesta no contó. Vuelva a la app y empiece otra vez.",
      cookieNotFoundMessage:
        "Esta página estuvo abierta mucho tiempo o su navegador no guarda cookies. Su última respuesta no contó. Permita las cookies, vuelva a la app y empiece otra vez.",
      sessionNotActiveMessage: "Su sesión ya terminó. Vuelva a la app y empiece otra vez.",
      alreadyLoggedIn: "Usted ya entró. Quizá siguió en otra pestaña. Siga allí, o vuelva a la app y empiece otra vez.",
      differentUserAuthenticated:
        "Otra persona entró con este navegador. Cierre esa sesión o use otro navegador. Luego vuelva a la app y empiece otra vez.",
      expiredActionTokenNoSessionMessage: "Este enlace es muy viejo o ya se usó. Pida uno nuevo.",
      expiredActionTokenSessionExistsMessage: "Este enlace es muy viejo. Empiece otra vez, por favor.",

      clientNotFoundMessage: "No conocemos la app que le trajo aquí y no la conectamos. Avise a quienes hacen la app.",
      unknownLoginRequesterMessage: "No conocemos la app que le trajo aquí y no la conectamos. Avise a quienes hacen la app.",
      clientDisabledMessage: "Cerramos el paso a la app que le trajo aquí y no la conectamos. Llámenos si quiere saber por qué.",
      loginRequesterNotEnabledMessage: "Cerramos el paso a la app que le trajo aquí y no la conectamos. Llámenos si quiere saber por qué.",
      invalidRedirectUriMessage: "La app nos pidió esto de un modo incorrecto y no la conectamos. Avise a quienes hacen la app.",
      invalidParameterMessage: "La app nos pidió esto de un modo incorrecto y no la conectamos. Avise a quienes hacen la app.",
      missingParameterMessage: "La app nos pidió esto de un modo incorrecto y no la conectamos. Avise a quienes hacen la app.",
      standardFlowDisabledMessage: "La app nos pidió esto de un modo incorrecto y no la conectamos. Avise a quienes hacen la app.",
      implicitFlowDisabledMessage: "La app nos pidió esto de un modo incorrecto y no la conectamos. Avise a quienes hacen la app.",
      bearerOnlyMessage: "La app nos pidió esto de un modo incorrecto y no la conectamos. Avise a quienes hacen la app.",
      invalidRequestMessage: "No pudimos leer lo que enviaron su navegador o la app. Vuelva a la app y empiece otra vez.",
      invalidRequesterMessage: "No pudimos leer lo que enviaron su navegador o la app. Vuelva a la app y empiece otra vez.",

      internalServerError: "Algo salió mal de nuestro lado. Quizá su última respuesta no contó. Vuelva a la app e intente otra vez.",
      unexpectedErrorHandlingRequestMessage:
        "Algo salió mal de nuestro lado. Quizá su última respuesta no contó. Vuelva a la app e intente otra vez.",
      realmNotEnabledMessage: "Ahora no puede entrar aquí. Intente más tarde, por favor.",
      pageNotFound: "No tenemos esta página. Vuelva a la app y empiece otra vez.",

      logoutConfirmTitle: "Cerrar la sesión",
      logoutConfirmHeader: "¿Quiere cerrar la sesión?",
      successLogout: "Cerró su sesión.",
      failedLogout: "No pudimos cerrar su sesión. Cierre todas las ventanas de este navegador.",
      doClickHere: "pulse aquí",
    },
  })
  .build();

export type I18n = typeof ofTypeI18n;
export { useI18n };
