import type { trouble as en } from "../en/trouble";

export const trouble: typeof en = {
  errorTitle: "Algo salió mal",
  errorCheck: "Para ver qué apps pueden recibir sus datos, vaya a “Aplicaciones” en su cuenta del plan. Si esto pasa otra vez, llámenos.",
  expiredTitle: "Esta página ya no sirve",
  expiredBody: "Quizá volvió una página atrás o siguió en otra pestaña. Lo último que pulsó no contó.",
  expiredGoOn: "Seguir donde estaba",
  expiredRestart: "Empezar otra vez",
  backToApp: "Volver a la app",
  goOn: "Seguir",
};
