/** Policies from which is taken out what may have been fitted to the record that is judged. */
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import type { Judged } from "../../fhir-facade/src/explain/judged-record.ts";
import { normalCode } from "../../fhir-facade/src/labeller/spelling.ts";
import { eachObject } from "../non-interference/records/resource.ts";

/**
 * The policy without every whole code that stands in the record, beginnings that are as long as the code included, whoever the source is: what remains is
 * shorter beginnings, terms and structure.
 */
export function withoutCodesOf(resources: readonly Resource[], policy: SharingPolicy): SharingPolicy {
  const met = new Set<string>();
  for (const resource of resources)
    eachObject(resource, ({ code }) => {
      if (typeof code === "string") met.add(normalCode(code));
    });
  return withRules(
    policy,
    (_list, code) => !met.has(normalCode(code)),
    () => true,
  );
}

/** Names of the rules that fired in one of the records and in no other. */
export function rulesOfOneRecord(records: readonly (readonly Judged[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const record of records)
    for (const rule of new Set(
      record.flatMap(({ findings }) => findings.filter(({ tier }) => tier !== "structure").map(({ rule }) => rule)),
    ))
      seen.set(rule, (seen.get(rule) ?? 0) + 1);
  return new Set([...seen].filter(([, records]) => records === 1).map(([rule]) => rule));
}

/** The policy without the codes, beginnings and terms that these rules name. */
export function withoutRules(fired: ReadonlySet<string>, policy: SharingPolicy): SharingPolicy {
  const ends = [...fired];
  return withRules(
    policy,
    (list, code, isBeginning) => !fired.has(`${list} ${code}${isBeginning ? "*" : ""}`),
    (term) => !ends.some((rule) => rule.endsWith(`: ${term}`)),
  );
}

function withRules(
  policy: SharingPolicy,
  keepCode: (list: string, code: string, isBeginning: boolean) => boolean,
  keepTerm: (term: string) => boolean,
): SharingPolicy {
  return {
    ...policy,
    codeLists: policy.codeLists.map((list) => ({
      ...list,
      rules: list.rules.map(({ codes = [], prefixes = [], ranges = [], ...rule }) => ({
        ...rule,
        codes: codes.filter((code) => keepCode(list.name, code, false)),
        prefixes: prefixes.filter((prefix) => keepCode(list.name, prefix, true)),
        ranges: ranges.filter(([from, to]) => keepCode(list.name, `${from}–${to}`, false)),
      })),
    })),
    termLists: policy.termLists.map((list) => ({
      ...list,
      rules: list.rules.map((rule) => ({ ...rule, terms: rule.terms.filter(keepTerm) })),
    })),
  };
}
