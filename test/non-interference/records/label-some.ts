/** Labels on some resources of an ordinary record, as people would put them: nothing else tells that these are sensitive. */
import { ACT_CODE } from "./codes.ts";
import { drawing } from "./draw.ts";
import type { FhirResource } from "./resource.ts";
import { SHARED } from "./templates.ts";

const ONE_IN = 8;

export function labelled(resources: readonly FhirResource[], categories: readonly string[], seed: number): readonly FhirResource[] {
  const draw = drawing(seed);
  return resources.map((resource) => {
    const left = resource.resourceType === "Patient" || SHARED.includes(resource.resourceType) || draw.below(ONE_IN) > 0;
    return left ? resource : { ...resource, meta: { security: [{ system: ACT_CODE, code: draw.one(categories) }] } };
  });
}
