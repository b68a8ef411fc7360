/** Single codes, and every place of a resource where a claim or a record can carry one. */
import { CATEGORIES } from "@member-exchange/sharing-policy";
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import type { Json, Resource } from "../../../fhir-facade/src/compartment/resource.ts";
import { codeFamilies } from "../../../fhir-facade/src/labeller/code-families.ts";
import { labeller } from "../../../fhir-facade/src/labeller/label.ts";
import { categoryBit } from "../../../fhir-facade/src/labeller/verdict.ts";

export const SYSTEMS = {
  icd10: "http://hl7.org/fhir/sid/icd-10-cm",
  icd9: "http://hl7.org/fhir/sid/icd-9-cm",
  pcs: "http://www.cms.gov/Medicare/Coding/ICD10",
  pcs9: "http://www.cms.gov/Medicare/Coding/ICD9",
  hcpcs: "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
  drg: "https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/AcuteInpatientPPS/MS-DRG-Classifications-and-Software",
  revenue: "https://www.nubc.org/CodeSystem/RevenueCodes",
  place: "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
  specialty: "https://bluebutton.cms.gov/resources/variables/prvdr_spclty",
  nucc: "http://nucc.org/provider-taxonomy",
  loinc: "http://loinc.org",
  rxnorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  ndc: "http://hl7.org/fhir/sid/ndc",
  cvx: "http://hl7.org/fhir/sid/cvx",
  cdt: "http://www.ada.org/cdt",
  cpt: "http://www.ama-assn.org/go/cpt",
  snomed: "http://snomed.info/sct",
} as const;

/** What codes tell under a policy with these optional lists: names of categories by themselves, and with a question mark those told weakly. */
export function teller(enabled: readonly string[]): (system: string, code: string) => string {
  const families = codeFamilies(standardPolicy(enabled));
  return (system, code) => {
    const { mask, weak } = families(system).match(code);
    return CATEGORIES.flatMap(({ code: category }) => {
      const bit = categoryBit(category);
      return (mask & bit) !== 0 ? [category] : (weak & bit) !== 0 ? [`${category}?`] : [];
    }).join(" ");
  };
}

const inItem = (concept: Json): Json => ({ item: [{ sequence: 1, ...(concept as object) }] });

/** Every path on which R4 and the claims' profiles carry a coded fact about care. */
export const PATHS: readonly [path: string, resource: (concept: Json) => Record<string, Json>][] = [
  ["Condition.code", (code) => ({ resourceType: "Condition", code })],
  ["Condition.evidence.code", (code) => ({ resourceType: "Condition", evidence: [{ code: [code] }] })],
  ["Procedure.code", (code) => ({ resourceType: "Procedure", code })],
  ["Procedure.reasonCode", (code) => ({ resourceType: "Procedure", reasonCode: [code] })],
  ["Encounter.type", (code) => ({ resourceType: "Encounter", type: [code] })],
  ["Encounter.reasonCode", (code) => ({ resourceType: "Encounter", reasonCode: [code] })],
  ["Encounter.hospitalization.admitSource", (code) => ({ resourceType: "Encounter", hospitalization: { admitSource: code } })],
  ["ServiceRequest.code", (code) => ({ resourceType: "ServiceRequest", code })],
  ["ServiceRequest.reasonCode", (code) => ({ resourceType: "ServiceRequest", reasonCode: [code] })],
  ["MedicationRequest.medicationCodeableConcept", (code) => ({ resourceType: "MedicationRequest", medicationCodeableConcept: code })],
  ["MedicationRequest.reasonCode", (code) => ({ resourceType: "MedicationRequest", reasonCode: [code] })],
  ["MedicationDispense.medicationCodeableConcept", (code) => ({ resourceType: "MedicationDispense", medicationCodeableConcept: code })],
  ["Observation.code", (code) => ({ resourceType: "Observation", code })],
  ["Observation.valueCodeableConcept", (code) => ({ resourceType: "Observation", valueCodeableConcept: code })],
  ["Observation.component.code", (code) => ({ resourceType: "Observation", component: [{ code }] })],
  ["DiagnosticReport.code", (code) => ({ resourceType: "DiagnosticReport", code })],
  ["DiagnosticReport.conclusionCode", (code) => ({ resourceType: "DiagnosticReport", conclusionCode: [code] })],
  ["CarePlan.activity.detail.code", (code) => ({ resourceType: "CarePlan", activity: [{ detail: { code } }] })],
  ["Goal.description", (code) => ({ resourceType: "Goal", description: code })],
  ["CareTeam.reasonCode", (code) => ({ resourceType: "CareTeam", reasonCode: [code] })],
  ["FamilyMemberHistory.condition.code", (code) => ({ resourceType: "FamilyMemberHistory", condition: [{ code }] })],
  ...(["Claim", "ExplanationOfBenefit"] as const).flatMap((resourceType): [string, (concept: Json) => Record<string, Json>][] => [
    [`${resourceType}.diagnosis.diagnosisCodeableConcept`, (code) => ({ resourceType, diagnosis: [{ diagnosisCodeableConcept: code }] })],
    [`${resourceType}.diagnosis.packageCode`, (code) => ({ resourceType, diagnosis: [{ packageCode: code }] })],
    [`${resourceType}.procedure.procedureCodeableConcept`, (code) => ({ resourceType, procedure: [{ procedureCodeableConcept: code }] })],
    [`${resourceType}.supportingInfo.code`, (code) => ({ resourceType, supportingInfo: [{ sequence: 1, code }] })],
    [`${resourceType}.item.productOrService`, (code) => ({ resourceType, ...(inItem({ productOrService: code }) as object) })],
    [`${resourceType}.item.modifier`, (code) => ({ resourceType, ...(inItem({ modifier: [code] }) as object) })],
    [`${resourceType}.item.revenue`, (code) => ({ resourceType, ...(inItem({ revenue: code }) as object) })],
    [`${resourceType}.item.programCode`, (code) => ({ resourceType, ...(inItem({ programCode: [code] }) as object) })],
    [
      `${resourceType}.item.locationCodeableConcept`,
      (code) => ({ resourceType, ...(inItem({ locationCodeableConcept: code }) as object) }),
    ],
    [
      `${resourceType}.item.detail.productOrService`,
      (code) => ({ resourceType, ...(inItem({ detail: [{ productOrService: code }] }) as object) }),
    ],
    [
      `${resourceType}.item.detail.subDetail.productOrService`,
      (code) => ({ resourceType, ...(inItem({ detail: [{ subDetail: [{ productOrService: code }] }] }) as object) }),
    ],
  ]),
  [
    "ExplanationOfBenefit.addItem.productOrService",
    (code) => ({ resourceType: "ExplanationOfBenefit", addItem: [{ productOrService: code }] }),
  ],
  [
    "ExplanationOfBenefit.careTeam.qualification",
    (code) => ({ resourceType: "ExplanationOfBenefit", careTeam: [{ qualification: code }] }),
  ],
];

/** A labeller with these optional lists, asked for one category on one path. */
export function finder(
  enabled: readonly string[],
): (category: string, concept: Json, path: (concept: Json) => Record<string, Json>) => boolean {
  const { label } = labeller(standardPolicy(enabled));
  return (category, concept, path) => (label({ id: "x", ...path(concept) } as Resource).mask & categoryBit(category)) !== 0;
}
