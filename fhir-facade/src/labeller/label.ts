/** The labeller: one resource in, one verdict out, from labels, codes, positions, words and documents. What its neighbours tell is judged elsewhere. */
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import type { Resource } from "../compartment/resource.ts";
import { type Documents, documents } from "../documents/documents.ts";
import { codeFamilies } from "./code-families.ts";
import { NEEDS_MATTER } from "./elements.ts";
import { add, type Finding, type Findings, type Means, nothingFound } from "./findings.ts";
import { answers } from "./questionnaire.ts";
import { securityLabels } from "./security-labels.ts";
import { textJudge } from "./text/text-judge.ts";
import { saysSomething } from "./vague.ts";
import { bitsOf, categoryBit, MALFORMED, UNCLASSIFIABLE, type Verdict } from "./verdict.ts";
import { KNOWN_TYPES, walkObject } from "./walk.ts";

export type { Finding } from "./findings.ts";

/** The only seam between the facade and what it holds for sensitive. */
export interface Labeller {
  /** A resource that two stages judge is walked once: resources are never changed, only replaced. */
  readonly label: (resource: Resource) => Verdict;
  /** Every reason for the verdict, for admins; never for apps, since it names codes and terms of the record. */
  readonly explain: (resource: Resource) => readonly Finding[];
  /** Whether this code, or others of its system, are judged or say nothing clinical, so that their names may stand beside them. */
  readonly knows: (system: string | undefined, code: string | undefined) => boolean;
}

/** @param reading only what it was given to prepare is read; other documents cannot be judged */
export function labeller(policy: SharingPolicy, reading: Documents = documents()): Labeller {
  const bitOf = bitsOf(policy);
  const means: Means = {
    families: codeFamilies(policy),
    labels: securityLabels(policy),
    text: textJudge(policy),
    documents: reading,
    categoriesOf: (mask) => policy.categories.map(({ code }) => code).filter((code) => (mask & bitOf(code)) !== 0),
  };
  const known = new WeakMap<Resource, Verdict>();
  return {
    label: (resource) => {
      const judged = known.get(resource);
      if (judged) return judged;
      const { mask, weak, rules } = judge(nothingFound(means), resource);
      const verdict = { mask, weak: weak & ~mask, rules };
      known.set(resource, verdict);
      return verdict;
    },
    explain: (resource) => {
      const trace = { path: [resource.resourceType], findings: [] };
      judge(nothingFound(means, trace), resource);
      return trace.findings;
    },
    knows: (system, code) => means.families(system, code).standing !== "unjudged",
  };
}

const DEMO = categoryBit("DEMO");

function judge(found: Findings, resource: Resource): Findings {
  if (!KNOWN_TYPES.has(resource.resourceType)) add(found, UNCLASSIFIABLE, "type");
  walkObject(found, resource, 0, resource.resourceType, 0);
  if (resource.resourceType === "QuestionnaireResponse" && (found.mask & MALFORMED) === 0) answers(found, resource);
  // a care plan is often named by its title alone
  if (resource.resourceType === "CarePlan" && (saysSomething(resource.title) || saysSomething(resource.description))) found.judged = true;
  // a drug that is named by reference is judged where the reference leads
  if (!found.judged && NEEDS_MATTER.has(resource.resourceType) && !resource.medicationReference) add(found, UNCLASSIFIABLE, "no-code");
  if (resource.resourceType === "RelatedPerson") add(found, DEMO, "type");
  return found;
}
