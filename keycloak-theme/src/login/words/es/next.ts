import type { next as en } from "../en/next";

export const next: typeof en = {
  nextTitle: "Qué pasa después",
  nextCopy: "Guarda una copia.",
  nextCopyBody: {
    developer:
      "A esa copia se aplican las reglas de la app. La ley de privacidad de salud (HIPAA) casi siempre no la cubre. La app quizá pueda usar o vender sus datos.",
    "health-plan":
      "Ese plan debe cumplir la ley de privacidad de salud (HIPAA). La ley le deja usar y compartir sus datos para la atención y los pagos.",
    "covered-entity":
      "Ese lugar debe cumplir la ley de privacidad de salud (HIPAA). La ley le deja usar y compartir sus datos para la atención y los pagos.",
  },
  nextStop: "Puede parar cuando quiera.",
  nextStopBody: "Vaya a “Apps conectadas” en su cuenta del plan y deténgala. Ya no recibirá datos nuevos. Puede guardar lo que ya tiene.",
  nextNo: "Puede decir que no.",
  nextNoBody: "Su cobertura, su atención y sus costos no cambian.",
  nextComplain: "Puede quejarse.",
  nextComplainFtc: "Si la app usa mal sus datos, díganos o avise a la Comisión Federal de Comercio (FTC).",
  nextComplainOcr: "Si usan mal sus datos, díganos o avise a la Oficina de Derechos Civiles (OCR).",
  complainFtc: "Avisar a la FTC",
  complainOcr: "Avisar a la OCR",
};
