/** Labels for the resources of one record that lies in a file: judged and spread as the facade does it, without a store. */
import { type ReadReference, referenceReader } from "../../compartment/references.ts";
import { isObject, type Json, keyOf, type Resource, type ResourceKey } from "../../compartment/resource.ts";
import type { Labeller } from "../../labeller/label.ts";
import { entryOf, type Judging } from "../entry.ts";
import { propagate } from "../propagate.ts";
import { type Reason, reasonsOf } from "./explain.ts";

export interface Labelled {
  /** Bits of the resource by itself. */
  readonly own: number;
  readonly weak: number;
  /** Bits by which it is hidden. */
  readonly mask: number;
  /** How it came by bits that are not its own; empty unless asked for. */
  readonly why: readonly Reason[];
}

export interface Labelling {
  /** How references of the file are read; by itself as {@link fileReader} of the resources does. */
  readonly read?: ReadReference;
  readonly explain?: boolean;
}

/** @param resources of one person: what one tells counts for all; of two with one key the later one counts */
export function labelRecord(
  resources: readonly Resource[],
  labeller: Pick<Labeller, "label">,
  { read = fileReader(resources), explain = false }: Labelling = {},
): ReadonlyMap<ResourceKey, Labelled> {
  const judging: Judging = { labeller, read, criteriaMet: () => 0 };
  const judged = new Map(
    resources.map((resource) => [keyOf(resource), entryOf(resource, judging, { key: (key) => key, sort: (sort) => sort })]),
  );
  const reasons = explain ? reasonsOf(judged.values()) : undefined;
  return new Map(
    Array.from(propagate(judged.values()), ([key, { own, weak, mask }]) => [key, { own, weak, mask, why: reasons?.get(key) ?? [] }]),
  );
}

/** Reads `Type/id`, and names of resources in the same file: `urn:uuid:…` with their id, `Type?identifier=system|value`, and addresses that end in `Type/id`. */
export function fileReader(resources: readonly Resource[]): ReadReference {
  const literal = referenceReader("file:");
  const names = new Map<string, ResourceKey>();
  for (const resource of resources) {
    const key = keyOf(resource);
    names.set(key, key).set(`urn:uuid:${resource.id}`, key);
    for (const name of identifiersIn(resource)) names.set(`${resource.resourceType}?identifier=${name}`, key);
  }
  return (reference) => {
    const key = names.get(reference) ?? names.get(/^https?:\/\/.*\/([A-Za-z]+\/[^/]+)$/.exec(reference)?.[1] ?? "");
    return key ? { kind: "key", key } : literal(reference);
  };
}

function identifiersIn({ identifier }: Resource): readonly string[] {
  const given: readonly (Json | undefined)[] = Array.isArray(identifier) ? identifier : [identifier];
  return given.flatMap((item) => (isObject(item) && typeof item.value === "string" ? [`${item.system ?? ""}|${item.value}`] : []));
}
