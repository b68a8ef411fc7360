/** A FHIR resource as the harness knows it: JSON with a type and an id. */

export interface FhirResource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}

export const keyOf = ({ resourceType, id }: FhirResource): string => `${resourceType}/${id}`;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Calls `visit` for every object below `value`, itself included. */
export function eachObject(value: unknown, visit: (object: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(value)) for (const item of value) eachObject(item, visit);
  else if (isRecord(value)) {
    visit(value);
    for (const item of Object.values(value)) eachObject(item, visit);
  }
}

/** Every literal reference in it. */
export function referencesIn(resource: FhirResource): readonly string[] {
  const found: string[] = [];
  eachObject(resource, ({ reference }) => {
    if (typeof reference === "string") found.push(reference);
  });
  return found;
}

/** A copy in which every string is what `change` makes of it; `path` is the names of the elements that lead to it. */
export function withStrings<Value>(
  value: Value,
  change: (text: string, path: readonly string[]) => string,
  path: readonly string[] = [],
): Value {
  if (typeof value === "string") return change(value, path) as Value;
  if (Array.isArray(value)) return value.map((item) => withStrings(item, change, path)) as Value;
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withStrings(item, change, [...path, name])])) as Value;
}
