/** How the address of a code system is compared: one form for each system, whatever the spelling. */

/** Address without scheme, case, version and trailing slash; an OID with or without its URN. */
export function normalSystem(system: string): string {
  const bare = system
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^urn:oid:/, "")
    .replace(/\|.*$/, "")
    .replace(/\/(19|20)\d\d$/, "")
    .replace(/\/+$/, "");
  return bare.startsWith("snomed.info/sct/") ? "snomed.info/sct" : bare;
}
