/** Stage 5: each resource is judged once more, by itself, and leaves without what this authorization withholds. */
import type { Resource } from "../../compartment/resource.ts";
import type { Labeller } from "../../labeller/label.ts";
import { categoryBit } from "../../labeller/verdict.ts";
import type { Elements } from "../2-parse/result-parameters.ts";
import type { Sight } from "../3-authz/sight.ts";
import type { StoreAnswer } from "../4-forward/forward.ts";
import { isCovered, type StoredEntry } from "../4-forward/stored-entry.ts";
import { maskedPatient } from "./demographics.ts";
import { withElements } from "./elements.ts";
import { withoutWithheldExtensions } from "./patient.ts";
import { pruned } from "./prune.ts";
import { withRedisclosureMark } from "./redisclosure.ts";

declare const redacted: unique symbol;

/** A resource that may leave. Minted by `redactor` only. */
export type RedactedResource = Resource & { readonly [redacted]: true };

export interface RedactedEntry {
  readonly resource: RedactedResource;
  readonly mode: StoredEntry["mode"];
}

export type Redact = (answer: StoreAnswer, elements: Elements) => RedactedEntry[];

const SUD = categoryBit("SUD");

/** Hidden resources, and those that no granted scope covers, are left out without a trace. */
export function redactor(labeller: Labeller): Redact {
  return ({ entries, sight }, elements) =>
    entries.flatMap(({ resource, mode, needs }) => {
      const left = isCovered(resource, sight, needs) ? redactOne(resource, sight, labeller) : undefined;
      return left ? [{ resource: withElements(left, elements) as RedactedResource, mode }] : [];
    });
}

/** A Patient is never left out, since an app needs its id: what may not be shown of it is left out or masked. */
function redactOne(resource: Resource, sight: Sight, labeller: Labeller): Resource | undefined {
  const isPatient = resource.resourceType === "Patient";
  const shown = isPatient ? withoutWithheldExtensions(resource, sight, labeller.label) : resource;
  const { mask } = labeller.label(shown);
  const hidden = (mask & sight.hidden) !== 0;
  if (isPatient) {
    if (hidden || sight.demographics === "masked") return maskedPatient(resource);
  } else if (hidden) return undefined;
  const left = pruned(shown, sight, labeller.knows);
  return (mask & SUD) === 0 ? left : withRedisclosureMark(left);
}
