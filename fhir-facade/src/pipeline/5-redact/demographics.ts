/** Demographics withheld: who the person is goes out everywhere; the id stays, since an app needs something to hold on to. */
import { isObject, type Resource } from "../../compartment/resource.ts";
import { MASKED } from "./other-patients.ts";

/** Elements that tell who or how old somebody is, or where they live, in any resource of a patient's record. */
const TELLING: ReadonlySet<string> = new Set([
  "birthDate",
  "deceasedBoolean",
  "deceasedDateTime",
  "deceasedAge",
  "onsetAge",
  "abatementAge",
  "performedAge",
  "occurrenceAge",
  "gender",
  "maritalStatus",
  "multipleBirthBoolean",
  "multipleBirthInteger",
  "address",
  "telecom",
  "contact",
  "postalCode",
  "identifier",
  "onsetRange",
  "abatementRange",
  "photo",
  "subscriber",
  "subscriberId",
  "policyHolder",
  "dependent",
]);

/** Extensions that tell the same: US Core's and HL7's for persons, wherever they stand. */
const TELLING_EXTENSION =
  /\/StructureDefinition\/(us-core-(birthsex|race|ethnicity|sex|genderIdentity|sex-for-clinical-use)|patient-|individual-|birthPlace)/i;

/** The mandatory elements of a US Core Patient, each said to be masked. @see https://hl7.org/fhir/R4/extension-data-absent-reason.html */
export function maskedPatient({ id, meta }: Resource): Resource {
  const profile = isObject(meta) ? meta.profile : undefined;
  return {
    resourceType: "Patient",
    id,
    ...(profile === undefined ? {} : { meta: { profile } }),
    identifier: [{ extension: MASKED }],
    name: [{ extension: MASKED }],
    _gender: { extension: MASKED },
    _birthDate: { extension: MASKED },
  };
}

/** The resource without what tells who its patient is; a person contained in it goes whole. */
export function withoutDemographics(resource: Resource): Resource {
  return stripped(resource) as Resource;
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped).filter((item) => item !== undefined);
  if (typeof value !== "object" || value === null) return value;
  const { resourceType, reference, url } = value as Record<string, unknown>;
  if (typeof url === "string" && TELLING_EXTENSION.test(url)) return undefined;
  if (resourceType === "Patient" || resourceType === "RelatedPerson") return undefined;
  const refersToPerson = typeof reference === "string" && /(^|\/)(Patient|RelatedPerson)\//.test(reference);
  const kept: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (TELLING.has(key) || (refersToPerson && (key === "display" || key === "identifier"))) continue;
    const inner = stripped(member);
    if (inner !== undefined) kept[key] = inner;
  }
  return kept;
}
