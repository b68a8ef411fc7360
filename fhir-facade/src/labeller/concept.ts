/** One coding, and the concept in which codings stand: what they tell, and whether anybody can say what the resource is about. */
import { isObject, type Json, type JsonObject } from "../compartment/resource.ts";
import { Mark, POSITIONS, TYPE_IS_SUBJECT_MATTER } from "./elements.ts";
import { add, addSignal, addText, type Findings } from "./findings.ts";
import { isLabelSystem } from "./security-labels.ts";
import { saysSomething } from "./vague.ts";
import { UNCLASSIFIABLE } from "./verdict.ts";

export function coding(found: Findings, value: JsonObject, code: string, element: number): void {
  const system = typeof value.system === "string" ? value.system : undefined;
  if ((element & Mark.Security) !== 0 || (system !== undefined && isLabelSystem(system)))
    add(found, found.means.labels(system, code), "label", "label");
  const family = found.means.families(system, code);
  addSignal(found, family.match(code), () => family.explain(code));
  // a code that somebody made up is often a word
  if (family.standing !== "judged" && (element & Mark.Security) === 0) addText(found, code);
}

const IN_POSITION = POSITIONS.reduce((marks, [mark]) => marks | mark, 0);

/** @param element marks of the name under which `value` stands in a resource of type `root` */
export function subject(found: Findings, value: JsonObject, element: number, root: string): void {
  const codings = value.coding;
  const matters = (element & Mark.SubjectMatter) !== 0 || ((element & Mark.Type) !== 0 && TYPE_IS_SUBJECT_MATTER.has(root));
  if (Array.isArray(codings)) concept(found, codings, value.text, element, matters);
  else if (element & Mark.ValueCoding) concept(found, [value], undefined, element, true);
  else if (matters && typeof value.text === "string") textOnly(found, value.text);
}

function textOnly(found: Findings, text: string): void {
  if (saysSomething(text)) found.judged = true;
  else add(found, UNCLASSIFIABLE, "text-only");
}

function concept(found: Findings, codings: readonly Json[], text: Json | undefined, element: number, matters: boolean): void {
  let isNeutral = false;
  let isSwitchedOff = false;
  let isJudged = false;
  for (const item of codings) {
    if (!isObject(item)) continue;
    const family = found.means.families(textOf(item.system), textOf(item.code));
    isJudged ||= family.standing === "judged";
    isNeutral ||= family.standing === "neutral";
    isSwitchedOff ||= family.isSwitchedOff;
    if ((element & IN_POSITION) !== 0 && family.standing !== "judged" && inPosition(found, item, element)) isJudged = true;
  }
  if (isJudged) found.judged = true;
  // a known code system that nobody judges: its codes tell everybody else, whatever the words say
  else if (isSwitchedOff) add(found, UNCLASSIFIABLE, "list-off");
  else if (matters && says(codings, text)) found.judged = true;
  else if (matters && !isNeutral) add(found, UNCLASSIFIABLE, "unjudged");
}

const textOf = (value: Json | undefined): string | undefined => (typeof value === "string" ? value : undefined);

const says = (codings: readonly Json[], text: Json | undefined): boolean =>
  saysSomething(text) || codings.some((item) => isObject(item) && saysSomething(item.display));

/** Whether the position says of which system the code is; what that system's list knows of it counts. */
function inPosition(found: Findings, { code }: JsonObject, element: number): boolean {
  if (typeof code !== "string") return false;
  let isKnown = false;
  for (const [mark, lists] of POSITIONS) {
    if ((element & mark) === 0) continue;
    for (const name of lists) {
      const family = found.means.families.ofList(name);
      if (!family) continue;
      isKnown = true;
      addSignal(found, family.match(code), () => family.explain(code));
    }
  }
  return isKnown;
}
