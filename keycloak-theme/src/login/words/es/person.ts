import type { person as en } from "../en/person";

export const person: typeof en = {
  relationships: {
    self: "son sus propios datos",
    parent: "usted es su padre o madre",
    guardian: "usted es su tutor legal",
    child: "usted es su hijo o hija mayor de edad",
    spouse: "usted es su esposo o esposa",
    caregiver: "usted es quien cuida a esta persona",
    "power-of-attorney": "usted tiene un poder legal",
    "personal-representative": "usted actúa por ley en su nombre",
  },
  relationshipOther: "usted actúa por esta persona",
  pickTitle: "¿De quién son los datos?",
  pickLead:
    "{app} pide datos de salud. Usted puede decidir por más de una persona. Elija una. En la página que sigue, usted elige qué compartir.",
  pickLegend: "Elija una persona",
  pickConnected: "{app} ya está conectada para esta persona.",
  pickMissing: "¿Falta alguien? Llámenos para agregar a una persona por la que usted actúa.",
  pickContinue: "Seguir",
  pickDeny: "No compartir",
  pickNote: "Si usted no comparte, regresa a {app} y nada cambia.",
  pickProblem: "No pudimos leer su respuesta y no contó. Elija una persona y oprima Seguir.",
  pickProblemLink: "Ir a la lista de personas",
};
