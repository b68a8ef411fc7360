/** Stage 1 weakened: tokens, introspection and what must agree. */
import { of } from "../mutant.ts";

const token = of("pipeline/1-authn/access-token.ts", "authn");
const agree = of("pipeline/1-authn/authenticate.ts", "authn");
const bearer = of("pipeline/1-authn/bearer-token.ts", "authn");
const introspection = of("pipeline/1-authn/introspection.ts", "authn");
const lately = of("pipeline/1-authn/verified-lately.ts", "authn");
const limits = of("pipeline/1-authn/rate-limits.ts", "edge-rate-limits");

export const AUTHN = [
  token(
    "the signature is not verified",
    "const { payload } = await jwtVerify(token, keys, expected).catch((error: unknown) => {\n      throw refusalFor(error);\n    });",
    'await jwtVerify(token, keys, expected).catch((error: unknown) => {\n      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw refusalFor(error);\n    });\n    const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());',
  ),
  token("iss is not compared", "    issuer: config.issuerUrl,\n", ""),
  token("aud is not compared", "    audience: config.fhirBaseUrl,\n", ""),
  token("exp is not compared", "    clockTolerance: CLOCK_TOLERANCE_SECONDS,", "    clockTolerance: 1e12,"),
  token("iat may be far ahead", 'throw invalidToken("token-issued-ahead");', "void 0;"),
  token("any typ is a bearer token's", 'if (typ !== "Bearer") throw', 'if (typ === "") throw'),
  token("a token for somebody acting is good", 'AUTHORIZATION_CLAIM in payload || "act" in payload', "AUTHORIZATION_CLAIM in payload"),
  token("a token that carries the choice is good", 'AUTHORIZATION_CLAIM in payload || "act" in payload', '"act" in payload'),
  agree("token and introspection may name different authorizations", 'throw invalidToken("authorization-mismatch");', "void 0;"),
  agree("token and introspection may name different clients", 'throw invalidToken("client-mismatch");', "void 0;"),
  agree("the end of the authorization is not looked at", 'throw invalidToken("authorization-ended");', "void 0;"),
  agree("an authorization without a scope is one", 'throw invalidToken("authorization-empty");', "void 0;"),
  bearer("a token in the query is not noticed", 'throw invalidRequest("token-in-query");', "void 0;"),
  introspection("what is not active counts as active", "answer.active !== true", "answer.active === undefined"),
  introspection("introspection of somebody acting is good", 'if ("act" in answer) throw invalidToken("token-actor");', ""),
  introspection(
    "a claim that cannot be read is one that shares nothing but DEMO",
    "const authorization = parseMemberAuthorization(answer[AUTHORIZATION_CLAIM]);",
    'const authorization = parseMemberAuthorization(answer[AUTHORIZATION_CLAIM]) ?? { id: "a1", patient: "p1", scope: "patient/*.rs", mode: "chosen" as const, shared: ["DEMO"], categoriesVersion: "1", until: null };',
  ),
  introspection("an answer counts for a minute", "INTROSPECTION_MAX_AGE_MS = 5_000", "INTROSPECTION_MAX_AGE_MS = 60_000", "introspection"),
  introspection("failures are remembered", "if (answers.get(key)?.answer === answer) answers.delete(key);", "", "introspection"),
  lately("a token that ran out meanwhile is good", "known.claims.expires * 1000 <= now()", "known.claims.expires < 0", "leak-14-required"),
  lately("a verified token is good for an hour", "VERIFIED_MAX_AGE_MS = 5_000", "VERIFIED_MAX_AGE_MS = 3_600_000", "leak-14-required"),
  limits("a member's requests are not counted", 'await consume(members, JSON.stringify([clientId, patient]), "member-limit");', ""),
];
