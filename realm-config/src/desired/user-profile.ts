/** Whose FHIR Patients a member may decide about: attributes that only the plan can see and write. */

const PLAN_ONLY = { view: ["admin"], edit: ["admin"] } as const;

/** The member's own Patient: one logical id. */
const FHIR_PATIENT = {
  name: "fhir_patient",
  displayName: "FHIR Patient id",
  permissions: PLAN_ONLY,
  validations: { pattern: { pattern: "^[A-Za-z0-9.-]{1,64}$", "error-message": "Not a FHIR id" } },
  multivalued: false,
} as const;

/** Other people's Patients: JSON texts (docs/contracts.md, section 1); the extension ignores one that it does not understand. */
const REPRESENTED_PATIENTS = {
  name: "represented_patients",
  displayName: "People whom the member acts for",
  permissions: PLAN_ONLY,
  validations: {
    multivalued: { max: "20" },
    length: { max: "1024" },
    pattern: { pattern: "^\\{.*\\}$", "error-message": "Not a JSON object: see docs/contracts.md, section 1" },
  },
  multivalued: true,
} as const;

export const PATIENT_ATTRIBUTES = [FHIR_PATIENT, REPRESENTED_PATIENTS];
