/** Search parameters that implementation guides add to R4: a store answers them only when it is told what they mean, and indexes only what it gets afterwards. */
import type { Resource } from "./bundle-files.ts";

const US_CORE = "http://hl7.org/fhir/us/core/SearchParameter";
const CARIN = "http://hl7.org/fhir/us/carin-bb/SearchParameter";

/** @see US Core 6.1 and CARIN Blue Button 2.0, search parameters */
export const SEARCH_PARAMETERS: readonly Resource[] = [
  defined(US_CORE, "us-core-careteam-role", "CareTeam", "role", "token", "CareTeam.participant.role"),
  defined(
    CARIN,
    "explanationofbenefit-service-date",
    "ExplanationOfBenefit",
    "service-date",
    "date",
    "ExplanationOfBenefit.billablePeriod | ExplanationOfBenefit.item.serviced",
  ),
  defined(CARIN, "explanationofbenefit-type", "ExplanationOfBenefit", "type", "token", "ExplanationOfBenefit.type"),
];

function defined(guide: string, id: string, base: string, code: string, type: string, expression: string): Resource {
  const url = `${guide}/${id}`;
  const description = `${code} of ${base}`;
  return { resourceType: "SearchParameter", id, url, name: id, status: "active", description, code, base: [base], type, expression };
}
