/** Elements that say what a resource is about; what stands there must be judged, or the resource is unclassifiable. */

/** Names of elements of type CodeableConcept or Coding, wherever they stand. */
const SUBJECT_MATTER: ReadonlySet<string> = new Set([
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
const ADMINISTRATIVE: ReadonlySet<string> = new Set(["identifier", "adjudication", "total", "payment", "benefitBalance", "communication"]);

/** Elements that hold a document as bytes or as an address. */
const OPAQUE: ReadonlySet<string> = new Set([
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
  "Binary",
  "CarePlan",
  "Claim",
  "Condition",
  "DiagnosticReport",
  "ExplanationOfBenefit",
  "Goal",
  "ImagingStudy",
  "Immunization",
  "Media",
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

/** What an element's name says about what stands below it; an element has a sum of these. */
export const Mark = { SubjectMatter: 1, Administrative: 2, Opaque: 4, Modifier: 8, Security: 16, ValueCoding: 32, Type: 64 } as const;

/** All names with a mark, so that the labeller looks up each name once. */
export const MARKS: ReadonlyMap<string, number> = marked([
  [SUBJECT_MATTER, Mark.SubjectMatter],
  [ADMINISTRATIVE, Mark.Administrative],
  [OPAQUE, Mark.Opaque],
  [["modifierExtension"], Mark.Modifier],
  [["security"], Mark.Security],
  [["valueCoding"], Mark.ValueCoding],
  [["type"], Mark.Type],
]);

function marked(groups: readonly (readonly [names: Iterable<string>, mark: number])[]): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const [names, mark] of groups) for (const name of names) marks.set(name, (marks.get(name) ?? 0) | mark);
  return marks;
}
