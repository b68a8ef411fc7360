/** What is left of a shown resource under withholding: codes and structure, no words that nobody judged, nothing that an edit could move. */
import { isShared } from "../../compartment/compartment.ts";
import { isObject, type Resource } from "../../compartment/resource.ts";

/** Elements whose values people write. `text` is both the narrative and the text of a concept; a coding keeps the name of its judged code. */
const FREE_TEXT: ReadonlySet<string> = new Set([
  "text",
  "div",
  "note",
  "comment",
  "conclusion",
  "description",
  "patientInstruction",
  "instruction",
  "summary",
  "details",
  "disposition",
  "processNote",
  "valueAnnotation",
  "valueMarkdown",
]);

/** Names that say what something is in a patient's record; of a shared resource they are its public name. */
const NAMES: ReadonlySet<string> = new Set(["title", "name", "deviceName", "questionnaire"]);

/** `meta` keeps profiles only: versions and times tell of edits, labels tell of choices. */
export function withoutFreeText(resource: Resource): Resource {
  const { meta, ...rest } = resource;
  const profile = isObject(meta) ? meta.profile : undefined;
  const named = isShared(resource.resourceType) || resource.resourceType === "Patient" || resource.resourceType === "RelatedPerson";
  const kept = stripped(rest, named) as Resource;
  return profile === undefined ? kept : { ...kept, meta: { profile } };
}

function stripped(value: unknown, named: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => stripped(item, named));
  if (typeof value !== "object" || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) if (!isFreeText(key, member, value, named)) kept[key] = stripped(member, named);
  return kept;
}

function isFreeText(key: string, member: unknown, parent: object, named: boolean): boolean {
  if (NAMES.has(key)) return !named;
  // a coded element of one of these names (Goal.description) was judged by its codes
  if (FREE_TEXT.has(key)) return !(isObject(member) && "coding" in member);
  if (key.endsWith("String")) return true;
  // what is named without being pointed to was never looked up
  return key === "display" && !("code" in parent) && !("reference" in parent);
}
