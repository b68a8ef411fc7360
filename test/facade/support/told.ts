/** What a text tells, as words for a table: categories by themselves, and with a tilde those that only confirm. */
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import { textJudge } from "../../../fhir-facade/src/labeller/text/text-judge.ts";
import { bitsOf } from "../../../fhir-facade/src/labeller/verdict.ts";

const policy = standardPolicy([]);
const bitOf = bitsOf(policy);
export const { judge, explain } = textJudge(policy);

/** For example `PSY SUD ~HIV`, in the order of the screen; empty for nothing. */
export function told(text: string): string {
  const { mask, weak } = judge(text);
  const codes = policy.categories.map(({ code }) => code);
  return [...codes.filter((code) => mask & bitOf(code)), ...codes.filter((code) => weak & bitOf(code)).map((code) => `~${code}`)].join(" ");
}

/** Lines of `text => categories`. */
export const table = (lines: string): readonly (readonly [text: string, expected: string])[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => line.split("=>").map((part) => part.trim()) as [string, string]);
