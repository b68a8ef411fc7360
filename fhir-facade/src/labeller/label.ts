/** The labeller: one resource in, one verdict out, from labels and codes. Text, places and propagation are judged elsewhere. */
import { ALL_RESOURCE_TYPES, type ResourceType } from "@member-exchange/sharing-policy";
import { isObject, type Json, type JsonObject, MAX_DEPTH, type Resource } from "../compartment/resource.ts";
import { type CodeFamilies, codeFamilies } from "./code-families.ts";
import { labelBits } from "./security-labels.ts";
import { ADMINISTRATIVE, NEEDS_CODE, OPAQUE, SUBJECT_MATTER, TYPE_IS_SUBJECT_MATTER } from "./subject-matter.ts";
import { categoryBit, UNCLASSIFIABLE, type Verdict } from "./verdict.ts";

/** The only seam between the facade and what it holds for sensitive. */
export interface Labeller {
  readonly label: (resource: Resource) => Verdict;
}

const DEMO = categoryBit("DEMO");
const KNOWN_TYPES: ReadonlySet<string> = new Set<ResourceType>(ALL_RESOURCE_TYPES);

/** @param codeLists names of the lists in use. A resource that two stages judge is walked once: resources are never changed, only replaced. */
export function labeller(codeLists: readonly string[]): Labeller {
  const families = codeFamilies(codeLists);
  const known = new WeakMap<Resource, Verdict>();
  return {
    label: (resource) => {
      const verdict = known.get(resource) ?? walkOnce(resource, families);
      known.set(resource, verdict);
      return verdict;
    },
  };
}

function walkOnce(resource: Resource, families: CodeFamilies): Verdict {
  let mask = 0;
  let judged = false;
  const rules = new Set<string>();
  const add = (bits: number, rule: string): void => {
    if (bits === 0) return;
    mask |= bits;
    rules.add(rule);
  };

  const coding = (value: JsonObject, name: string): void => {
    const system = typeof value.system === "string" ? value.system : undefined;
    const code = value.code;
    if (typeof code !== "string") return;
    if (name === "security") add(labelBits(system, code), "label");
    else {
      const match = families.match(system, code);
      add(match.mask, match.rule);
    }
  };

  const concept = (name: string, codings: readonly Json[], root: string): void => {
    const systems = codings.map((item) => (isObject(item) && typeof item.system === "string" ? item.system : undefined));
    if (systems.some((system) => families.standing(system) === "judged")) {
      judged = true;
      return;
    }
    if (systems.some((system) => families.isSwitchedOff(system))) add(UNCLASSIFIABLE, "list-off");
    const matters = SUBJECT_MATTER.has(name) || (name === "type" && TYPE_IS_SUBJECT_MATTER.has(root));
    if (matters && !systems.some((system) => families.standing(system) === "neutral")) add(UNCLASSIFIABLE, "unjudged");
  };

  const subject = (value: JsonObject, name: string, root: string): void => {
    const codings = value.coding;
    if (Array.isArray(codings)) concept(name, codings, root);
    else if (name === "valueCoding") concept("code", [value], root);
    else if (SUBJECT_MATTER.has(name) && typeof value.text === "string") add(UNCLASSIFIABLE, "text-only");
  };

  const walk = (value: Json | undefined, name: string, root: string, depth: number, administrative: boolean): void => {
    if (depth > MAX_DEPTH) {
      add(UNCLASSIFIABLE, "too-deep");
      return;
    }
    if (Array.isArray(value)) {
      for (const item of value) walk(item, name, root, depth + 1, administrative);
      return;
    }
    if (!isObject(value)) return;
    const type = typeof value.resourceType === "string" ? value.resourceType : root;
    if (type !== root && !KNOWN_TYPES.has(type)) add(UNCLASSIFIABLE, "contained-type");
    if (name !== "") coding(value, name);
    if (!administrative) subject(value, name, type);
    for (const [child, item] of Object.entries(value)) {
      if (OPAQUE.has(child)) add(UNCLASSIFIABLE, "attachment");
      if (child === "modifierExtension") add(UNCLASSIFIABLE, "modifier");
      walk(item, child, type, depth + 1, administrative || ADMINISTRATIVE.has(child));
    }
  };

  if (!KNOWN_TYPES.has(resource.resourceType)) add(UNCLASSIFIABLE, "type");
  if (resource.resourceType === "QuestionnaireResponse" && resource.item) add(UNCLASSIFIABLE, "questionnaire");
  walk(resource, "", resource.resourceType, 0, false);
  // a drug that is named by reference is judged where the reference leads
  if (!judged && NEEDS_CODE.has(resource.resourceType) && !resource.medicationReference) add(UNCLASSIFIABLE, "no-code");
  if (resource.resourceType === "RelatedPerson") add(DEMO, "type");
  return { mask, rules: [...rules] };
}
