/** Where a resource points: every reference in it, with the element in which it stands, read in one walk. */
import { isResourceType } from "@member-exchange/sharing-policy";
import { ID, isObject, type Json, type JsonObject, MAX_DEPTH, type ResourceKey } from "./resource.ts";

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

/** What a walk over a resource is told of; `element` is the name of the element in which it stands, a list's being that of the list. */
export interface Pointers {
  readonly target: (target: Target, element: string) => void;
  /** A logical reference: the identifier of something, where no literal reference stands beside it. */
  readonly identifier?: (identifier: JsonObject, element: string) => void;
}

/**
 * Tells of every reference in a resource, those of contained ones included, and of the documents that it keeps in the store as a Binary.
 * @throws RangeError when it is nested deeper than {@link MAX_DEPTH}
 */
export function eachReference(resource: Json, read: ReadReference, pointers: Pointers): void {
  if (typeof resource === "object" && resource !== null) walk(resource, "", 0, read, pointers);
}

function walk(value: object, element: string, depth: number, read: ReadReference, pointers: Pointers): void {
  if (Array.isArray(value)) {
    for (const item of value) walkMember(item, element, depth, read, pointers);
    return;
  }
  const object = value as JsonObject;
  const { reference, url, identifier } = object;
  if (typeof reference === "string") {
    const target = read(reference);
    if (target) pointers.target(target, element);
  } else if (depth > 0 && isObject(identifier) && object.resourceType === undefined) pointers.identifier?.(identifier, element);
  // of the addresses of attachments only these lead to a resource of the store
  const document = typeof url === "string" && url.includes("Binary/") ? read(url) : undefined;
  if (document?.kind === "key" && document.key.startsWith("Binary/")) pointers.target(document, element);
  for (const name in object) walkMember(object[name], name, depth, read, pointers);
}

function walkMember(value: Json | undefined, element: string, depth: number, read: ReadReference, pointers: Pointers): void {
  if (depth >= MAX_DEPTH) throw new RangeError("nested too deeply");
  if (typeof value === "object" && value !== null) walk(value, element, depth + 1, read, pointers);
}

/** All literal references of a resource. @throws RangeError when it is nested deeper than {@link MAX_DEPTH} */
export function referencesOf(resource: Json, read: ReadReference): readonly Target[] {
  const found: Target[] = [];
  eachReference(resource, read, { target: (target) => found.push(target) });
  return found;
}
