/** Labels that are already on the data: HL7 v3-ActCode sensitivity and v3-Confidentiality, by any of their addresses or by none. */
import { ACT_CODE_SYSTEM } from "@member-exchange/sharing-policy";
import { normalSystem } from "@member-exchange/sharing-policy/code-lists";
import type { SharingPolicy } from "@member-exchange/sharing-policy/policy";
import { remembered } from "./remembered.ts";
import { bitsOf, UNCLASSIFIABLE } from "./verdict.ts";

const CONFIDENTIALITY = new Set(
  [
    "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
    "http://hl7.org/fhir/v3/Confidentiality",
    "urn:oid:2.16.840.1.113883.5.25",
  ].map(normalSystem),
);
const ACT_CODE = new Set([ACT_CODE_SYSTEM, "http://hl7.org/fhir/v3/ActCode", "urn:oid:2.16.840.1.113883.5.4"].map(normalSystem));

/** Whether a code of this system is a security label wherever it stands. */
export const isLabelSystem = remembered(1_000, (system) => CONFIDENTIALITY.has(normalSystem(system)) || ACT_CODE.has(normalSystem(system)));

/** Restricted and very restricted. */
const RESTRICTED: readonly string[] = ["R", "V"];
/** Celebrity, sensitive and taboo: withdrawn codes of v3-Confidentiality that old data still carry. */
const WITHDRAWN: readonly string[] = ["C", "S", "T"];

/** Bits that one security label stands for, in whatever case; an absent or ordinary label stands for none. */
export type SecurityLabels = (system: string | undefined, code: string) => number;

/** A code that the policy knows counts under each address and under none: whoever wrote it meant it. */
export function securityLabels(policy: SharingPolicy): SecurityLabels {
  const bitOf = bitsOf(policy);
  const known = new Map<string, number>();
  const tell = (label: string, bits: number): void => {
    known.set(label.toUpperCase(), (known.get(label.toUpperCase()) ?? 0) | bits);
  };
  for (const { code, labels } of policy.categories) for (const label of labels) tell(label, bitOf(code));
  for (const label of [...policy.careLabels, ...RESTRICTED]) tell(label, UNCLASSIFIABLE);
  const isConfidentiality = remembered(1_000, (system) => CONFIDENTIALITY.has(normalSystem(system)));
  return (system, code) => {
    const label = code.trim().toUpperCase();
    const bits = known.get(label) ?? 0;
    return WITHDRAWN.includes(label) && isConfidentiality(system ?? "") ? bits | UNCLASSIFIABLE : bits;
  };
}
