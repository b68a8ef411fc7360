/** What the labeller is measured on: the demo's members with and without their notes, their notes as words, and one claim of any length. */
import { join } from "node:path";
import { CHECKOUT } from "@member-exchange/demo";
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { readRecordFiles } from "../../fhir-facade/src/explain/record-files.ts";
import { eachObject, isRecord } from "../non-interference/records/resource.ts";

/** Stands in notes for the number of the round, so that none was ever judged before. */
export const ROUND = "§";

export interface Corpus {
  /** JSON of each resource. */
  readonly texts: readonly string[];
  readonly bytes: number;
}

function corpus(resources: readonly object[]): Corpus {
  const texts = resources.map((resource) => JSON.stringify(resource));
  return { texts, bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) };
}

let read: readonly Resource[] | undefined;
function members(): readonly Resource[] {
  read ??= readRecordFiles([join(CHECKOUT, "demo/members")]).flatMap(({ resources }) => resources);
  return read;
}

export const memberRecords = (): Corpus => corpus(members());

/** @param times how often one member's record stands there, with other ids; all members once when absent */
export function memberCodes(times?: number): Corpus {
  const all = members().filter((resource) => notesOf(resource).length === 0);
  if (times === undefined) return corpus(all.map(withoutNarrative));
  const one = all.slice(0, Math.floor(all.length / 16)).map(withoutNarrative);
  return corpus(Array.from({ length: times }, (_, n) => one.map((resource) => ({ ...resource, id: `${resource.id}-${n}` }))).flat());
}

/** Every note as the text of an Observation, beside its display. */
export const memberWords = (): Corpus =>
  corpus(
    members().flatMap((resource) =>
      notesOf(resource).map((text, n) => ({
        resourceType: "Observation",
        id: `${resource.id}-${n}`,
        status: "final",
        code: {
          coding: [{ system: "http://loinc.org", code: "34117-2", display: "History and physical note" }],
          text: "History and physical note",
        },
        note: [{ text: `${ROUND} ${n} ${resource.id} ${text}` }],
      })),
    ),
  );

export const longClaim = (items: number): Corpus =>
  corpus([
    {
      resourceType: "Claim",
      id: "long",
      status: "active",
      item: Array.from({ length: items }, (_, n) => ({
        sequence: n + 1,
        productOrService: {
          coding: [{ system: "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", code: `A${4000 + (n % 900)}` }],
          text: "Supply",
        },
        locationCodeableConcept: { coding: [{ system: "https://www.cms.gov/Medicare/Coding/place-of-service-codes", code: "11" }] },
        net: { value: n, currency: "USD" },
      })),
    },
  ]);

function withoutNarrative({ text: _narrative, ...rest }: Resource): Resource {
  return rest as Resource;
}

function notesOf(resource: Resource): readonly string[] {
  const notes: string[] = [];
  eachObject([resource.content, resource.presentedForm].flat(), (value) => {
    if (isRecord(value) && typeof value.data === "string") notes.push(Buffer.from(value.data, "base64").toString("utf8"));
  });
  return notes;
}
