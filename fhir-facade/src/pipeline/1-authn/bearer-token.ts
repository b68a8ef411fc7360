/** Where an access token may stand: the `Authorization` header, once, and nowhere else (RFC 6750 section 2.1). */
import type { IncomingHttpHeaders } from "node:http";
import { invalidRequest, invalidToken, missingToken } from "../../outcome/refusals.ts";

/** RFC 6750 `b64token`, bounded. */
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]{1,8192}=*)$/i;

/**
 * The token text. Does not check what it says.
 * @throws MissingToken, InvalidToken for another scheme, InvalidRequest when the query carries a token
 */
export function bearerToken(rawUrl: string, headers: IncomingHttpHeaders): string {
  if (/[?&]access_token(=|&|$)/i.test(rawUrl)) throw invalidRequest("token-in-query");
  if (headers.authorization === undefined) throw missingToken();
  const match = BEARER.exec(headers.authorization);
  if (!match?.[1]) throw invalidToken("token-malformed");
  return match[1];
}
