/** Demographics withheld: who the person is goes out everywhere; the id stays, since an app needs something to hold on to. */
import { isObject, type Resource } from "../../compartment/resource.ts";
import { remembered } from "../../labeller/remembered.ts";
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
  "masterIdentifier",
  "accessionIdentifier",
  "locationAddress",
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

/** Whether an element of this name can tell who somebody is. */
export const mayBeDemographic = (name: string): boolean => TELLING.has(name) || name === "display" || name === "identifier";

/** @param parent the object that the element stands in */
export function isDemographic(name: string, parent: { readonly reference?: unknown }): boolean {
  return TELLING.has(name) || ((name === "display" || name === "identifier") && refersToPerson(parent.reference));
}

const refersToPerson = (reference: unknown): boolean => typeof reference === "string" && /(^|\/)(Patient|RelatedPerson)\//.test(reference);

/** Whether the whole object tells: a person contained in a resource, or an extension that says more of the patient. */
export function isWhollyDemographic({ resourceType, url }: { readonly resourceType?: unknown; readonly url?: unknown }): boolean {
  if (resourceType === "Patient" || resourceType === "RelatedPerson") return true;
  return typeof url === "string" && isTellingExtension(url);
}

const isTellingExtension = remembered(1_000, (url) => TELLING_EXTENSION.test(url));
