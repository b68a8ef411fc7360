/** Each ingredient of a good access token taken away or made wrong, one at a time, with the refusal that must follow. */
import { AUTHORIZATION_CLAIM, AUTHORIZATION_ID_CLAIM } from "@member-exchange/sharing-policy";
import { activeAnswer, authorizationOf, type Issuer, json, seconds } from "./issuer.ts";

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

const unsecured = async (issuer: Issuer): Promise<string> => {
  const [, payload] = (await issuer.grant()).split(".");
  return `Bearer ${Buffer.from('{"alg":"none","kid":"rs"}').toString("base64url")}.${payload}.`;
};

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
  [
    "HS256 with the public key as secret",
    (issuer) => bearer(issuer.grant({}, { header: { alg: "HS256" }, key: new TextEncoder().encode(issuer.publicKeyPem) })),
    unsigned,
  ],
  ["alg none", unsecured, unsigned],
  ["another issuer", claims({ iss: "https://other.example/realms/health-plan" }), unsigned],
  ["an issuer that only begins like ours", (issuer) => claims({ iss: `${issuer.url}/x` })(issuer), unsigned],
  ["no issuer", claims({ iss: undefined }), unsigned],
  ["another audience", claims({ aud: ["https://other.example/fhir"] }), unsigned],
  ["the facade's client as the only audience", claims({ aud: "fhir-facade" }), unsigned],
  ["no audience", claims({ aud: undefined }), unsigned],
  ["a passed exp", claims({ exp: seconds(-60) }), { ...unsigned, issue: "expired" }],
  ["no exp", claims({ exp: undefined }), unsigned],
  ["an nbf still to come", claims({ nbf: seconds(60) }), unsigned],
  ["typ ID", claims({ typ: "ID" }), unsigned],
  ["typ Refresh", claims({ typ: "Refresh" }), unsigned],
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
