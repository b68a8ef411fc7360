/** Where a resource points: every literal reference in it, read once. */
import { isResourceType } from "@member-exchange/sharing-policy";
import { ID, isObject, type Json, MAX_DEPTH, type ResourceKey } from "./resource.ts";

/** `key`: a supported resource of the store; `foreign`: anything else that a reader could try to follow. */
export type Target = { readonly kind: "key"; readonly key: ResourceKey } | { readonly kind: "foreign" };

export type ReadReference = (reference: string) => Target | undefined;

/** Reads one literal reference; `undefined` for a fragment (`#…`), which stays inside the resource. */
export function referenceReader(storeUrl: string): ReadReference {
  return (reference) => {
    if (reference.startsWith("#")) return undefined;
    const local = reference.startsWith(`${storeUrl}/`) ? reference.slice(storeUrl.length + 1) : reference;
    const [type = "", id = "", history, version, ...more] = local.split("/");
    const plain = history === undefined || (history === "_history" && version !== undefined && ID.test(version));
    if (!plain || more.length > 0 || !isResourceType(type) || !ID.test(id)) return { kind: "foreign" };
    return { kind: "key", key: `${type}/${id}` };
  };
}

/**
 * All literal references of a resource, contained ones included, and the documents that it keeps in the store as a Binary.
 * @throws RangeError when it is nested deeper than {@link MAX_DEPTH}
 */
export function referencesOf(resource: Json, read: ReadReference): readonly Target[] {
  const found: Target[] = [];
  const walk = (value: Json | undefined, depth: number): void => {
    if (depth > MAX_DEPTH) throw new RangeError("nested too deeply");
    if (Array.isArray(value)) for (const item of value) walk(item, depth + 1);
    else if (isObject(value)) {
      const { reference, url } = value;
      const target = typeof reference === "string" ? read(reference) : undefined;
      if (target) found.push(target);
      // of the addresses of attachments only these lead to a resource of the store
      const document = typeof url === "string" && url.includes("Binary/") ? read(url) : undefined;
      if (document?.kind === "key" && document.key.startsWith("Binary/")) found.push(document);
      for (const item of Object.values(value)) walk(item, depth + 1);
    }
  };
  walk(resource, 0);
  return found;
}
