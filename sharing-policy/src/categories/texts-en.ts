/** What the standard categories are called and cover, in plain English. */
import type { CategoryText } from "./category.ts";

export const en = {
  PSY: {
    name: "Mental and behavioral health",
    covers: "Such as depression, panic or eating problems. Also talk therapy and medicines for it.",
    sharing: "If you share it, the app can see that you had this care, and why.",
  },
  SUD: {
    name: "Alcohol and drug use",
    covers: "Care, tests and medicines for the use of alcohol or drugs.",
    sharing: "A special law protects these records. To share them, pick a time that ends.",
  },
  HIV: {
    name: "HIV",
    covers: "HIV tests, care, and medicines to treat or prevent it.",
    sharing: "If you share it, the app can see that you took a test, and the result.",
  },
  STD: {
    name: "Sexually transmitted infections",
    covers: "Tests and care for infections that spread through sex, such as chlamydia or herpes.",
    sharing: "If you share it, the app can see each test and the result.",
  },
  SEX: {
    name: "Sexual and reproductive health",
    covers: "Birth control, pregnancy, pregnancy loss or abortion. Also fertility, sexual health and gender care.",
    sharing: "If you share it, the app can see which care you had, and when.",
  },
  SDV: {
    name: "Violence and abuse",
    covers: "Care after violence at home, sexual assault or abuse.",
    sharing: "Keep this private if someone could see your app and hurt you.",
  },
  GDIS: {
    name: "Genetic information",
    covers: "Gene tests and illness that runs in the family, such as sickle cell.",
    sharing: "It can tell about your relatives too.",
  },
  COGN: {
    name: "Development and memory",
    covers: "Autism, learning problems, brain injury, memory loss and the like.",
    sharing: "If you share it, the app can see what you need help with.",
  },
  PSYTHPN: {
    name: "Psychotherapy notes",
    covers: "A therapist’s own notes of what you said are kept apart from your records.",
    sharing: "They are never shared, whatever you pick here.",
  },
  DEMO: {
    name: "Personal details",
    covers: "Your name, birth date, sex, language, address, phone and email.",
    sharing: "Without them, the app may not know that the records are yours.",
  },
} as const satisfies Record<string, CategoryText>;
