/** One walk over a resource: every label, code, text and document in it, wherever it stands. */
import { ALL_RESOURCE_TYPES, type ResourceType } from "@member-exchange/sharing-policy";
import { type JsonObject, MAX_DEPTH } from "../compartment/resource.ts";
import { coding, subject } from "./concept.ts";
import { documentIn, isDocument } from "./document.ts";
import { MARKS, Mark } from "./elements.ts";
import { add, addText, type Findings } from "./findings.ts";
import { MALFORMED, UNCLASSIFIABLE } from "./verdict.ts";

export const KNOWN_TYPES: ReadonlySet<string> = new Set<ResourceType>(ALL_RESOURCE_TYPES);

/** What holds for everything below an element. */
const INHERITED = Mark.Administrative | Mark.Person | Mark.NoDocument | Mark.Specialty | Mark.Security;

/** Whose names and addresses are a person's own; of the others they are where and with whom something happened. */
const PRIVATE: ReadonlySet<string> = new Set(["Patient", "RelatedPerson"]);

/** @param element marks of the element's name, and what it inherits; 0 for the resource itself, which is no coding */
export function walkObject(found: Findings, value: JsonObject, element: number, root: string, depth: number): void {
  const { resourceType, code } = value;
  const type = typeof resourceType === "string" ? resourceType : root;
  if (type !== root && !KNOWN_TYPES.has(type)) add(found, UNCLASSIFIABLE, "contained-type");
  if (depth > 0 && typeof code === "string") coding(found, value, code, element);
  if ((element & Mark.NoDocument) === 0 && isDocument(value)) documentIn(found, value);
  if ((element & Mark.Administrative) === 0) subject(found, value, element, type);
  const inherited = element & INHERITED;
  for (const name in value) {
    const named = MARKS.get(name) ?? 0;
    const marks = (named & Mark.Person) !== 0 && !PRIVATE.has(type) ? named & ~Mark.Person : named;
    const member = value[name];
    if ((marks & (Mark.Modifier | Mark.Base64)) !== 0) telling(found, marks, value);
    if (typeof member === "string") {
      if ((marks & Mark.Words) !== 0 && (inherited & Mark.Person) === 0) words(found, name, member, value);
      if (depth >= MAX_DEPTH) tooDeep(found);
    } else if (typeof member === "object" && member !== null) {
      found.trace?.path.push(name);
      walk(found, member, marks | inherited, type, depth + 1);
      found.trace?.path.pop();
    } else if (depth >= MAX_DEPTH) tooDeep(found);
  }
}

function walk(found: Findings, value: object, element: number, root: string, depth: number): void {
  if (depth > MAX_DEPTH) tooDeep(found);
  else if (Array.isArray(value)) walkList(found, value, element, root, depth);
  else walkObject(found, value as JsonObject, element, root, depth);
}

function walkList(found: Findings, items: readonly unknown[], element: number, root: string, depth: number): void {
  for (let place = 0; place < items.length; place++) {
    const item = items[place];
    found.trace?.path.push(place);
    if (typeof item === "object" && item !== null) walk(found, item, element, root, depth + 1);
    else if (depth >= MAX_DEPTH) tooDeep(found);
    else if (typeof item === "string" && (element & WORDS_OF_NOBODY) === Mark.Words) addText(found, item);
    found.trace?.path.pop();
  }
}

const WORDS_OF_NOBODY = Mark.Words | Mark.Person | Mark.NoDocument;

const tooDeep = (found: Findings): void => add(found, UNCLASSIFIABLE | MALFORMED, "too-deep");

/** Names that tell whatever stands there. */
function telling(found: Findings, marks: number, value: JsonObject): void {
  if ((marks & Mark.Modifier) !== 0) add(found, UNCLASSIFIABLE, "modifier");
  else documentIn(found, value);
}

/** The name of a person beside a reference is nobody's words; a narrative is read without its tags. */
function words(found: Findings, name: string, text: string, { reference }: JsonObject): void {
  if (name === "display" && typeof reference === "string" && REFERS_TO_PERSON.test(reference)) return;
  found.trace?.path.push(name);
  addText(found, name === "div" ? text.replace(TAG, " ") : text);
  found.trace?.path.pop();
}

const REFERS_TO_PERSON = /(^|\/)(Patient|RelatedPerson)\//;
const TAG = /<[^<>]*>/g;
