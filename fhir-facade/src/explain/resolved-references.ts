/** References between the resources of files, as a server writes them when it stores the files: `Type/id`. */
import { isObject, type Json, keyOf, type Resource } from "../compartment/resource.ts";

export interface Named {
  readonly fullUrl: string | undefined;
  readonly resource: Resource;
}

/**
 * Copies in which full URLs, `urn:uuid:` names, `Type?identifier=…` and addresses that end with the `Type/id` of one of the resources became `Type/id`.
 * What leads to none of them stays as it is.
 */
export function withResolvedReferences(named: readonly Named[]): readonly Resource[] {
  const keys = new Map<string, string>();
  for (const { fullUrl, resource } of named) {
    const key = keyOf(resource);
    for (const name of [`urn:uuid:${resource.id}`, key, fullUrl ?? key]) keys.set(name, key);
    for (const identifier of [resource.identifier ?? []].flat())
      if (isObject(identifier)) keys.set(`${resource.resourceType}?identifier=${identifier.system}|${identifier.value}`, key);
  }
  const resolve = (reference: string): string => {
    if (reference.startsWith("#")) return reference;
    const [bare = "", history] = reference.split("/_history/");
    const tail = bare.split("/").slice(-2).join("/");
    const key = keys.get(reference) ?? keys.get(bare) ?? keys.get(tail);
    return key === undefined || (history !== undefined && bare === key) ? reference : key;
  };
  const isDocument = (text: string): boolean => /(^|\/)Binary\/[^/]+/.test(text);
  const copied = (value: Json | undefined): Json | undefined => {
    if (Array.isArray(value)) return value.map((item) => copied(item) ?? null);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        if (typeof item !== "string") return [name, copied(item)];
        return [name, name === "reference" || (name === "url" && isDocument(item)) ? resolve(item) : item];
      }),
    );
  };
  return named.map(({ resource }) => copied(resource) as Resource);
}
