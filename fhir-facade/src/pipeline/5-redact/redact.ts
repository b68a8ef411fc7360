/** Stage 5: each resource is judged once more, by itself, and leaves without what this authorization withholds. */
import type { Resource } from "../../compartment/resource.ts";
import type { Labeller } from "../../labeller/label.ts";
import type { Grant } from "../3-authz/authorize.ts";
import type { StoreAnswer } from "../4-forward/forward.ts";
import { withoutDemographics } from "./demographics.ts";
import { withoutFreeText } from "./free-text.ts";

declare const redacted: unique symbol;

/** A resource that may leave. Minted by `redactor` only. */
export type RedactedResource = Resource & { readonly [redacted]: true };

export type Redact = (answer: StoreAnswer) => RedactedResource[];

/** Hidden resources are left out without a trace. */
export function redactor(labeller: Labeller): Redact {
  return ({ resources, grant }) => resources.flatMap((resource) => redactOne(resource, grant, labeller) ?? []);
}

function redactOne(resource: Resource, { sharing }: Grant, labeller: Labeller): RedactedResource | undefined {
  if ((labeller.label(resource).mask & sharing.withheld) !== 0) return undefined;
  if (!sharing.withholdsAnything) return resource as RedactedResource;
  const plain = withoutFreeText(resource);
  const kept = sharing.sharesDemographics ? plain : withoutDemographics(plain);
  return kept as RedactedResource | undefined;
}
