/** What the standard categories are called and cover, in plain Spanish. */
import type { CategoryText } from "./category.ts";
import type { en } from "./texts-en.ts";

export const es: Readonly<Record<keyof typeof en, CategoryText>> = {
  PSY: {
    name: "Salud mental y conductual",
    covers: "Por ejemplo, depresión, pánico o problemas al comer. También la terapia y las medicinas para eso.",
    sharing: "Si lo comparte, la app puede ver que recibió esta atención, y por qué.",
  },
  SUD: {
    name: "Uso de alcohol y drogas",
    covers: "Atención, pruebas y medicinas por el uso de alcohol o drogas.",
    sharing: "Una ley especial protege estos datos. Para compartirlos, elija un plazo que termine.",
  },
  HIV: {
    name: "VIH",
    covers: "Pruebas del VIH, atención y medicinas para tratarlo o evitarlo.",
    sharing: "Si lo comparte, la app puede ver que se hizo una prueba, y el resultado.",
  },
  STD: {
    name: "Infecciones de transmisión sexual",
    covers: "Pruebas y atención por infecciones que se contagian por el sexo, como clamidia o herpes.",
    sharing: "Si lo comparte, la app puede ver cada prueba y el resultado.",
  },
  SEX: {
    name: "Salud sexual y reproductiva",
    covers: "Control natal, embarazo, pérdida del embarazo o aborto. También fertilidad, salud sexual y de género.",
    sharing: "Si lo comparte, la app puede ver qué atención recibió, y cuándo.",
  },
  SDV: {
    name: "Violencia y abuso",
    covers: "Atención por violencia en el hogar, ataque sexual o abuso.",
    sharing: "No lo comparta si alguien podría ver su app y hacerle daño.",
  },
  GDIS: {
    name: "Información genética",
    covers: "Pruebas de genes y enfermedades que vienen de familia, como la anemia falciforme.",
    sharing: "También puede decir algo de sus parientes.",
  },
  COGN: {
    name: "Desarrollo y memoria",
    covers: "Autismo, problemas para aprender, lesión cerebral, pérdida de memoria y casos parecidos.",
    sharing: "Si lo comparte, la app puede ver con qué necesita ayuda.",
  },
  PSYTHPN: {
    name: "Notas de psicoterapia",
    covers: "Lo que su terapeuta escribe para sí sobre lo que usted cuenta.",
    sharing: "Nunca se comparten, aunque usted elija compartir todo.",
  },
  DEMO: {
    name: "Datos personales",
    covers: "Su nombre, fecha de nacimiento, sexo, idioma, dirección, teléfono y correo.",
    sharing: "Sin ellos, la app quizá no sepa que los datos son suyos.",
  },
};
