/** What an app can be given: JSON, or a refusal. */
import type { Request } from "express";
import { invalidRequest } from "../outcome/refusals.ts";

/** A media range with parameters admits only a type that has them. */
const PARAMETERS = ["", ";charset=utf-8", ";fhirVersion=4.0", ";fhirVersion=4.0;charset=utf-8"];
const OFFERED = ["application/fhir+json", "application/json"].flatMap((type) => PARAMETERS.map((parameters) => type + parameters));

/** @throws InvalidRequest as for `_format`, when `Accept` admits no JSON of FHIR R4 */
export function requireJsonAccepted(request: Request): void {
  if (!request.accepts(OFFERED)) throw invalidRequest("accept");
}
