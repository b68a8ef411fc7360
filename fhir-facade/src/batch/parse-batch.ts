/** A Bundle of type `batch` as the addresses that it asks for; whatever else it holds refuses it whole. */
import { parse } from "secure-json-parse";
import { invalidRequest } from "../outcome/refusals.ts";

/** Relative to the base, as a request line would hold it. The path is read strictly, so that no entry can leave the base. */
const ADDRESS = /^(?!\/)[A-Za-z0-9._$/-]{0,200}(\?[\x21\x24-\x7e]{0,7000})?$/;
const DOTS = /^(|[^?]*\/)\.{1,2}(\/|\?|$)/;

/** @throws InvalidRequest unless every entry is one GET below the base; @see https://hl7.org/fhir/R4/http.html#transaction */
export function parseBatch(text: string, most: number): readonly string[] {
  const { resourceType, type, entry } = only(["resourceType", "type", "id", "entry"], bundleOf(text));
  if (resourceType !== "Bundle" || type !== "batch") throw invalidRequest("batch-type");
  if (!Array.isArray(entry) || entry.length === 0) throw invalidRequest("batch-empty");
  if (entry.length > most) throw invalidRequest("batch-too-long");
  return entry.map((item) => addressOf(only(["fullUrl", "request"], item).request));
}

function bundleOf(text: string): unknown {
  try {
    return parse(text, { protoAction: "error", constructorAction: "error" });
  } catch {
    throw invalidRequest("batch-malformed");
  }
}

function addressOf(request: unknown): string {
  const { method, url } = only(["method", "url"], request);
  if (method !== "GET") throw invalidRequest("batch-method");
  if (typeof url !== "string" || url === "" || !ADDRESS.test(url) || DOTS.test(url)) throw invalidRequest("batch-url");
  return url;
}

/** An object with these members and no other. */
function only<Name extends string>(names: readonly Name[], value: unknown): Partial<Record<Name, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidRequest("batch-malformed");
  const known: readonly string[] = names;
  if (Object.keys(value).some((name) => !known.includes(name))) throw invalidRequest("batch-member");
  return value;
}
