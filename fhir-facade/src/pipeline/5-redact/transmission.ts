/** Provenance of an exchange: the plan transmitted what stands on this page. Made from what leaves, the same way every time, never stored. */
import { createHash } from "node:crypto";
import type { RedactedEntry } from "./redact.ts";

const PARTICIPANT = "http://hl7.org/fhir/us/core/CodeSystem/us-core-provenance-participant-type";

export interface Transmission {
  readonly fullUrl: string;
  readonly resource: { readonly resourceType: "Provenance"; readonly id: string; readonly [element: string]: unknown };
  readonly search: { readonly mode: "include" };
}

/**
 * The id is a UUID of what was transmitted, so that the same page has the same.
 * @param now epoch milliseconds
 * @see PDex 2.1, Provenance: at least one for each exchange that names the plan as transmitter
 */
export function transmissionOf(entries: readonly RedactedEntry[], planName: string, now: number): Transmission | undefined {
  if (entries.length === 0) return undefined;
  const target = entries.map(({ resource }) => ({ reference: `${resource.resourceType}/${resource.id}` }));
  const id = uuid(target.map(({ reference }) => reference).join(" "));
  return {
    fullUrl: `urn:uuid:${id}`,
    resource: {
      resourceType: "Provenance",
      id,
      meta: { profile: ["http://hl7.org/fhir/us/davinci-pdex/StructureDefinition/pdex-provenance"] },
      contained: [{ resourceType: "Organization", id: "plan", active: true, name: planName }],
      target,
      recorded: new Date(now).toISOString(),
      agent: [
        {
          type: { coding: [{ system: PARTICIPANT, code: "transmitter", display: "Transmitter" }] },
          who: { reference: "#plan", display: planName },
        },
      ],
    },
    search: { mode: "include" },
  };
}

/** RFC 9562 version 8: a UUID of our own making. */
function uuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20, 32)].join("-");
}
