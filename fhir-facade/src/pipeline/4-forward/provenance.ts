/** The store's own Provenance of shown resources; it stands in no compartment, so each of its references is judged. */

import { referencesOf, type Target } from "../../compartment/references.ts";
import type { Resource, ResourceKey } from "../../compartment/resource.ts";
import { isSharedKey, type PatientIndex, visibleKeys } from "../../patient-index/patient-index.ts";
import type { Sight } from "../3-authz/sight.ts";
import { pagesOf } from "./pages-of.ts";
import { portions } from "./portions.ts";
import type { MemberRecord } from "./record.ts";

/** Provenance whose targets all are visible, in the order of ids. */
export async function provenanceOf(record: MemberRecord, keys: readonly ResourceKey[], sight: Sight): Promise<readonly Resource[]> {
  const index = await record.index(sight);
  const found = new Map<string, Resource>();
  for (const some of portions(keys)) {
    const query = [["target", some.join(",")] as const, ["_count", "500"] as const];
    for await (const { page } of pagesOf(record.store, "Provenance", query)) {
      for (const resource of page.resources) if (isAllVisible(resource, record, index, sight)) found.set(resource.id, resource);
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Whether every resource that the Provenance points to is visible. Of a shared resource that the record does not lead to nobody knows what it tells: it
 * hides the Provenance as soon as anything is withheld.
 */
export function isAllVisible(resource: Resource, record: MemberRecord, index: PatientIndex, sight: Sight): boolean {
  const visible = visibleKeys(index, sight);
  const isVisible = (target: Target): boolean => {
    if (target.kind === "foreign") return !sight.withholding;
    if (target.key.startsWith("Patient/")) return target.key === `Patient/${sight.patient}`;
    return visible.has(target.key) || (isSharedKey(target.key) && !sight.withholding);
  };
  try {
    const targets = referencesOf(resource.target ?? null, record.read);
    return (
      record.isOpen(resource, sight) &&
      targets.length > 0 &&
      targets.every((target) => target.kind === "key" && isVisible(target)) &&
      referencesOf(resource, record.read).every(isVisible)
    );
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
