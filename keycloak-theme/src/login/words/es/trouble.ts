import type { trouble as en } from "../en/trouble";

export const trouble: typeof en = {
  errorTitle: "Algo salió mal",
  errorCheck:
    "Para ver qué apps pueden recibir sus datos, vaya a “Apps conectadas” en su cuenta del plan. Si esto pasa otra vez, llámenos.",
  errorOffTitle: "Desactivamos esta app",
  connectedApps: "Ver sus apps conectadas",
  expiredTitle: "Esta página ya no sirve",
  expiredBody: "Quizá volvió una página atrás o siguió en otra pestaña. Lo último que oprimió no contó.",
  expiredGoOn: "Seguir donde estaba",
  expiredRestart: "Empezar otra vez",
  backToApp: "Volver a la app",
  goOn: "Seguir",
  noRecordTitle: "Su sesión no tiene datos de salud enlazados",
  noRecordBody: "No podemos conectar {app} ahora. No se comparte nada con esa app.",
  noRecordDo: "Llámenos al {phone} y tenga a mano su tarjeta del plan. Enlazaremos sus datos. Luego vaya a la app y empiece otra vez.",
  consentTitle: "¿Dejar que {app} use su cuenta?",
  consentLead: "{app} pide a {plan} ver esto de su cuenta:",
};
