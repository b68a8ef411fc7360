/** Labels that are already on the data: HL7 v3-ActCode sensitivity and v3-Confidentiality, by any of their addresses. */
import { ACT_CODE_SYSTEM, CATEGORIES } from "@member-exchange/sharing-policy";
import { normalSystem } from "./code-families.ts";
import { remembered } from "./remembered.ts";
import { categoryBit, UNCLASSIFIABLE } from "./verdict.ts";

const ACT_CODE = new Set([ACT_CODE_SYSTEM, "http://hl7.org/fhir/v3/ActCode", "urn:oid:2.16.840.1.113883.5.4"].map(normalSystem));
const CONFIDENTIALITY = new Set(
  [
    "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
    "http://hl7.org/fhir/v3/Confidentiality",
    "urn:oid:2.16.840.1.113883.5.25",
  ].map(normalSystem),
);

/** Labels that name no category of ours but still say: handle with care. */
const SENSITIVE_WITHOUT_CATEGORY = new Set([
  "SPI",
  "TBOO",
  "VIO",
  "EMOTDIS",
  "MST",
  "SICKLE",
  "SCA",
  "GENDER",
  "SSP",
  "PRS",
  "PHY",
  "DIA",
  "CEL",
  "ADOL",
]);
/** Handling codes that say the same. */
const HANDLING: Readonly<Record<string, string>> = { "42CFRPart2": "SUD", HIPAAPsyNotes: "PSYTHPN" };

const BY_LABEL = new Map<string, number>();
for (const { code, labels } of CATEGORIES) for (const label of labels) BY_LABEL.set(label, (BY_LABEL.get(label) ?? 0) | categoryBit(code));
for (const [label, code] of Object.entries(HANDLING)) BY_LABEL.set(label, categoryBit(code));

const nameOf = remembered(1_000, normalSystem);

/** Bits that one security label stands for; an absent or ordinary label stands for none. */
export function labelBits(system: string | undefined, code: string): number {
  const name = nameOf(system ?? "");
  if (CONFIDENTIALITY.has(name)) return ["R", "V"].includes(code.toUpperCase()) ? UNCLASSIFIABLE : 0;
  if (ACT_CODE.has(name) || name === "") return BY_LABEL.get(code) ?? (SENSITIVE_WITHOUT_CATEGORY.has(code) ? UNCLASSIFIABLE : 0);
  return 0;
}
