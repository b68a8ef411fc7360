/** How code systems and codes are written in data: one form for each, whatever the spelling. */

/** Upper case, without dots and blanks. LOINC keeps its dash. */
export const normalCode = (code: string): string => code.trim().toUpperCase().replace(/[.\s]/g, "");

/** CDC's code system of race and ethnicity under its addresses, and HL7's from before. Its codes have the form of LOINC's and are others: 2106-3 is White there, a pregnancy test in LOINC. */
const RACE_AND_ETHNICITY = [
  "2.16.840.1.113883.6.238",
  "2.16.840.1.113883.5.104",
  "2.16.840.1.113883.5.50",
  "terminology.hl7.org/codesystem/cdcrec",
  "terminology.hl7.org/codesystem/v3-race",
  "terminology.hl7.org/codesystem/v3-ethnicity",
  "hl7.org/fhir/v3/race",
  "hl7.org/fhir/v3/ethnicity",
];

/** Whether codes under the address, in normal form, have another system's form without being of it. */
export const isRaceOrEthnicity = (system: string): boolean => RACE_AND_ETHNICITY.includes(system);

/** Address beginnings of HL7's and others' administrative code systems. */
const NEUTRAL = [
  "terminology.hl7.org/codesystem/",
  "hl7.org/fhir/us/",
  "hl7.org/fhir/codesystem/",
  "hl7.org/fhir/v3/",
  "unitsofmeasure.org",
  "nubc.org/patient-discharge",
  "www.nubc.org/patient-discharge",
  "dicom.nema.org/",
  "x12.org/",
  "bluebutton.cms.gov/resources/codesystem/adjudication",
  "bluebutton.cms.gov/resources/variables/line_cms_type_srvc_cd",
  "ihe.net/",
  "ietf.org/",
  "urn:ietf:",
  ...RACE_AND_ETHNICITY,
];

/** Whether an address in normal form is of a code system that cannot say anything clinical. */
export const isNeutral = (system: string): boolean => NEUTRAL.some((beginning) => system.startsWith(beginning));

const ICD_SHAPE = /^[A-Z]\d[0-9A-Z]{1,5}$/;
const HCPCS_SHAPE = /^[A-V]\d{4}$/;
const LOINC_SHAPE = /^\d{1,5}-\d$/;
const NUCC_SHAPE = /^\d{2,3}[0-9A-Z]{6,7}X$/;

const ICD_9_SHAPE = /^\d{3}\.\d{1,2}$/;
const ICD_10_PCS_SHAPE = /^(?=.*\d)(?=.*[A-Z])[0-9A-HJ-NP-Z]{7}$/;
const NDC_SHAPE = /^(\d{11}|\d{4,5}-\d{3,4}-\d{1,2})$/;

/** Lists that have codes of this form; what none of them has is nobody's. */
export function listsOfShape(written: string): readonly string[] {
  const code = normalCode(written);
  if (ICD_9_SHAPE.test(written.trim())) return ["icd-9-cm"];
  if (NDC_SHAPE.test(code)) return ["ndc"];
  if (LOINC_SHAPE.test(code)) return ["loinc"];
  if (NUCC_SHAPE.test(code)) return ["nucc"];
  if (HCPCS_SHAPE.test(code)) return ["icd-10-cm", "hcpcs"];
  if (ICD_SHAPE.test(code)) return ["icd-10-cm", ...(ICD_10_PCS_SHAPE.test(code) ? ["icd-10-pcs"] : [])];
  if (ICD_10_PCS_SHAPE.test(code)) return ["icd-10-pcs"];
  return /^\d{5}$/.test(code) ? ["cpt"] : [];
}
