/** Words for sensitivity categories, by their HL7 v3-ActCode. */
const categories: Record<string, { name: string; body: string }> = {
  PSY: {
    name: "Mental and behavioral health",
    body: "Such as depression, panic or eating problems. Also talk therapy and the pills for it.",
  },
  SUD: {
    name: "Alcohol and drug use",
    body: "Care, tests and medicines for the use of alcohol or drugs. A special law protects these records.",
  },
  HIV: { name: "HIV", body: "HIV tests, care, and medicines to treat or prevent it." },
  STD: { name: "Sexually transmitted infections", body: "Tests and care for infections that spread through sex." },
  SEX: {
    name: "Sexual and reproductive health",
    body: "Birth control, pregnancy, and the loss or end of one. Also fertility, sexual health and gender care.",
  },
  SDV: {
    name: "Violence and abuse",
    body: "Care after harm at home, sexual assault or abuse. Keep this private if someone could see your app and hurt you.",
  },
  GDIS: {
    name: "Genetic information",
    body: "Gene tests and illness that runs in the family. It can tell about your relatives too.",
  },
  COGN: { name: "Development and memory", body: "Such as autism or learning problems. Also brain injury and memory loss." },
  PSYTHPN: {
    name: "Psychotherapy notes",
    body: "A therapist’s own notes of what you said are never shared, whatever you pick here.",
  },
  DEMO: {
    name: "Personal details",
    body: "Your name, birth date, sex, language, address, phone and email. Without them, the app may not know that the records are yours.",
  },
};

export const sensitive = {
  categories,
  detailsLegend: "2. Your personal details",
  detailsTick: "Share my personal details",
  sensitiveLegend: "3. Sensitive topics",
  sensitiveLead: "These stay private unless you tick them. A tick shares all we have on that topic within the records you share.",
  sensitiveNote:
    "We look for these topics as well as we can. We may miss a detail in a letter or note. If that worries you, untick “Letters and notes” too.",
  neverShared: "Never shared",
};
