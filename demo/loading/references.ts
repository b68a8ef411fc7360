/** References that only a transaction understands (`urn:uuid:…`, `Type?identifier=…`) become plain ones, so that every resource keeps its own id. */
import type { Resource } from "./bundle-files.ts";

export type References = ReadonlyMap<string, string>;

/** What each resource may be called in a bundle → `Type/id`. */
export function referencesTo(resources: readonly Resource[]): References {
  const names = new Map<string, string>();
  for (const { resourceType, id, identifier } of resources) {
    names.set(`urn:uuid:${id}`, `${resourceType}/${id}`);
    for (const { system, value } of (identifier ?? []) as { system?: string; value?: string }[]) {
      names.set(`${resourceType}?identifier=${system}|${value}`, `${resourceType}/${id}`);
    }
  }
  return names;
}

/** A copy with every `reference` resolved. @throws when one is unknown; contained (`#…`) and plain ones stay. */
export function resolved<Value>(value: Value, references: readonly References[]): Value {
  return JSON.parse(JSON.stringify(value), (key, inner) => {
    if (key !== "reference" || typeof inner !== "string" || !/^urn:uuid:|\?/.test(inner)) return inner;
    const target = references.find((known) => known.has(inner))?.get(inner);
    if (target === undefined) throw new Error(`nothing is called ${inner}`);
    return target;
  }) as Value;
}
