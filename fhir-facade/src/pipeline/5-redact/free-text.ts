/** Words that nobody judged: out of every resource as soon as anything is withheld; codes and structure stay. */
import { isObject } from "../../compartment/resource.ts";

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

/** Whether an element of this name can hold words at all. */
export const mayBeFreeText = (name: string): boolean =>
  FREE_TEXT.has(name) || NAMES.has(name) || name.endsWith("String") || name === "display";

/** @param isNamed whether the whole resource may keep the names of things */
export function isFreeText(name: string, member: unknown, parent: object, isNamed: boolean): boolean {
  if (NAMES.has(name)) return !isNamed;
  // a coded element of one of these names (Goal.description) was judged by its codes
  if (FREE_TEXT.has(name)) return !(isObject(member) && "coding" in member);
  if (name.endsWith("String")) return true;
  // what is named without being pointed to was never looked up
  return name === "display" && !("code" in parent) && !("reference" in parent);
}
