/** Released substance-use records say that they are protected and may not be passed on without consent (42 CFR 2.32). */
import { ACT_CODE_SYSTEM } from "@member-exchange/sharing-policy";
import { isObject, type Json, type Resource } from "../../compartment/resource.ts";

const MARKS = [
  { system: ACT_CODE_SYSTEM, code: "42CFRPart2" },
  { system: ACT_CODE_SYSTEM, code: "NORDSCLCD", display: "no redisclosure without consent directive" },
];

/** The resource with both labels, each once. @see https://terminology.hl7.org/CodeSystem-v3-ActCode.html */
export function withRedisclosureMark(resource: Resource): Resource {
  const meta = isObject(resource.meta) ? resource.meta : {};
  const labels: readonly Json[] = Array.isArray(meta.security) ? meta.security : [];
  const missing = MARKS.filter(({ code }) => !labels.some((label) => isObject(label) && label.code === code));
  return missing.length === 0 ? resource : { ...resource, meta: { ...meta, security: [...labels, ...missing] } };
}
