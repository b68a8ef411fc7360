/** The profiles of US Core that the synthetic members' resources say they meet (`meta.profile`). */
const US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";
const NAMES: Readonly<Record<string, string>> = {
  Patient: "patient",
  Encounter: "encounter",
  Condition: "condition-encounter-diagnosis",
  Observation:
    "observation-lab observation-survey observation-sdoh-assessment smokingstatus observation-social-history respiratory-rate heart-rate body-weight body-height bmi blood-pressure",
  Procedure: "procedure",
  DocumentReference: "documentreference",
  DiagnosticReport: "diagnosticreport-note diagnosticreport-lab",
  MedicationRequest: "medicationrequest",
  Medication: "medication",
  Immunization: "immunization",
  Device: "implantable-device",
  CareTeam: "careteam",
  CarePlan: "careplan",
  AllergyIntolerance: "allergyintolerance",
  Provenance: "provenance",
  Practitioner: "practitioner",
  PractitionerRole: "practitionerrole",
  Organization: "organization",
  Location: "location",
};

/** As `STORE_PROFILES` takes them. */
export const MEMBER_PROFILES = Object.entries(NAMES)
  .flatMap(([type, names]) => names.split(" ").map((name) => `${type}=${US_CORE}${name}`))
  .join(",");
