/** Elements that say what a resource is about; what stands there must be judged, or the resource is unclassifiable. */

/** Names of elements of type CodeableConcept or Coding, wherever they stand. */
export const SUBJECT_MATTER: ReadonlySet<string> = new Set([
  "code",
  "codeCodeableConcept",
  "conclusionCode",
  "diagnosisCodeableConcept",
  "itemCodeableConcept",
  "manifestation",
  "medicationCodeableConcept",
  "packageCode",
  "procedureCodeableConcept",
  "productOrService",
  "reason",
  "reasonCode",
  "serviceType",
  "specialty",
  "substance",
  "targetDisease",
  "vaccineCode",
  "valueCodeableConcept",
]);

/** Types whose `type` says what they are about; elsewhere it is administrative. */
export const TYPE_IS_SUBJECT_MATTER: ReadonlySet<string> = new Set(["Encounter", "Device", "Specimen", "Location"]);

/** Elements below which nothing clinical is said: money and identity. */
export const ADMINISTRATIVE: ReadonlySet<string> = new Set([
  "identifier",
  "adjudication",
  "total",
  "payment",
  "benefitBalance",
  "communication",
]);

/** Elements that hold a document as bytes or as an address. */
export const OPAQUE: ReadonlySet<string> = new Set([
  "attachment",
  "presentedForm",
  "valueAttachment",
  "contentAttachment",
  "sourceAttachment",
  "valueBase64Binary",
]);

/** Types that say something clinical: without one judged code nobody knows what. */
export const NEEDS_CODE: ReadonlySet<string> = new Set([
  "AllergyIntolerance",
  "CarePlan",
  "Claim",
  "Condition",
  "DiagnosticReport",
  "ExplanationOfBenefit",
  "Goal",
  "ImagingStudy",
  "Immunization",
  "Medication",
  "MedicationAdministration",
  "MedicationDispense",
  "MedicationRequest",
  "MedicationStatement",
  "Observation",
  "Procedure",
  "ServiceRequest",
  "Specimen",
]);
