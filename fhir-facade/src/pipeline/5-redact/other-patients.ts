/** Other members' ids: a reference to another Patient than the authorized one leaves without saying to whom. */

const PATIENT = /(?:^|\/)Patient\/([A-Za-z0-9.-]{1,64})(?:\/|$)/;

/** Whether a literal reference leads to somebody else. */
export function isToOtherPatient(reference: string, patient: string): boolean {
  if (!reference.includes("Patient/")) return false;
  const [, id] = PATIENT.exec(reference) ?? [];
  return id !== undefined && id !== patient;
}

/** @see https://hl7.org/fhir/R4/extension-data-absent-reason.html */
export const MASKED = [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: "masked" }];
