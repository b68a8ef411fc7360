/** What an element's name says about what stands in it: subject matter, money and identity, words, people, documents, positions. */

/** Names of elements of type CodeableConcept or Coding, wherever they stand, that say what a resource is about. */
const SUBJECT_MATTER: readonly string[] = [
  "code",
  "codeCodeableConcept",
  "conclusionCode",
  "description",
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
];

/** Types whose `type` says what they are about; elsewhere it is administrative. */
export const TYPE_IS_SUBJECT_MATTER: ReadonlySet<string> = new Set(["Encounter", "Device", "Specimen", "Location"]);

/** Elements below which nothing clinical is said: money and identity. */
const ADMINISTRATIVE: readonly string[] = ["identifier", "adjudication", "total", "payment", "benefitBalance", "communication"];

/** What people write; `text` is a narrative too, and `name` is a person's when it is an object. */
const WORDS: readonly string[] = [
  "alias",
  "comment",
  "conclusion",
  "definition",
  "description",
  "details",
  "deviceName",
  "display",
  "disposition",
  "div",
  "education",
  "instantiatesCanonical",
  "instantiatesUri",
  "instruction",
  "line",
  "linkId",
  "manufacturer",
  "modelNumber",
  "name",
  "note",
  "patientInstruction",
  "preAuthRef",
  "prefix",
  "questionnaire",
  "series",
  "suffix",
  "summary",
  "text",
  "title",
  "unit",
  "valueCode",
  "valueMarkdown",
  "valueString",
];

/** Elements whose words are names, streets and numbers of people. */
const PERSON: readonly string[] = ["name", "address", "telecom"];

/** Bytes that are no document: pictures of people, and proofs. */
const NO_DOCUMENT: readonly string[] = ["photo", "signature"];

/** What an element's name says; an element has a sum of these. */
export const Mark = {
  SubjectMatter: 1,
  Administrative: 2,
  Modifier: 4,
  Security: 8,
  ValueCoding: 16,
  Type: 32,
  Words: 64,
  Person: 128,
  NoDocument: 256,
  Base64: 512,
  Revenue: 1024,
  Place: 2048,
  Specialty: 4096,
  Package: 8192,
  BillingModifier: 16384,
} as const;

/** Positions whose codes are of one code system even when nobody says so, with the names of its lists. */
export const POSITIONS: readonly (readonly [mark: number, lists: readonly string[]])[] = [
  [Mark.Revenue, ["revenue-code"]],
  [Mark.Place, ["place-of-service"]],
  [Mark.Specialty, ["nucc", "cms-specialty"]],
  [Mark.Package, ["ms-drg"]],
  [Mark.BillingModifier, ["hcpcs"]],
];

/** All names with a mark, so that the labeller looks up each name once. */
export const MARKS: ReadonlyMap<string, number> = marked([
  [SUBJECT_MATTER, Mark.SubjectMatter],
  [ADMINISTRATIVE, Mark.Administrative],
  [WORDS, Mark.Words],
  [PERSON, Mark.Person],
  [NO_DOCUMENT, Mark.NoDocument],
  [["modifierExtension"], Mark.Modifier],
  [["security", "securityLabel", "tag"], Mark.Security],
  [["valueCoding"], Mark.ValueCoding],
  [["type"], Mark.Type],
  [["valueBase64Binary"], Mark.Base64],
  [["revenue"], Mark.Revenue],
  [["locationCodeableConcept"], Mark.Place],
  [["specialty", "qualification"], Mark.Specialty],
  [["packageCode"], Mark.Package],
  [["modifier"], Mark.BillingModifier],
]);

/** Types that say something clinical: without one judged code or text nobody knows what. */
export const NEEDS_MATTER: ReadonlySet<string> = new Set([
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
  "QuestionnaireResponse",
  "ServiceRequest",
  "Specimen",
]);

function marked(groups: readonly (readonly [names: Iterable<string>, mark: number])[]): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const [names, mark] of groups) for (const name of names) marks.set(name, (marks.get(name) ?? 0) | mark);
  return marks;
}
