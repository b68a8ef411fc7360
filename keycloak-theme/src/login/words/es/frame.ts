import type { frame as en } from "../en/frame";

export const frame: typeof en = {
  language: "es",
  languages: "Idioma",
  skip: "Ir al contenido principal",
  help: "¿Preguntas? Llámenos al {phone} (TTY 711). La llamada es gratis.",
  privacyNotice: "Nuestro aviso de privacidad",
  languageHelp: "Ayuda gratis en su idioma",
  opensTab: "(se abre en otra pestaña)",
  errorPrefix: "Error:",
  required: "Necesario",
  restart: "¿No es usted? Entre con otra cuenta",
};
