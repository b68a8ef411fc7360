import type { sensitive as en } from "../en/sensitive";

export const sensitive: typeof en = {
  categories: {
    PSY: {
      name: "Salud mental y de conducta",
      body: "Por ejemplo, depresión, pánico o problemas al comer. También la terapia y sus medicinas.",
    },
    SUD: {
      name: "Uso de alcohol y drogas",
      body: "Atención, pruebas y medicinas por el uso de alcohol o drogas. Una ley especial protege estos datos.",
    },
    HIV: { name: "VIH", body: "Pruebas del VIH, atención y medicinas para tratarlo o evitarlo." },
    STD: { name: "Infecciones de transmisión sexual", body: "Pruebas y atención por infecciones que se pasan por el sexo." },
    SEX: {
      name: "Salud sexual y reproductiva",
      body: "Control natal, embarazo, y la pérdida o el fin de uno. También fertilidad, salud sexual y de género.",
    },
    SDV: {
      name: "Violencia y abuso",
      body: "Atención por daño en el hogar, ataque sexual o abuso. No lo comparta si alguien podría ver su app y hacerle daño.",
    },
    GDIS: {
      name: "Información genética",
      body: "Pruebas de genes y males que vienen de familia. También puede decir algo de sus parientes.",
    },
    COGN: {
      name: "Desarrollo y memoria",
      body: "Por ejemplo, autismo o problemas para aprender. También daño en el cerebro o pérdida de memoria.",
    },
    PSYTHPN: {
      name: "Notas de psicoterapia",
      body: "Las notas propias de un terapeuta de lo que usted dijo nunca se comparten, elija lo que elija.",
    },
    DEMO: {
      name: "Datos personales",
      body: "Su nombre, fecha de nacimiento, sexo, idioma, dirección, teléfono y correo. Sin ellos, la app quizá no sepa que los datos son suyos.",
    },
  },
  detailsLegend: "2. Sus datos personales",
  detailsTick: "Compartir mis datos personales",
  sensitiveLegend: "3. Temas sensibles",
  sensitiveLead: "Quedan en privado si no los marca. Una marca comparte todo lo que haya de ese tema en los datos que usted comparte.",
  sensitiveNote:
    "Buscamos estos temas lo mejor que podemos. Quizá no veamos algún detalle en una carta o nota. Si le preocupa, quite también “Cartas y notas”.",
  neverShared: "Nunca se comparte",
};
