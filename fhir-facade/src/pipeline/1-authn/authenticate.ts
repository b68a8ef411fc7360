/** Stage 1: the token's signed statement and the live authorization agree, or nothing goes on. */
import type { IncomingHttpHeaders } from "node:http";
import type { MemberAuthorization } from "@member-exchange/sharing-policy";
import type { Config } from "../../config.ts";
import { invalidToken } from "../../outcome/refusals.ts";
import { accessTokenVerifier } from "./access-token.ts";
import { bearerToken } from "./bearer-token.ts";
import { introspector } from "./introspection.ts";
import { rateLimits } from "./rate-limits.ts";
import { verifiedLately } from "./verified-lately.ts";

declare const verified: unique symbol;

/** An access token that was verified and introspected for this very request. Minted here only. */
export interface VerifiedToken {
  readonly [verified]: true;
  readonly clientId: string;
  readonly authorization: MemberAuthorization;
}

export type Authenticate = (rawUrl: string, headers: IncomingHttpHeaders) => Promise<VerifiedToken>;

/** @throws MissingToken, InvalidToken, InvalidRequest, TooManyRequests; Unavailable or TimedOut when the issuer does not answer */
export function authenticator(config: Config, now: () => number = Date.now): Authenticate {
  const verify = verifiedLately(accessTokenVerifier(config), now);
  const introspect = introspector(config);
  const limits = rateLimits(config);
  return async (rawUrl, headers) => {
    const token = bearerToken(rawUrl, headers);
    const claims = await verify(token);
    const { authorization, clientId } = await limits.ofRefusals(token, introspect);
    if (authorization.id !== claims.authorizationId) throw invalidToken("authorization-mismatch");
    if (clientId !== claims.clientId) throw invalidToken("client-mismatch");
    if (authorization.until !== null && authorization.until * 1000 <= now()) throw invalidToken("authorization-ended");
    if (!authorization.scope.trim()) throw invalidToken("authorization-empty");
    await limits.count(clientId, authorization.patient);
    return { clientId, authorization } as VerifiedToken;
  };
}
