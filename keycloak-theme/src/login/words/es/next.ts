import type { next as en } from "../en/next";

export const next: typeof en = {
  nextTitle: "Qué pasa después",
  nextCopy: "{app} se queda con una copia.",
  nextCopyBody: {
    developer:
      "La ley federal de privacidad médica (HIPAA) por lo general no protege esa copia. Valen las reglas de la app. La app quizá pueda usar o vender sus datos.",
    "health-plan":
      "Ese plan debe cumplir la ley federal de privacidad médica (HIPAA). La ley le deja usar y compartir sus datos para la atención y los pagos.",
    "covered-entity":
      "Ese lugar debe cumplir la ley federal de privacidad médica (HIPAA). La ley le deja usar y compartir sus datos para la atención y los pagos.",
  },
  nextStop: "Usted puede dejar de compartir cuando quiera.",
  nextStopBody:
    "Vaya a “Apps conectadas” en su cuenta del plan y deje de compartir allí. La app ya no recibirá datos nuevos. La app puede quedarse con lo que ya recibió. Pídale que lo borre.",
  nextNo: "Usted puede decir que no.",
  nextNoBody: "Su cobertura, su atención y sus costos no cambian.",
  nextComplain: "Usted puede quejarse.",
  nextComplainFtc: "Si la app usa mal sus datos, llámenos al {phone} o avise a la Comisión Federal de Comercio (FTC).",
  nextComplainOcr: "Si alguien usa mal sus datos, llámenos al {phone} o avise a la Oficina de Derechos Civiles (OCR).",
  complainFtc: "Avisar a la FTC",
  complainOcr: "Avisar a la OCR",
};
