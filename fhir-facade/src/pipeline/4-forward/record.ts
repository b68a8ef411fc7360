/** The one record that an authorization is about: what of the store's answer is this patient's, and what of it may be known to exist. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { belongsTo, isShared } from "../../compartment/compartment.ts";
import { type ReadReference, referenceReader } from "../../compartment/references.ts";
import { keyOf, type Resource } from "../../compartment/resource.ts";
import type { Config } from "../../config.ts";
import type { Labeller } from "../../labeller/label.ts";
import type { IndexOf } from "../../patient-index/index-builder.ts";
import { type PatientIndex, visibleKeys } from "../../patient-index/patient-index.ts";
import { isHidden, type Sight } from "../3-authz/sight.ts";
import { isAllVisible } from "./provenance.ts";
import type { Store } from "./store.ts";

export interface MemberRecord {
  readonly store: Store;
  readonly read: ReadReference;
  readonly index: (sight: Sight) => Promise<PatientIndex>;
  /** Not hidden by what it says itself. What it refers to is not looked at. */
  readonly isOpen: (resource: Resource, sight: Sight) => boolean;
  /** Open, and the patient's, or of a shared type. */
  readonly isShown: (resource: Resource, sight: Sight) => boolean;
  /** Those of the resources that may be known to exist, in their order. */
  readonly shown: (resources: readonly Resource[], sight: Sight) => Promise<readonly Resource[]>;
}

export function memberRecord(store: Store, indexOf: IndexOf, labeller: Labeller, { storeUrl }: Pick<Config, "storeUrl">): MemberRecord {
  const read = referenceReader(storeUrl);
  const index = (sight: Sight): Promise<PatientIndex> => indexOf(sight.patient, sight.criteria);
  const isOpen = (resource: Resource, sight: Sight): boolean => !isHidden(sight, resource.resourceType, labeller.label(resource).mask);
  const isShown = (resource: Resource, sight: Sight): boolean =>
    (isShared(resource.resourceType) || belongsTo(resource, sight.patient, read)) && isOpen(resource, sight);
  const record: MemberRecord = {
    store,
    read,
    index,
    isOpen,
    isShown,
    async shown(resources, sight) {
      const own = resources.filter((resource) => isShown(resource, sight));
      if (!own.some(({ resourceType }) => isIndexed(resourceType, sight) || resourceType === "Provenance")) return own;
      const known = await index(sight);
      const visible = visibleKeys(known, sight);
      return own.filter(
        (resource) =>
          (!isIndexed(resource.resourceType, sight) || visible.has(keyOf(resource))) &&
          (resource.resourceType !== "Provenance" || isAllVisible(resource, record, known, sight)),
      );
    },
  };
  return record;
}

/** Whether only the index knows if a resource of the type is there: always under withholding, and for what is served only when it is reachable. */
export const isIndexed = (type: ResourceType, sight: Sight): boolean => sight.withholding || isShared(type);
