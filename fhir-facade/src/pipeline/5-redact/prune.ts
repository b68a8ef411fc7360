/** What is left of a shown resource, in one walk; an object that loses nothing is not copied. */
import { isShared } from "../../compartment/compartment.ts";
import { isObject, type JsonObject, type Resource } from "../../compartment/resource.ts";
import { isDocument } from "../../labeller/document.ts";
import type { Labeller } from "../../labeller/label.ts";
import { remembered } from "../../labeller/remembered.ts";
import type { Sight } from "../3-authz/sight.ts";
import { isDemographic, isWhollyDemographic, mayBeDemographic } from "./demographics.ts";
import { isFreeText, mayBeFreeText } from "./free-text.ts";
import { isToOtherPatient, MASKED } from "./other-patients.ts";

interface Rules {
  readonly patient: string;
  /** Whether names matter: words, and of `meta` all but profiles, go out, and what tells of the person where that is masked. */
  readonly isWithholding: boolean;
  readonly isMasked: boolean;
  /** Whether the names of things may stay. */
  readonly isNamed: boolean;
  readonly knows: Labeller["knows"];
}

/** Other members' ids always go out. Under withholding `meta` keeps profiles only: versions and times tell of edits, labels tell of choices. */
export function pruned(resource: Resource, { patient, withholding, demographics }: Sight, knows: Labeller["knows"]): Resource {
  const { resourceType } = resource;
  const isNamed = isShared(resourceType) || resourceType === "Patient" || resourceType === "RelatedPerson";
  return prunedObject(resource, {
    patient,
    isWithholding: withholding || demographics === "masked",
    isMasked: demographics === "masked",
    isNamed,
    knows,
  }) as Resource;
}

type Members = { readonly [name: string]: unknown };

const NO_MEMBER = "__proto__";
const isPlainName = remembered(
  5_000,
  (name) => name !== "meta" && name !== NO_MEMBER && name !== "code" && !mayBeFreeText(name) && !mayBeDemographic(name),
);

/** The value itself when nothing goes out of it; `undefined` when it goes out whole. */
function prunedValue(value: unknown, rules: Rules): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return prunedList(value, rules);
  const { reference } = value as Members;
  if (typeof reference === "string" && isToOtherPatient(reference, rules.patient)) return { extension: MASKED };
  if (rules.isWithholding && isDocument(value as JsonObject)) return undefined;
  return rules.isMasked && isWhollyDemographic(value) ? undefined : prunedObject(value as Members, rules);
}

function prunedList(items: readonly unknown[], rules: Rules): readonly unknown[] {
  let isChanged = false;
  const kept: unknown[] = [];
  for (const item of items) {
    const inner = prunedValue(item, rules);
    if (inner !== item) isChanged = true;
    if (inner !== undefined) kept.push(inner);
  }
  return isChanged ? kept : items;
}

function prunedObject(value: Members, rules: Rules): Members {
  let copy: Record<string, unknown> | undefined;
  for (const name in value) {
    const member = value[name];
    const isTelling = rules.isWithholding && !isPlainName(name);
    const inner = isTelling ? prunedMember(name, member, value, rules) : prunedValue(member, rules);
    if (inner !== member) copy ??= membersBefore(name, value);
    if (copy && inner !== undefined) copy[name] = inner;
  }
  return copy ?? value;
}

function prunedMember(name: string, member: unknown, parent: Members, rules: Rules): unknown {
  if (name === NO_MEMBER) return undefined;
  if (name === "meta") return isObject(member) && member.profile !== undefined ? { profile: member.profile } : undefined;
  if (isFreeText(name, member, parent, rules.isNamed) || isUnjudged(name, parent, rules)) return undefined;
  if (rules.isMasked && isDemographic(name, parent)) return undefined;
  return prunedValue(member, rules);
}

/** A code that no list knows, and its name: nobody has judged either, whatever stands beside it. */
const isUnjudged = (name: string, { system, code }: Members, { knows }: Rules): boolean =>
  (name === "display" || name === "code") && typeof code === "string" && !knows(typeof system === "string" ? system : undefined, code);

/** What stands before the first member that changes was looked at already and stays as it is. */
function membersBefore(end: string, value: Members): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const name in value) {
    if (name === end) break;
    copy[name] = value[name];
  }
  return copy;
}
