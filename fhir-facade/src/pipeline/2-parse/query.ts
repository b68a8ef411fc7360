/** A query or form body as names and values: percent-decoded once, strictly; names are compared whole. */
import { invalidRequest } from "../../outcome/refusals.ts";
import type { Parameter } from "./interaction.ts";

const MAX_LENGTH = 8_192;
const MAX_PARAMETERS = 50;

/** @throws InvalidRequest for broken encoding, control characters, too many or too long parameters */
export function parseQuery(raw: string): Parameter[] {
  if (raw.length > MAX_LENGTH) throw invalidRequest("query-too-long");
  const parts = raw.split("&").filter((part) => part !== "");
  if (parts.length > MAX_PARAMETERS) throw invalidRequest("query-too-many");
  return parts.map((part) => {
    const split = part.indexOf("=");
    if (split <= 0) throw invalidRequest("query-malformed");
    return { name: decode(part.slice(0, split)), value: decode(part.slice(split + 1)) };
  });
}

function decode(text: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw invalidRequest("query-encoding");
  }
  for (const character of decoded) if (character < " " || character === "\u007f") throw invalidRequest("query-characters");
  return decoded;
}

/** Takes the one value of `name` out of `parameters`. @throws InvalidRequest when it is there twice */
export function takeOne(parameters: Parameter[], name: string): string | undefined {
  const found = parameters.filter((parameter) => parameter.name === name);
  if (found.length > 1) throw invalidRequest("parameter-repeated");
  if (found[0]) parameters.splice(parameters.indexOf(found[0]), 1);
  return found[0]?.value;
}
