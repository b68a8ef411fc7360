/** Stage 5: each resource is judged once more, by itself, and leaves without what this authorization withholds. */
import type { Resource } from "../../compartment/resource.ts";
import type { Labeller } from "../../labeller/label.ts";
import type { Sight } from "../3-authz/sight.ts";
import type { StoreAnswer } from "../4-forward/forward.ts";
import { maskedPatient } from "./demographics.ts";
import { pruned } from "./prune.ts";

declare const redacted: unique symbol;

/** A resource that may leave. Minted by `redactor` only. */
export type RedactedResource = Resource & { readonly [redacted]: true };

export type Redact = (answer: StoreAnswer) => RedactedResource[];

/** Hidden resources are left out without a trace. */
export function redactor(labeller: Labeller): Redact {
  return ({ resources, sight }) => resources.flatMap((resource) => (redactOne(resource, sight, labeller) ?? []) as RedactedResource[]);
}

/** A Patient is never left out, since an app needs its id: what may not be shown of it is masked. */
function redactOne(resource: Resource, sight: Sight, labeller: Labeller): Resource | undefined {
  const hidden = (labeller.label(resource).mask & sight.hidden) !== 0;
  if (resource.resourceType === "Patient") {
    if (hidden || sight.demographics === "masked") return maskedPatient(resource);
  } else if (hidden) return undefined;
  if (!sight.withholding) return resource;
  return pruned(resource, sight.demographics);
}
