/** Each ingredient of a good access token taken away or made wrong, one at a time, with the refusal that must follow. */
import { AUTHORIZATION_CLAIM, AUTHORIZATION_ID_CLAIM } from "@member-exchange/sharing-policy";
import { CompactEncrypt, CompactSign, importSPKI } from "jose";
import { activeAnswer, authorizationOf, FHIR_BASE_URL, type Issuer, json, seconds } from "./issuer.ts";

/** `asked`: whether introspection hears of it. */
export interface Expected {
  readonly status: number;
  readonly issue: string;
  readonly challenge?: string;
  readonly asked: boolean;
}

export type Fault = readonly [
  title: string,
  authorization: (issuer: Issuer) => Promise<string | undefined> | string | undefined,
  expected: Expected,
];

const INVALID = 'Bearer error="invalid_token"';
const unsigned: Expected = { status: 401, issue: "login", challenge: INVALID, asked: false };
const dead: Expected = { ...unsigned, asked: true };
const issuerAway: Expected = { status: 502, issue: "transient", asked: true };

const bearer = async (token: Promise<string>): Promise<string> => `Bearer ${await token}`;
const claims = (changes: Record<string, unknown>) => (issuer: Issuer) => bearer(issuer.grant({}, { claims: changes }));
const introspected = (body: unknown, status?: number) => (issuer: Issuer) =>
  bearer(issuer.grant({}, { introspection: json(body, status) }));
const answer = (changes: Record<string, unknown>) => introspected({ ...activeAnswer(authorizationOf()), ...changes });
const claim = (changes: Record<string, unknown>) => answer({ [AUTHORIZATION_CLAIM]: { ...authorizationOf(), ...changes } });

/** A good token under this header, with no signature, or with the one that it had. */
const reheaded =
  (header: Record<string, unknown>, signed = false) =>
  async (issuer: Issuer): Promise<string> => {
    const [, payload, signature] = (await issuer.grant()).split(".");
    const head = Buffer.from(JSON.stringify({ kid: "rs", ...header })).toString("base64url");
    return `Bearer ${head}.${payload}.${signed ? signature : ""}`;
  };

/** Signed by a stranger who brings the key, or says where it is. */
const brought = (header: (issuer: Issuer) => Record<string, unknown>) => (issuer: Issuer) =>
  bearer(issuer.grant({}, { key: issuer.keys.stranger, header: header(issuer) }));

const signedAs = (header: Record<string, unknown>) => (issuer: Issuer) => bearer(issuer.grant({}, { header }));

const encrypted = async (issuer: Issuer): Promise<string> => {
  const token = new TextEncoder().encode(await issuer.grant());
  const key = await importSPKI(issuer.publicKeyPem, "RSA-OAEP-256");
  return `Bearer ${await new CompactEncrypt(token).setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256GCM", kid: "rs", cty: "JWT" }).encrypt(key)}`;
};

const signedText = ({ keys }: Issuer, payload: string): Promise<string> =>
  new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg: "RS256", kid: "rs" }).sign(keys.RS256);

const sharedSecret = (alg: string) => (issuer: Issuer) =>
  bearer(issuer.grant({}, { header: { alg }, key: new TextEncoder().encode(issuer.publicKeyPem) }));

