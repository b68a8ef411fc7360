/** What FHIR Works says of a request, as the bytes that stage 2 reads. */
import { UnauthorizedError, type VerifyAccessTokenRequest } from "fhir-works-on-aws-interface";
import type { Config } from "../config.ts";
import type { RawRequest } from "../pipeline/2-parse/parse-request.ts";

/** FHIR Works' own paging parameter: how many matches come before the page. */
export const OFFSET = "_getpagesoffset";
const OFFSET_PAIR = new RegExp(`^${OFFSET}=(\\d{1,6})$`);

/**
 * The request without FHIR Works' paging. Its router gives the address below the FHIR base.
 * @throws UnauthorizedError without an address and a method to judge, for bulk data, for versions, and for a search in a form, whose parameters FHIR Works does not show
 */
export function requestOf(
  { requestContext, bulkDataAuth, vid }: VerifyAccessTokenRequest,
  { fhirBaseUrl }: Pick<Config, "fhirBaseUrl">,
): RawRequest {
  const { verb, url } = requestContext ?? {};
  if (verb !== "GET" || typeof url !== "string" || !url.startsWith("/")) throw new UnauthorizedError();
  if (bulkDataAuth !== undefined || vid !== undefined) throw new UnauthorizedError();
  const [path = "", ...queries] = url.split("?");
  const root = new URL(fhirBaseUrl).pathname.replace(/\/$/, "");
  const pairs = queries.join("?").split("&");
  const offsets = pairs.filter((pair) => OFFSET_PAIR.test(pair));
  const rest = offsets.length === 1 ? pairs.filter((pair) => !offsets.includes(pair)) : pairs;
  const query = rest.join("&");
  return { method: verb, url: `${root}${path}${query ? `?${query}` : ""}`, form: undefined };
}
