import type { sensitive as en } from "../en/sensitive";

export const sensitive: typeof en = {
  detailsLegend: "2. Sus datos personales",
  detailsTick: "Compartir mis datos personales",
  sensitiveLegend: "3. Temas sensibles",
  sensitiveLead: "Quedan en privado si no los marca. Una marca comparte todo lo que haya de ese tema en los datos que usted comparte.",
  sensitiveNote:
    "Buscamos estos temas lo mejor que podemos. Quizá no veamos algún detalle en una carta o nota. Si le preocupa, quite también “Cartas y notas”.",
  neverShared: "Nunca se comparte",
  staysPrivate: "Queda en privado",
  closedTopic: "Solo {person} puede compartir esto.",
};
