import type { sensitive as en } from "../en/sensitive";

export const sensitive: typeof en = {
  detailsLegend: "2. Datos personales",
  detailsTick: "Compartir los datos personales",
  sensitiveLegend: "3. Temas sensibles",
  sensitiveLead: "Quedan en privado si usted no los marca. Marque un tema para compartirlo, dentro de los tipos de datos que comparte.",
  sensitiveCaution: "Tratamos de encontrar y quitar estos temas. Pero una carta o nota todavía puede mencionar alguno.",
  sensitiveNote: "Si eso le preocupa, desmarque también “Cartas y notas”.",
  neverShared: "Nunca se comparte",
  staysPrivate: "Queda en privado",
  closedTopic: "Solo {person} puede compartir este tema. Es una regla general. No quiere decir que haya datos así.",
};
