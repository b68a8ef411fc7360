/** Parts of a kind of record that can be shared without the others: the categories of Condition and Observation, each a granular SMART scope. */
import type { Language } from "./categories/category.ts";
import type { ResourceType } from "./resource-types.ts";

export interface RecordPart {
  readonly system: string;
  readonly code: string;
  /** What a member reads. */
  readonly texts: Readonly<Record<Language, { readonly name: string; readonly body: string }>>;
}

const CONDITION = "http://terminology.hl7.org/CodeSystem/condition-category";
const OBSERVATION = "http://terminology.hl7.org/CodeSystem/observation-category";
const US_CORE = "http://hl7.org/fhir/us/core/CodeSystem";

/** Name and sentence, English before Spanish. */
const part = (system: string, code: string, en: readonly [string, string], es: readonly [string, string]): RecordPart => ({
  system,
  code,
  texts: { en: { name: en[0], body: en[1] }, es: { name: es[0], body: es[1] } },
});

/**
 * In the order of the screen. The facade reads at most 30 granular scopes of an authorization; each part can stand for two of them (`.r` and `.s`), so
 * that there is room for 15 parts in all.
 * @see https://hl7.org/fhir/us/core/STU7/scopes.html
 * @see 45 CFR 170.215(c)(2) and 170.315(g)(10), HTI-1: Encounter Diagnosis, Problem List, Health Concern; Clinical Test, Laboratory, Social History, SDOH,
 * Survey, Vital Signs
 */
export const RECORD_PARTS = {
  Condition: [
    part(
      CONDITION,
      "problem-list-item",
      ["Your list of health problems", "What your doctors keep an eye on."],
      ["Su lista de problemas de salud", "Lo que sus médicos siguen de cerca."],
    ),
    part(
      CONDITION,
      "encounter-diagnosis",
      ["Problems found at a visit", "What a doctor found at one visit."],
      ["Problemas hallados en una visita", "Lo que un médico halló en una visita."],
    ),
    part(
      `${US_CORE}/condition-category`,
      "health-concern",
      ["Health worries", "What you or your care team worry about."],
      ["Dudas de salud", "Lo que le preocupa a usted o a su equipo."],
    ),
  ],
  Observation: [
    part(
      OBSERVATION,
      "laboratory",
      ["Lab results", "Tests of blood, urine and the like."],
      ["Resultados de laboratorio", "Pruebas de sangre, de orina y otras."],
    ),
    part(
      OBSERVATION,
      "vital-signs",
      ["Weight, blood pressure and pulse", "What is measured at a visit."],
      ["Peso, presión y pulso", "Lo que se mide en una visita."],
    ),
    part(
      OBSERVATION,
      "imaging",
      ["What scans show", "X-rays and other scans."],
      ["Lo que muestran las imágenes", "Rayos X y otras imágenes."],
    ),
    part(
      `${US_CORE}/us-core-observation-category`,
      "clinical-test",
      ["Heart, eye and other tests", "Tests that are not done in a lab."],
      ["Pruebas del corazón, de la vista y otras", "Pruebas que no se hacen en un laboratorio."],
    ),
    part(
      OBSERVATION,
      "procedure",
      ["What treatments showed", "What was seen while you were treated."],
      ["Lo que mostraron los tratamientos", "Lo que se vio durante un tratamiento."],
    ),
    part(
      OBSERVATION,
      "exam",
      ["Exams by a doctor", "What a doctor saw, felt or heard."],
      ["Exámenes del médico", "Lo que un médico vio, tocó u oyó."],
    ),
    part(
      OBSERVATION,
      "survey",
      ["Answers to questions", "Forms and checks, such as those about pain or mood."],
      ["Respuestas a preguntas", "Formularios y chequeos, como los del dolor o el ánimo."],
    ),
    part(
      OBSERVATION,
      "social-history",
      ["How you live", "Smoking, drinking, work and the like."],
      ["Cómo vive usted", "Si fuma, si bebe, en qué trabaja y otros."],
    ),
    part(
      `${US_CORE}/us-core-category`,
      "sdoh",
      ["Home, food, money and safety", "What you need day to day and may lack."],
      ["Casa, comida, dinero y seguridad", "Lo que necesita cada día y puede faltarle."],
    ),
  ],
} as const satisfies Partial<Record<ResourceType, readonly RecordPart[]>>;

/** The parts of a kind of record; none when it is shared whole or not at all. */
export const partsOf = (type: string): readonly RecordPart[] =>
  Object.hasOwn(RECORD_PARTS, type) ? RECORD_PARTS[type as keyof typeof RECORD_PARTS] : [];

/** Value of the search parameter `category` (FHIR token) by which a part is named in a scope. */
export const partToken = ({ system, code }: RecordPart): string => `${system}|${code}`;
