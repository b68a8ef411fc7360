/** Psychotherapy notes in words (45 CFR 164.501); the therapy by itself is mental health and no more. */
import { CARE } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

export const PSYTHPN: TermList = {
  name: "terms-psythpn",
  date: "2026-11-27",
  rules: [
    {
      category: "PSYTHPN",
      tier: "definite",
      source: CARE,
      terms: phrases(`
        psychotherapy note*, psychotherapy process note*, psychotherapy session note*, private therapy note*
        private psychotherapy note*, psychotherapy progress note*, psychotherapist note*, psychotherapists note*, psychoanalytic note*
        psychoanalysis note*, therapy process note*, therapy session note*, process note of therapy, process notes of therapy
        process note from therapy, process notes from therapy, therapist note*, therapists note*, therapists private note*
        counseling session note*, counselling session note*, counseling process note*, counseling note*, notes of counseling session*
        notes of therapy session*, note of psychotherapy, notes of psychotherapy, group therapy note*, individual therapy note*
        family therapy note*, cbt note*, thought record*, thought diary, therapy journal, psych process note*
      `),
      except: phrases(`
        physical therapy session note*, occupational therapy session note*, speech therapy session note*, physical therapist note*
        occupational therapist note*, respiratory therapist note*, speech therapist note*, massage therapist note*
        radiation therapist note*, nutrition counseling note*, genetic counseling note*, dietary counseling note*
        infusion therapy session note*, recreational therapist note*, physical therapists note*, occupational therapists note*
      `),
    },
  ],
};
