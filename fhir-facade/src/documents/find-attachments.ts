/** Where documents stand in a resource. */
import { isObject, type JsonObject, MAX_DEPTH } from "../compartment/resource.ts";

/** Every object that has bytes: attachments, a Binary, and elements of type base64Binary beside their siblings. Deeper than resources go, nothing is found. */
export function findAttachments(resources: readonly JsonObject[]): readonly JsonObject[] {
  const found: JsonObject[] = [];
  const look = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || typeof value !== "object" || value === null) return;
    if (isObject(value) && dataOf(value) !== undefined) found.push(value);
    for (const member of Object.values(value)) if (typeof member === "object") look(member, depth + 1);
  };
  for (const resource of resources) look(resource, 0);
  return found;
}

/** The bytes that stand in the object itself, in base64; what stands behind an address is not fetched. */
export function dataOf({ data, valueBase64Binary }: JsonObject): string | undefined {
  if (typeof data === "string") return data;
  return typeof valueBase64Binary === "string" ? valueBase64Binary : undefined;
}
