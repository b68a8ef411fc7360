/** A request's headers as one meaning only: what two readers could understand differently is refused before anything is read of it. */
import type { IncomingMessage } from "node:http";
import { headersTooLong, invalidRequest } from "../outcome/refusals.ts";

const MAX_HEADERS = 100;
const ONCE = ["authorization", "content-type", "content-length", "content-encoding", "transfer-encoding", "expect"];

/** @throws InvalidRequest, HeadersTooLong. Does not check what the headers say otherwise. */
export function requireUnambiguous({ method, headers, headersDistinct, rawHeaders, httpVersion }: IncomingMessage): void {
  if (rawHeaders.length > 2 * MAX_HEADERS) throw headersTooLong();
  for (const name of ONCE) if ((headersDistinct[name]?.length ?? 0) > 1) throw invalidRequest(`${name}-repeated`);
  if (httpVersion !== "1.1" && httpVersion !== "1.0") throw invalidRequest("http-version");
  const hosts = headersDistinct.host?.length ?? 0;
  if (hosts > 1 || (hosts === 0 && httpVersion !== "1.0")) throw invalidRequest("host");
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== "100-continue") throw invalidRequest("expect");
  const coding = headers["transfer-encoding"];
  if (coding !== undefined && coding.toLowerCase() !== "chunked") throw invalidRequest("transfer-encoding");
  if (method !== "POST" && (coding !== undefined || Number(headers["content-length"] ?? 0) > 0)) throw invalidRequest("body-unexpected");
}
