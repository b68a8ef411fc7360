/** The searchset that an app gets: its own query in the links, addresses of this API, no total. */
import type { RedactedEntry } from "./redact.ts";
import type { Transmission } from "./transmission.ts";

export interface SearchsetLinks {
  readonly self: string;
  readonly next: string | undefined;
}

/** @see https://hl7.org/fhir/R4/bundle.html#searchset. There is no `total`: it would count what is hidden. */
export function searchset(
  entries: readonly RedactedEntry[],
  { self, next }: SearchsetLinks,
  fhirBaseUrl: string,
  transmission: Transmission | undefined,
) {
  const all = [...entries.map((entry) => linked(entry, fhirBaseUrl)), ...(transmission ? [transmission] : [])];
  return {
    resourceType: "Bundle",
    type: "searchset",
    link: [{ relation: "self", url: self }, ...(next === undefined ? [] : [{ relation: "next", url: next }])],
    ...(all.length === 0 ? {} : { entry: all }),
  };
}

const linked = ({ resource, mode }: RedactedEntry, fhirBaseUrl: string) => ({
  fullUrl: `${fhirBaseUrl}/${resource.resourceType}/${resource.id}`,
  resource,
  search: { mode },
});
