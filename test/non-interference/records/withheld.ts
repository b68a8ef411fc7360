/** Which resources of a record are withheld, said by labels that people put on them and by what refers to those; never by the facade's labeller. */
import { CATEGORIES } from "@member-exchange/sharing-policy";
import { type FhirResource, isRecord, keyOf, referencesIn } from "./resource.ts";

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

/** Keys of these and of everything that leads to them; a Patient stays, since everything leads to it. */
export function withReferrers(resources: readonly FhirResource[], withheld: readonly FhirResource[]): ReadonlySet<string> {
  const keys = new Set(withheld.map(keyOf));
  const rest = resources.filter(({ resourceType }) => resourceType !== "Patient");
  for (let before = -1; before !== keys.size; ) {
    before = keys.size;
    for (const resource of rest) if (referencesIn(resource).some((reference) => keys.has(reference))) keys.add(keyOf(resource));
  }
  return keys;
}

export function withoutLabels(resource: FhirResource): FhirResource {
  if (!isRecord(resource.meta)) return resource;
  const { security: _, ...meta } = resource.meta;
  return { ...resource, meta };
}
