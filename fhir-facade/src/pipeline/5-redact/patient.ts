/** What a Patient says in an extension, such as a gender identity, goes out by itself when it is withheld: the rest stays as if the extension had never been there. */
import { isObject, type Resource } from "../../compartment/resource.ts";
import type { Labeller } from "../../labeller/label.ts";
import type { Sight } from "../3-authz/sight.ts";

/** The Patient itself when nothing goes out. Says nothing of what it tells elsewhere: who asks judges what is left. */
export function withoutWithheldExtensions(patient: Resource, { hidden }: Sight, label: Labeller["label"]): Resource {
  const isShown = (one: Resource): boolean => (label(one).mask & hidden) === 0;
  const { extension, ...rest } = patient;
  if (!Array.isArray(extension) || isShown(patient)) return patient;
  const { resourceType, id } = patient;
  const kept = extension.filter((one) => isObject(one) && isShown({ resourceType, id, extension: [one] }));
  return kept.length === 0 ? (rest as Resource) : { ...patient, extension: kept };
}
