/** Answers to a questionnaire: each can be judged when somebody says what was asked. */
import { isObject, type Json, type JsonObject } from "../compartment/resource.ts";
import { add, addSignal, type Findings } from "./findings.ts";
import { saysSomething } from "./vague.ts";
import { UNCLASSIFIABLE } from "./verdict.ts";

/** LOINC panels have the question's code as the last part of its `linkId`. */
export function answers(found: Findings, { item }: JsonObject): void {
  const items = itemsBelow(item);
  for (const { linkId } of items) {
    const code = typeof linkId === "string" ? linkId.slice(linkId.lastIndexOf("/") + 1) : "";
    const family = found.means.families(undefined);
    addSignal(found, family.match(code), () => family.explain(code));
  }
  const questions = items.filter(({ linkId, item: below }) => linkId !== undefined && below === undefined);
  if (questions.length > 0 && questions.every(({ text, linkId }) => saysSomething(text) || isLoinc(linkId))) found.judged = true;
  else add(found, UNCLASSIFIABLE, "questionnaire");
}

const isLoinc = (linkId: Json | undefined): boolean => typeof linkId === "string" && /(^|\/)\d{1,5}-\d$/.test(linkId);

/** Depth is bounded by the walk, which has been here before. */
function itemsBelow(value: Json | undefined): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(itemsBelow);
  if (!isObject(value)) return [];
  return [value, ...itemsBelow(value.item), ...itemsBelow(value.answer)];
}