export const TOKEN_FAULTS: readonly Fault[] = [
  ["no Authorization header", () => undefined, { status: 401, issue: "login", challenge: "Bearer", asked: false }],
  ["another scheme", () => "Basic YTpi", unsigned],
  ["an empty token", () => "Bearer ", unsigned],
  ["two tokens in one header", async (issuer) => `Bearer ${await issuer.grant()}, Bearer ${await issuer.grant()}`, unsigned],
  ["characters that no token has", () => "Bearer a b", unsigned],
  ["a token that is no JWT", () => "Bearer abc", unsigned],
  ["a token longer than any", () => `Bearer ${"a".repeat(9000)}`, unsigned],
  ["a signature of one other byte", async (issuer) => `Bearer ${(await issuer.grant()).replace(/.{8}$/, "AAAAAAAA")}`, unsigned],
  ["a stranger's key under a known kid", (issuer) => bearer(issuer.grant({}, { key: issuer.keys.stranger })), unsigned],
  ["a kid that the issuer does not have", (issuer) => bearer(issuer.grant({}, { header: { kid: "other" } })), unsigned],
  ...["HS256", "HS384", "HS512"].map((alg): Fault => [`${alg} with the public key as secret`, sharedSecret(alg), unsigned]),
  ...["none", "None", "NONE", "nOnE", "", "rs256", null, ["RS256"]].flatMap((alg): Fault[] => [
    [`alg ${JSON.stringify(alg)} without a signature`, reheaded({ alg }), unsigned],
    [`alg ${JSON.stringify(alg)} with the signature of a good token`, reheaded({ alg }, true), unsigned],
  ]),
  ["no alg", reheaded({}, true), unsigned],
  ["a good header without a signature", reheaded({ alg: "RS256" }), unsigned],
  ["RS256 under the kid of the EC key", signedAs({ kid: "es" }), unsigned],
  ["PS256 said of an RS256 signature", reheaded({ alg: "PS256" }, true), unsigned],
  [
    "ES256 under the kid of the RSA key",
    (issuer) => bearer(issuer.grant({}, { key: issuer.keys.ES256, header: { alg: "ES256" } })),
    unsigned,
  ],
  ["a key in the header", brought(({ strangerJwk }) => ({ jwk: strangerJwk })), unsigned],
  ["a key in the header and no kid", brought(({ strangerJwk }) => ({ jwk: strangerJwk, kid: undefined })), unsigned],
  ["an address of keys", brought(({ url }) => ({ jku: `${url}/jku`, kid: "stranger" })), unsigned],
  ["an address of a certificate", brought(({ url }) => ({ x5u: `${url}/x5u` })), unsigned],
  ["a certificate", brought(() => ({ x5c: ["MIIB"] })), unsigned],
  ...["../../other/certs", "/etc/passwd", "rs/../es", "' OR '1'='1", "rs\0", "", "__proto__", "rs "].map(
    (kid): Fault => [`the kid ${JSON.stringify(kid)}`, signedAs({ kid }), unsigned],
  ),
  ["a kid that is no text", signedAs({ kid: ["rs"] }), unsigned],
  ["an extension that must be understood", reheaded({ alg: "RS256", crit: ["x"], x: 1 }, true), unsigned],
  ["an empty list of extensions", reheaded({ alg: "RS256", crit: [] }, true), unsigned],
  ["an unencoded payload", reheaded({ alg: "RS256", crit: ["b64"], b64: false }, true), unsigned],
  ["a signature over another header", reheaded({ alg: "RS256", typ: "at+jwt" }, true), unsigned],
  ["an encrypted token", encrypted, unsigned],
  ["a token of four parts", async (issuer) => `Bearer ${await issuer.grant()}.x`, unsigned],
  ["a token of two parts", async (issuer) => `Bearer ${(await issuer.grant()).split(".").slice(0, 2).join(".")}`, unsigned],
  ["a payload that is no object", (issuer) => bearer(signedText(issuer, "[]")), unsigned],
  ["a payload that is no JSON", (issuer) => bearer(signedText(issuer, "{")), unsigned],
  ...["DPoP", "Token", "JWT", "Bearer,", "BearerX", "Digest"].map(
    (scheme): Fault => [`the scheme ${scheme}`, async (issuer) => `${scheme} ${await issuer.grant()}`, unsigned],
  ),
  ["a token without a scheme", (issuer) => issuer.grant(), unsigned],
  ["a tab after the scheme", async (issuer) => `Bearer\t${await issuer.grant()}`, unsigned],
  ["a token in quotes", async (issuer) => `Bearer "${await issuer.grant()}"`, unsigned],
  ["a token and a parameter", async (issuer) => `Bearer ${await issuer.grant()}, realm=x`, unsigned],
  ["another issuer", claims({ iss: "https://other.example/realms/health-plan" }), unsigned],
  ["another realm of the same server", (issuer) => claims({ iss: issuer.url.replace("health-plan", "master") })(issuer), unsigned],
  ["our issuer with a slash", (issuer) => claims({ iss: `${issuer.url}/` })(issuer), unsigned],
  ["a list of issuers", (issuer) => claims({ iss: [issuer.url] })(issuer), unsigned],
  ["an issuer that only begins like ours", (issuer) => claims({ iss: `${issuer.url}/x` })(issuer), unsigned],
  ["no issuer", claims({ iss: undefined }), unsigned],
  ["another audience", claims({ aud: ["https://other.example/fhir"] }), unsigned],
  ["the facade's client as the only audience", claims({ aud: "fhir-facade" }), unsigned],
  ["an audience with a slash", claims({ aud: [`${FHIR_BASE_URL}/`] }), unsigned],
  ["an audience in another case", claims({ aud: FHIR_BASE_URL.toUpperCase() }), unsigned],
  ["an audience that holds ours", claims({ aud: `x ${FHIR_BASE_URL}` }), unsigned],
  ["an empty list of audiences", claims({ aud: [] }), unsigned],
  ["no audience", claims({ aud: undefined }), unsigned],
  ["a passed exp", claims({ exp: seconds(-60) }), { ...unsigned, issue: "expired" }],
  ["an exp in milliseconds, as text", claims({ exp: String(Date.now() + 300_000) }), unsigned],
  ["an exp that is null", claims({ exp: null }), unsigned],
  ["an iat that is text", claims({ iat: "now" }), unsigned],
  ["an iat still to come", claims({ iat: seconds(60) }), unsigned],
  ["an nbf that is text", claims({ nbf: "0" }), unsigned],
  ["no exp", claims({ exp: undefined }), unsigned],
  ["an nbf still to come", claims({ nbf: seconds(60) }), unsigned],
  ["typ ID", claims({ typ: "ID" }), unsigned],
  ["typ Refresh", claims({ typ: "Refresh" }), unsigned],
  ["typ Offline", claims({ typ: "Offline" }), unsigned],
  ["typ Logout", claims({ typ: "Logout" }), unsigned],
  ["typ DPoP", claims({ typ: "DPoP" }), unsigned],
  ["typ bearer in another case", claims({ typ: "bearer" }), unsigned],
  ["a list of typ", claims({ typ: ["Bearer"] }), unsigned],
  ["no typ", claims({ typ: undefined }), unsigned],
  ["no azp", claims({ azp: undefined }), unsigned],
  ["no authorization id", claims({ [AUTHORIZATION_ID_CLAIM]: undefined }), unsigned],
  ["an empty authorization id", claims({ [AUTHORIZATION_ID_CLAIM]: "" }), unsigned],
  ["an authorization id that is no text", claims({ [AUTHORIZATION_ID_CLAIM]: 1 }), unsigned],
  ["the choice itself in the token", claims({ [AUTHORIZATION_CLAIM]: authorizationOf() }), unsigned],
  ["an actor in the token", claims({ act: { sub: "other" } }), unsigned],

  ["introspection: not active", introspected({ active: false }), dead],
  ["introspection: active as text", answer({ active: "true" }), dead],
  ["introspection: no claim", answer({ [AUTHORIZATION_CLAIM]: undefined }), dead],
  ["introspection: the claim as text", answer({ [AUTHORIZATION_CLAIM]: JSON.stringify(authorizationOf()) }), dead],
  ["introspection: another authorization id", claim({ id: "a2" }), dead],
  ["introspection: another client", answer({ client_id: "other-app" }), dead],
  ["introspection: no client", answer({ client_id: undefined }), dead],
  ["introspection: an end that has passed", claim({ until: seconds(-1) }), dead],
  ["introspection: no end, not even null", claim({ until: undefined }), dead],
  ["introspection: an empty scope", claim({ scope: "" }), dead],
  ["introspection: a blank scope", claim({ scope: " " }), dead],
  ["introspection: a mode that is none", claim({ mode: "all" }), dead],
  ["introspection: no list of what is shared", claim({ shared: undefined }), dead],
  ["introspection: a list of what is shared with a hole", claim({ shared: ["DEMO", null] }), dead],
  ["introspection: no categories version", claim({ categoriesVersion: "" }), dead],
  ["introspection: no patient", claim({ patient: undefined }), dead],
  ["introspection: a patient that is a path", claim({ patient: "p1/../p2" }), dead],
  ["introspection: an actor", answer({ act: { sub: "other" } }), dead],
  ["introspection: active as a number", answer({ active: 1 }), dead],
  ["introspection: only active", introspected({ active: true }), dead],
  ["introspection: a list", introspected([{ active: true }]), dead],
  ["introspection: two clients", answer({ client_id: ["sample-app"] }), dead],
  ["introspection: status 201", introspected(activeAnswer(authorizationOf()), 201), issuerAway],
  [
    "introspection: half an answer",
    (issuer) =>
      bearer(
        issuer.grant(
          {},
          {
            introspection: (response) => {
              const text = JSON.stringify(activeAnswer(authorizationOf()));
              response.writeHead(200, { "Content-Type": "application/json", "Content-Length": text.length + 1 });
              response.write(text, () => response.destroy());
            },
          },
        ),
      ),
    issuerAway,
  ],
  [
    "introspection: half an answer, and silence",
    (issuer) =>
      bearer(
        issuer.grant({}, { introspection: (response) => void response.writeHead(200, { "Content-Type": "application/json" }).write("{") }),
      ),
    { status: 504, issue: "timeout", asked: true },
  ],
  ["introspection: more than any answer", answer({ filler: "x".repeat(300_000) }), issuerAway],
  ["introspection: status 500", introspected({}, 500), issuerAway],
  ["introspection: status 401", introspected({ error: "invalid_client" }, 401), issuerAway],
  ["introspection: null", introspected(null), issuerAway],
  [
    "introspection: no JSON",
    (issuer) => bearer(issuer.grant({}, { introspection: (response) => response.end("<html>active</html>") })),
    issuerAway,
  ],
  [
    "introspection: a redirect",
    (issuer) => bearer(issuer.grant({}, { introspection: (response) => response.writeHead(302, { Location: "/elsewhere" }).end() })),
    issuerAway,
  ],
  [
    "introspection: the connection broken off",
    (issuer) => bearer(issuer.grant({}, { introspection: (response) => response.destroy() })),
    issuerAway,
  ],
  [
    "introspection: no answer in time",
    (issuer) => bearer(issuer.grant({}, { introspection: () => undefined })),
    { status: 504, issue: "timeout", asked: true },
  ],
];
