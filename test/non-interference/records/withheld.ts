/** Which resources of a record are withheld, said by labels that people put on them and by the rules by which these spread; never by the facade's labeller. */
import { CATEGORIES } from "@member-exchange/sharing-policy";
import { type FhirResource, isRecord, keyOf } from "./resource.ts";
import { type Evidence, withheldOf } from "./spreading.ts";

/** Handling labels that say a category. */
const HANDLING: Readonly<Record<string, string>> = { "42CFRPart2": "SUD", HIPAAPsyNotes: "PSYTHPN" };

/** Categories that the labels of a resource name. */
export function categoriesOf({ meta }: FhirResource): readonly string[] {
  const labels = isRecord(meta) && Array.isArray(meta.security) ? meta.security : [];
  return labels.flatMap(({ code = "" }: { code?: string }) => {
    const handled = HANDLING[code];
    return [
      ...(handled === undefined ? [] : [handled]),
      ...CATEGORIES.flatMap(({ code: category, labels: named }) => (named.includes(code) ? category : [])),
    ];
  });
}

export function labelledWith(resources: readonly FhirResource[], categories: readonly string[]): readonly FhirResource[] {
  return resources.filter((resource) => categoriesOf(resource).some((category) => categories.includes(category)));
}

/** Keys of all that has one of these categories by itself or by what spreads to it; each person's record by itself, with what nobody owns. */
export function withheldIn(
  resources: readonly FhirResource[],
  patients: readonly string[],
  evidence: Evidence,
  categories: readonly string[],
): ReadonlySet<string> {
  const owners = new Map(resources.map((resource) => [resource, ownerOf(resource)]));
  return new Set(
    patients.flatMap((patient) => {
      const record = resources.filter((resource) => [undefined, `Patient/${patient}`].includes(owners.get(resource)));
      return [...withheldOf(record, evidence, categories)];
    }),
  );
}

/** Key of the Patient whose it is, if it says so. */
function ownerOf(resource: FhirResource): string | undefined {
  if (resource.resourceType === "Patient") return keyOf(resource);
  for (const element of [resource.subject, resource.patient, resource.beneficiary])
    if (isRecord(element) && typeof element.reference === "string") return element.reference;
  return undefined;
}

export function withoutLabels(resource: FhirResource): FhirResource {
  if (!isRecord(resource.meta)) return resource;
  const { security: _, ...meta } = resource.meta;
  return { ...resource, meta };
}
