/** Attachments: read as text for what they tell; what cannot be read whole cannot be judged. */
import type { JsonObject } from "../compartment/resource.ts";
import { add, addSignal, addText, type Findings } from "./findings.ts";
import { UNCLASSIFIABLE } from "./verdict.ts";

/** An Attachment or a Binary, wherever it stands; sampled data are numbers. */
export function isDocument({ contentType, data }: JsonObject): boolean {
  return typeof contentType === "string" || (typeof data === "string" && !/^[0-9EUL.\s+-]*$/.test(data));
}

/** An attachment without bytes and address says no more than its title. @param attachment or an extension with `valueBase64Binary` */
export function documentIn(found: Findings, attachment: JsonObject): void {
  const { data, url, valueBase64Binary: bytes } = attachment;
  if (data === undefined && url === undefined && bytes === undefined) return;
  const reading = found.means.documents.textOf(attachment);
  if (reading) addText(found, reading.text);
  for (const { system, code } of reading?.codes ?? []) {
    const family = found.means.families(system, code);
    addSignal(found, family.match(code), () => family.explain(code));
  }
  if (reading?.whole) found.judged = true;
  else add(found, UNCLASSIFIABLE, "attachment");
}
