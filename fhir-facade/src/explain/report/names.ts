/** Names of reasons as an admin reads them, and the class that gives each its colour. */
import { MALFORMED_NAME, UNCLASSIFIABLE_NAME } from "../categories-in.ts";

const NAMES: Readonly<Record<string, string>> = {
  PSY: "Mental and behavioral health",
  SUD: "Alcohol and drug use",
  HIV: "HIV",
  STD: "Sexually transmitted infections",
  SEX: "Sexual and reproductive health",
  SDV: "Violence and abuse",
  GDIS: "Genetic information",
  COGN: "Development and memory",
  PSYTHPN: "Psychotherapy notes",
  DEMO: "Personal details",
  [UNCLASSIFIABLE_NAME]: "Cannot be judged",
  [MALFORMED_NAME]: "Cannot be read",
};

/** The code itself for a category that a plan adds. */
export const nameOf = (reason: string): string => NAMES[reason] ?? reason;

const COLOURS = 10;

/** @param codes categories in the order of the screen */
export function colourOf(reason: string, codes: readonly string[]): string {
  const place = codes.indexOf(reason);
  return place < 0 ? "unjudged" : `c${place % COLOURS}`;
}
