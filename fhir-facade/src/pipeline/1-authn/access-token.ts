/** The access token as a signed statement: who issued it, for whom, until when, and which authorization it stands for. */
import { AUTHORIZATION_CLAIM, AUTHORIZATION_ID_CLAIM } from "@member-exchange/sharing-policy";
import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, jwtVerify } from "jose";
import type { Config } from "../../config.ts";
import { invalidToken, timedOut, unavailable } from "../../outcome/refusals.ts";

/** Signatures with a public key only: a shared secret or `none` never verifies. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];
const CLOCK_TOLERANCE_SECONDS = 5;
/** A clock of the issuer that is further ahead than this is wrong. */
const ISSUED_AHEAD_SECONDS = 30;
/** A token that names an unknown key makes the key set be asked for anew, but no sooner after the last time. */
const UNKNOWN_KEY_PAUSE_MS = 5_000;
/** Nobody makes the key set be asked for more often than this, also while it cannot be had. */
const KEY_REQUEST_PAUSE_MS = 1_000;

export interface AccessTokenClaims {
  readonly authorizationId: string;
  readonly clientId: string;
  /** NumericDate. */
  readonly expires: number;
}

export type VerifyAccessToken = (token: string) => Promise<AccessTokenClaims>;

/**
 * Checks signature, `iss`, `aud`, `exp`, `nbf`, `iat`, `typ` and the shape of our claim. Does not check that the token is still active: introspection does.
 * @throws InvalidToken; Unavailable or TimedOut when the issuer's keys cannot be had
 */
export function accessTokenVerifier(config: Config): VerifyAccessToken {
  const keys = createRemoteJWKSet(new URL(`${config.issuerBackchannelUrl}/protocol/openid-connect/certs`), {
    timeoutDuration: config.issuerTimeoutMs,
    cooldownDuration: UNKNOWN_KEY_PAUSE_MS,
    cacheMaxAge: config.issuerKeysMaxAgeMs,
    [customFetch]: withPauses(KEY_REQUEST_PAUSE_MS),
  });
  const expected = {
    issuer: config.issuerUrl,
    audience: config.fhirBaseUrl,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    requiredClaims: ["exp", "azp", "typ", AUTHORIZATION_ID_CLAIM],
  };
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, expected).catch((error: unknown) => {
      throw refusalFor(error);
    });
    const { azp, exp, iat, typ, [AUTHORIZATION_ID_CLAIM]: authorizationId } = payload;
    if (iat !== undefined && iat > Date.now() / 1000 + ISSUED_AHEAD_SECONDS) throw invalidToken("token-issued-ahead");
    if (typ !== "Bearer") throw invalidToken("token-type");
    if (AUTHORIZATION_CLAIM in payload || "act" in payload) throw invalidToken("token-claims");
    if (typeof authorizationId !== "string" || !authorizationId || typeof azp !== "string" || !azp || typeof exp !== "number")
      throw invalidToken("token-claims");
    return { authorizationId, clientId: azp, expires: exp };
  };
}

/** A request sooner than `pause` milliseconds after the last one fails at once, whatever came of the last one. */
function withPauses(pause: number): FetchImplementation {
  let last = Number.NEGATIVE_INFINITY;
  return (url, options) => {
    const now = Date.now();
    if (now - last < pause) return Promise.reject(new Error("asked a moment ago"));
    last = now;
    return fetch(url, options);
  };
}

function refusalFor(error: unknown) {
  if (error instanceof errors.JWTExpired) return invalidToken("token-expired", "expired");
  if (error instanceof errors.JWKSTimeout) return timedOut("issuer-keys-timeout");
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return invalidToken("token-key");
  if (error instanceof errors.JWKSInvalid) return unavailable("issuer-keys-malformed");
  // jose answers a failed key request with its base error, everything about the token with a subclass
  if (error instanceof errors.JOSEError && error.constructor !== errors.JOSEError) return invalidToken("token-not-verified");
  return unavailable("issuer-keys-unavailable");
}
