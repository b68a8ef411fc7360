/** Where the words of the term lists come from. */

export const USAGE = "General clinical usage; titles of ICD-10-CM, CDC/NCHS (public domain in the US)";
export const LAY = "Everyday words for the same";
export const MEDICINES = "Non-proprietary and proprietary names of US medicines, FDA (public domain)";
export const INSTRUMENTS = "Names of published questionnaires and scales";
export const TESTS = "Names of laboratory and imaging tests in common use";
export const CARE = "Names of therapies, procedures, professions and places of care; CMS place-of-service titles (US government work)";
export const SOCIAL = "Social history as taken in practice; HL7 v3-ActCode sensitivity definitions";
