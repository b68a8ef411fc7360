/** Words that nobody judged: out of every resource as soon as anything is withheld; codes and structure stay. */
import { isObject } from "../../compartment/resource.ts";

/** Elements whose values people write. `text` is both the narrative and the text of a concept; a coding keeps the name of its judged code. */
const FREE_TEXT: ReadonlySet<string> = new Set([
  "education",
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
  "valueBase64Binary",
  "valueMarkdown",
]);

/** Names that say what something is in a patient's record; of a shared resource they are its public name. */
const NAMES: ReadonlySet<string> = new Set(["title", "name", "deviceName", "questionnaire"]);

/** Names under which a text, or a list of texts, is what somebody wrote or an address that tells; an object under them is something else. */
const WRITTEN: ReadonlySet<string> = new Set([
  "availabilityExceptions",
  "businessArrangement",
  "header",
  "instantiates",
  "instantiatesCanonical",
  "instantiatesUri",
  "network",
  "policy",
  "series",
  "statusReason",
  "valueCanonical",
  "valueUri",
  "valueUrl",
]);

/** Identifiers of something else than the resource itself, which may be hidden. */
const IDENTIFIERS_OF_OTHERS: ReadonlySet<string> = new Set(["groupIdentifier", "requisition", "preAdmissionIdentifier"]);

const OTHERS: ReadonlySet<string> = new Set(["display", "identifier", "reference", "url", "photo", "signature"]);

/** Whether an element of this name can hold words at all. */
export const mayBeFreeText = (name: string): boolean =>
  FREE_TEXT.has(name) ||
  NAMES.has(name) ||
  WRITTEN.has(name) ||
  IDENTIFIERS_OF_OTHERS.has(name) ||
  OTHERS.has(name) ||
  name.endsWith("String");

/** @param isNamed whether the whole resource may keep the names of things */
export function isFreeText(name: string, member: unknown, parent: object, isNamed: boolean): boolean {
  if (NAMES.has(name)) return !isNamed;
  // a coded element of one of these names (Goal.description) was judged by its codes
  if (FREE_TEXT.has(name)) return !(isObject(member) && "coding" in member);
  if (WRITTEN.has(name)) return isText(member);
  if (IDENTIFIERS_OF_OTHERS.has(name) || name.endsWith("String")) return true;
  switch (name) {
    case "photo":
    case "signature":
      return true;
    // of a judged code; what stands beside a reference are words about something else
    case "display":
      return !("code" in parent);
    case "identifier":
      return !("resourceType" in parent);
    // an identifier of a related claim
    case "reference":
      return typeof member !== "string";
    case "url":
      return "resourceType" in parent;
    default:
      return false;
  }
}

const isText = (member: unknown): boolean =>
  typeof member === "string" || (Array.isArray(member) && member.some((item) => typeof item === "string"));
