/** A page link becomes the interaction that it continues, which is then judged again as if it were asked anew. */
import type { Cursor } from "../../cursor/cursor.ts";
import { invalidRequest } from "../../outcome/refusals.ts";
import type { Interaction, ParsedInteraction } from "./interaction.ts";

/** @param cursor sealed by this facade, so that its parts were parsed before. @throws InvalidRequest when it names no type */
export function parseCursor({ operation, types, filters, count, patientId }: Cursor): Exclude<ParsedInteraction, { operation: "page" }> {
  const [type] = types;
  if (!type) throw invalidRequest("cursor-malformed");
  const interaction: Interaction =
    operation === "everything" ? { operation, patient: patientId, types, count } : { operation, type, filters, count, patient: patientId };
  return interaction as Exclude<ParsedInteraction, { operation: "page" }>;
}
