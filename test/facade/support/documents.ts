/** Attachments made for tests, and what the facade reads in them. */
import { type Documents, documents } from "../../../fhir-facade/src/documents/documents.ts";
import type { Reading } from "../../../fhir-facade/src/documents/reading.ts";

const READ = documents();

export const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString("base64");

export const attachment = (contentType: string | undefined, content: string | Uint8Array) => ({
  ...(contentType === undefined ? {} : { contentType }),
  data: base64(content),
});

export const read = (contentType: string | undefined, content: string | Uint8Array, by: Documents = READ): Reading | undefined =>
  by.textOf(attachment(contentType, content));

/** The lines with words in them, blanks made one. */
export const linesOf = (found: Reading | undefined): readonly string[] | undefined =>
  found?.text
    .split("\n")
    .map((line) => line.trim().replace(/\s+/g, " "))
    .filter((line) => line !== "");

export async function readPrepared(content: Uint8Array, by: Documents, contentType = "application/pdf"): Promise<Reading | undefined> {
  const one = attachment(contentType, content);
  await by.prepare([{ resourceType: "DocumentReference", id: "d", content: [{ attachment: one }] }]);
  return by.textOf(one);
}
