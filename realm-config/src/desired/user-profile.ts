/** The member's link to a FHIR Patient: an attribute that only the plan can see and write. */

export const FHIR_PATIENT_ATTRIBUTE = {
  name: "fhir_patient",
  displayName: "FHIR Patient id",
  permissions: { view: ["admin"], edit: ["admin"] },
  validations: { pattern: { pattern: "^[A-Za-z0-9.-]{1,64}$", "error-message": "Not a FHIR id" } },
  multivalued: false,
} as const;
