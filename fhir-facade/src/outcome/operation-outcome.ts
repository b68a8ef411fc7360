/** A refusal as the FHIR resource that an app reads. */
import type { RefusalValue } from "./refusals.ts";

export interface OperationOutcome {
  readonly resourceType: "OperationOutcome";
  readonly issue: readonly { readonly severity: "error"; readonly code: string; readonly diagnostics: string }[];
}

/** @see https://hl7.org/fhir/R4/operationoutcome.html */
export function operationOutcome({ issue, text }: RefusalValue): OperationOutcome {
  return { resourceType: "OperationOutcome", issue: [{ severity: "error", code: issue, diagnostics: text }] };
}
