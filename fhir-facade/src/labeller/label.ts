/** The labeller: one resource in, one verdict out, from labels and codes. Text, places and propagation are judged elsewhere. */
import { ALL_RESOURCE_TYPES, type ResourceType } from "@member-exchange/sharing-policy";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { isObject, type Json, type JsonObject, MAX_DEPTH, type Resource } from "../compartment/resource.ts";
import { type CodeFamilies, codeFamilies } from "./code-families.ts";
import { labelBits } from "./security-labels.ts";
import { MARKS, Mark, NEEDS_CODE, TYPE_IS_SUBJECT_MATTER } from "./subject-matter.ts";
import { categoryBit, MALFORMED, UNCLASSIFIABLE, type Verdict } from "./verdict.ts";

/** The only seam between the facade and what it holds for sensitive. */
export interface Labeller {
  readonly label: (resource: Resource) => Verdict;
}

const DEMO = categoryBit("DEMO");
const KNOWN_TYPES: ReadonlySet<string> = new Set<ResourceType>(ALL_RESOURCE_TYPES);

/** A resource that two stages judge is walked once: resources are never changed, only replaced. */
export function labeller(policy: SharingPolicy): Labeller {
  const families = codeFamilies(policy);
  const known = new WeakMap<Resource, Verdict>();
  return {
    label: (resource) => {
      const judged = known.get(resource);
      if (judged) return judged;
      const verdict = walkOnce(resource, families);
      known.set(resource, verdict);
      return verdict;
    },
  };
}

const ADMINISTRATIVE = Mark.Administrative;
/** Names that cannot be judged whatever stands there. */
const TELLING = Mark.Opaque | Mark.Modifier;

/** What has been found so far of one resource. */
interface Findings {
  readonly families: CodeFamilies;
  mask: number;
  weak: number;
  /** Whether a code of a list in use was met. */
  judged: boolean;
  readonly rules: string[];
}

function walkOnce(resource: Resource, families: CodeFamilies): Verdict {
  const found: Findings = { families, mask: 0, weak: 0, judged: false, rules: [] };
  if (!KNOWN_TYPES.has(resource.resourceType)) add(found, UNCLASSIFIABLE, "type");
  if (resource.resourceType === "QuestionnaireResponse" && resource.item) add(found, UNCLASSIFIABLE, "questionnaire");
  walkObject(found, resource, 0, resource.resourceType, 0);
  // a drug that is named by reference is judged where the reference leads
  if (!found.judged && NEEDS_CODE.has(resource.resourceType) && !resource.medicationReference) add(found, UNCLASSIFIABLE, "no-code");
  if (resource.resourceType === "RelatedPerson") add(found, DEMO, "type");
  return { mask: found.mask, weak: found.weak & ~found.mask, rules: found.rules };
}

function add(found: Findings, bits: number, rule: string, weak = 0): void {
  if ((bits | weak) === 0) return;
  found.mask |= bits;
  found.weak |= weak;
  if (!found.rules.includes(rule)) found.rules.push(rule);
}

/** @param element marks of the element's name, and that it stands below an administrative one; 0 for the resource itself, which is no coding */
function walkObject(found: Findings, value: JsonObject, element: number, root: string, depth: number): void {
  const { resourceType, code } = value;
  const type = typeof resourceType === "string" ? resourceType : root;
  if (type !== root && !KNOWN_TYPES.has(type)) add(found, UNCLASSIFIABLE, "contained-type");
  if (depth > 0 && typeof code === "string") coding(found, value, code, element);
  if ((element & ADMINISTRATIVE) === 0) subject(found, value, element, type);
  const inherited = element & ADMINISTRATIVE;
  for (const name in value) {
    const marks = MARKS.get(name) ?? 0;
    if ((marks & TELLING) !== 0) add(found, UNCLASSIFIABLE, (marks & Mark.Opaque) !== 0 ? "attachment" : "modifier");
    const member = value[name];
    if (typeof member === "object" && member !== null) walk(found, member, marks | inherited, type, depth + 1);
    else if (depth >= MAX_DEPTH) add(found, UNCLASSIFIABLE | MALFORMED, "too-deep");
  }
}

function walk(found: Findings, value: object, element: number, root: string, depth: number): void {
  if (depth > MAX_DEPTH) add(found, UNCLASSIFIABLE | MALFORMED, "too-deep");
  else if (!Array.isArray(value)) walkObject(found, value as JsonObject, element, root, depth);
  else
    for (const item of value) {
      if (typeof item === "object" && item !== null) walk(found, item, element, root, depth + 1);
      else if (depth >= MAX_DEPTH) add(found, UNCLASSIFIABLE | MALFORMED, "too-deep");
    }
}

function coding(found: Findings, value: JsonObject, code: string, element: number): void {
  const system = typeof value.system === "string" ? value.system : undefined;
  if (element & Mark.Security) add(found, labelBits(system, code), "label");
  else {
    const { mask, weak, rule } = found.families(system).match(code);
    add(found, mask, rule, weak);
  }
}

function subject(found: Findings, value: JsonObject, element: number, root: string): void {
  const codings = value.coding;
  if (Array.isArray(codings)) concept(found, codings, element, root);
  else if (element & Mark.ValueCoding) concept(found, [value], Mark.SubjectMatter, root);
  else if (element & Mark.SubjectMatter && typeof value.text === "string") add(found, UNCLASSIFIABLE, "text-only");
}

function concept(found: Findings, codings: readonly Json[], element: number, root: string): void {
  let isNeutral = false;
  let isSwitchedOff = false;
  for (const item of codings) {
    const family = found.families(isObject(item) && typeof item.system === "string" ? item.system : undefined);
    if (family.standing === "judged") {
      found.judged = true;
      return;
    }
    isNeutral ||= family.standing === "neutral";
    isSwitchedOff ||= family.isSwitchedOff;
  }
  if (isSwitchedOff) add(found, UNCLASSIFIABLE, "list-off");
  const matters = element & Mark.SubjectMatter || (element & Mark.Type && TYPE_IS_SUBJECT_MATTER.has(root));
  if (matters && !isNeutral) add(found, UNCLASSIFIABLE, "unjudged");
}
