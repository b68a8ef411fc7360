/** The searchset that an app gets: its own query in the links, addresses of this API, no total. */
import type { RedactedResource } from "./redact.ts";

export interface SearchsetLinks {
  readonly self: string;
  readonly next: string | undefined;
}

/** @see https://hl7.org/fhir/R4/bundle.html#searchset. There is no `total`: it would count what is hidden. */
export function searchset(resources: readonly RedactedResource[], { self, next }: SearchsetLinks, fhirBaseUrl: string) {
  return {
    resourceType: "Bundle",
    type: "searchset",
    link: [{ relation: "self", url: self }, ...(next === undefined ? [] : [{ relation: "next", url: next }])],
    ...(resources.length === 0 ? {} : { entry: resources.map((resource) => entry(resource, fhirBaseUrl)) }),
  };
}

function entry(resource: RedactedResource, fhirBaseUrl: string) {
  return { fullUrl: `${fhirBaseUrl}/${resource.resourceType}/${resource.id}`, resource, search: { mode: "match" } };
}
