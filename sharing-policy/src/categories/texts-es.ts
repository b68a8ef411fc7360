/** What the standard categories are called and cover, in plain Spanish. */
import type { CategoryText } from "./category.ts";
import type { en } from "./texts-en.ts";

export const es: Readonly<Record<keyof typeof en, CategoryText>> = {
  PSY: {
    name: "Salud mental y de conducta",
    covers: "Por ejemplo, depresión, pánico o problemas al comer. También la terapia y sus medicinas.",
    sharing: "Si lo comparte, la app puede ver que recibió esta atención, y por qué.",
  },
  SUD: {
    name: "Uso de alcohol y drogas",
    covers: "Atención, pruebas y medicinas por el uso de alcohol o drogas.",
    sharing: "Una ley especial protege estos datos. Solo puede compartirlos hasta una fecha fija.",
  },
  HIV: {
    name: "VIH",
    covers: "Pruebas del VIH, atención y medicinas para tratarlo o evitarlo.",
    sharing: "Si lo comparte, la app puede ver que se hizo una prueba, y qué dijo.",
  },
  STD: {
    name: "Infecciones de transmisión sexual",
    covers: "Pruebas y atención por infecciones que se pasan por el sexo, como clamidia o herpes.",
    sharing: "Si lo comparte, la app puede ver cada prueba, y qué dijo.",
  },
  SEX: {
    name: "Salud sexual y reproductiva",
    covers: "Control natal, embarazo, y la pérdida o el fin de uno. También fertilidad, salud sexual y de género.",
    sharing: "Si lo comparte, la app puede ver qué atención recibió, y cuándo.",
  },
  SDV: {
    name: "Violencia y abuso",
    covers: "Atención por daño en el hogar, ataque sexual o abuso.",
    sharing: "No lo comparta si alguien podría ver su app y hacerle daño.",
  },
  GDIS: {
    name: "Información genética",
    covers: "Pruebas de genes y males que vienen de familia, como la anemia falciforme.",
    sharing: "También puede decir algo de sus parientes.",
  },
  COGN: {
    name: "Desarrollo y memoria",
    covers: "Por ejemplo, autismo o problemas para aprender. También daño en el cerebro o pérdida de memoria.",
    sharing: "Si lo comparte, la app puede ver con qué necesita ayuda.",
  },
  PSYTHPN: {
    name: "Notas de psicoterapia",
    covers: "Las notas propias de un terapeuta de lo que usted dijo se guardan aparte.",
    sharing: "Nunca se comparten, elija lo que elija.",
  },
  DEMO: {
    name: "Datos personales",
    covers: "Su nombre, fecha de nacimiento, sexo, idioma, dirección, teléfono y correo.",
    sharing: "Sin ellos, la app quizá no sepa que los datos son suyos.",
  },
};
