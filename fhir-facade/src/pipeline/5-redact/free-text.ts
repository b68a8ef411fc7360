/** What is left of a shown resource under withholding: no narrative, no free text, nothing that an edit of a hidden one could move. */
import { isObject, type Resource } from "../../compartment/resource.ts";

/** Elements whose values are written by people, in sentences; nobody judged them. @see https://hl7.org/fhir/R4/narrative.html */
const FREE_TEXT: ReadonlySet<string> = new Set([
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

/** `meta` keeps profiles only: versions and times tell of edits, labels tell of choices. */
export function withoutFreeText(resource: Resource): Resource {
  const { meta, text: _, ...rest } = resource;
  const profile = isObject(meta) ? meta.profile : undefined;
  const kept = stripped(rest) as Resource;
  return profile === undefined ? kept : { ...kept, meta: { profile } };
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== "object" || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    const narrative = key === "text" && typeof member === "object";
    const annotation = FREE_TEXT.has(key) && !isCoded(member);
    if (!narrative && !annotation) kept[key] = stripped(member);
  }
  return kept;
}

/** Some types give one of these names to a coded element (Goal.description): its codes were judged; its text goes all the same. */
function isCoded(value: unknown): boolean {
  return typeof value === "object" && value !== null && "coding" in value;
}
