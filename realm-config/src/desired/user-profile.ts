/** Whose FHIR Patients a member may decide about: attributes that only the plan can see and write. */

import { SIGNS_IN_AT } from "./sign-in-portal.ts";

const PLAN_ONLY = { view: ["admin"], edit: ["admin"] } as const;

/** The member's own Patient: one logical id. */
const FHIR_PATIENT = {
  name: "fhir_patient",
  displayName: "FHIR Patient id",
  permissions: PLAN_ONLY,
  validations: { pattern: { pattern: "^[A-Za-z0-9.-]{1,64}$", "error-message": "Not a FHIR id" } },
  multivalued: false,
} as const;

/** The last day on which the link to the member's own Patient holds; without it, until the plan takes the id away. */
const FHIR_PATIENT_UNTIL = {
  name: "fhir_patient_until",
  displayName: "FHIR Patient id holds until",
  permissions: PLAN_ONLY,
  validations: { pattern: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "error-message": "Not an ISO date" } },
  multivalued: false,
} as const;

/** Who signs in by the plan's portal has no password here (docs/sign-in.md). */
const SIGN_IN_PLACE = {
  name: SIGNS_IN_AT,
  displayName: "Signs in at",
  permissions: PLAN_ONLY,
  validations: { length: { max: "255" } },
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

export const PATIENT_ATTRIBUTES = [FHIR_PATIENT, FHIR_PATIENT_UNTIL, REPRESENTED_PATIENTS, SIGN_IN_PLACE];
