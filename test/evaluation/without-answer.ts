/** A resource without what tells the answer: labels, and narratives, which generators write from the labels. */
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { isRecord } from "../non-interference/records/resource.ts";

/** The resource and all that it contains, without `meta.security` and without `text`. */
export function withoutAnswer(resource: Resource): Resource {
  const { text: _narrative, meta, contained, ...rest } = resource;
  return {
    ...rest,
    ...(isRecord(meta) ? { meta: Object.fromEntries(Object.entries(meta).filter(([name]) => name !== "security")) } : {}),
    ...(Array.isArray(contained) ? { contained: contained.map((one) => (isRecord(one) ? withoutAnswer(one as Resource) : one)) } : {}),
  } as Resource;
}
