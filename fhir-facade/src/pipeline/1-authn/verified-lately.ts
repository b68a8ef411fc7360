/** A token whose signature was checked a moment ago is not checked again: a download sends the same one for each of its pages. */
import { createHash } from "node:crypto";
import { invalidToken } from "../../outcome/refusals.ts";
import type { AccessTokenClaims, VerifyAccessToken } from "./access-token.ts";

/** No longer than an introspected answer counts, so that nothing follows a change of keys later than a stop. */
export const VERIFIED_MAX_AGE_MS = 5_000;
const MAX_TOKENS = 5_000;

/**
 * Keeps what was verified, never a refusal; a token that has run out meanwhile is refused.
 * @param now wall clock in epoch milliseconds
 */
export function verifiedLately(verify: VerifyAccessToken, now: () => number = Date.now): VerifyAccessToken {
  const kept = new Map<string, { readonly claims: AccessTokenClaims; readonly since: number }>();
  return async (token) => {
    const key = createHash("sha256").update(token).digest("base64url");
    const known = kept.get(key);
    if (known && performance.now() - known.since < VERIFIED_MAX_AGE_MS) {
      if (known.claims.expires * 1000 <= now()) throw invalidToken("token-expired", "expired");
      return known.claims;
    }
    const since = performance.now();
    const claims = await verify(token);
    kept.delete(key);
    kept.set(key, { claims, since });
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_TOKENS) break;
      kept.delete(oldest);
    }
    return claims;
  };
}
