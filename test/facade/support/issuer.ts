/** An authorization server that does what the test says: its keys, its tokens and, token by token, its introspection answers. */
import type { ServerResponse } from "node:http";
import { AUTHORIZATION_CLAIM, AUTHORIZATION_ID_CLAIM, CATEGORIES_VERSION, type MemberAuthorization } from "@member-exchange/sharing-policy";
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from "jose";
import { listen } from "./http-server.ts";

export const FHIR_BASE_URL = "https://plan.example/fhir";
export const APP = "sample-app";
export const PATIENT = "p1";

/** Writes the whole introspection response. */
export type Introspection = (response: ServerResponse) => void;

export const json =
  (body: unknown, status = 200): Introspection =>
  (response) =>
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));

export const seconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow;

/** The introspection claim of a good authorization: everything but what is sensitive, of every type, until stopped. */
export const authorizationOf = (changes: Partial<MemberAuthorization> = {}): MemberAuthorization => ({
  id: "a1",
  patient: PATIENT,
  scope: "patient/*.rs",
  mode: "all-but-sensitive",
  shared: ["DEMO"],
  categoriesVersion: CATEGORIES_VERSION,
  until: null,
  ...changes,
});

export const activeAnswer = (authorization: MemberAuthorization): Record<string, unknown> => ({
  active: true,
  client_id: APP,
  token_type: "Bearer",
  [AUTHORIZATION_CLAIM]: authorization,
});

export interface TokenChanges {
  /** Claims set on top of the good ones; `undefined` takes one away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

export interface Issuer {
  readonly url: string;
  readonly publicKeyPem: string;
  readonly keys: { readonly RS256: CryptoKey; readonly ES256: CryptoKey; readonly stranger: CryptoKey };
  /** Public halves. */
  readonly rsJwk: JWK;
  readonly strangerJwk: JWK;
  /** Tokens in the order in which introspection was asked. */
  readonly asked: string[];
  readonly mint: (authorization: MemberAuthorization, changes?: TokenChanges) => Promise<string>;
  /** A token and what introspection says of it: by default that it is active. */
  readonly grant: (
    authorization?: Partial<MemberAuthorization>,
    changes?: TokenChanges & { introspection?: Introspection },
  ) => Promise<string>;
  readonly script: (token: string, introspection: Introspection) => void;
  /** While true, the key set is not served. */
  keysAway: boolean;
  /** Writes the key set's whole response instead. */
  keySet: Introspection | undefined;
  /** How often the key set was asked for. */
  readonly timesKeysAsked: () => number;
  readonly close: () => Promise<void>;
}

export async function startIssuer(): Promise<Issuer> {
  const rs = await generateKeyPair("RS256", { extractable: true });
  const es = await generateKeyPair("ES256", { extractable: true });
  const stranger = await generateKeyPair("RS256", { extractable: true });
  const jwks = {
    keys: [
      { ...(await exportJWK(rs.publicKey)), kid: "rs", alg: "RS256", use: "sig" },
      { ...(await exportJWK(es.publicKey)), kid: "es", alg: "ES256", use: "sig" },
    ],
  };
  const scripts = new Map<string, Introspection>();
  const asked: string[] = [];
  const state: { keysAway: boolean; keySet: Introspection | undefined; timesKeysAsked: number } = {
    keysAway: false,
    keySet: undefined,
    timesKeysAsked: 0,
  };
  const server = await listen((request, response) => {
    if (request.url?.endsWith("/certs")) {
      state.timesKeysAsked += 1;
      return (state.keySet ?? (state.keysAway ? json({}, 503) : json(jwks)))(response);
    }
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const token = new URLSearchParams(text).get("token") ?? "";
      const expected = `Basic ${Buffer.from("fhir-facade:secret%2Bof+facade").toString("base64")}`;
      if (request.headers.authorization !== expected) return json({ error: "invalid_client" }, 401)(response);
      asked.push(token);
      (scripts.get(token) ?? json({ active: false }))(response);
    });
  });
  const url = `${server.origin}/realms/health-plan`;

  const mint: Issuer["mint"] = (authorization, { claims = {}, header = {}, key = rs.privateKey } = {}) => {
    const good = {
      iss: url,
      sub: "u1",
      aud: [FHIR_BASE_URL, "fhir-facade"],
      azp: APP,
      typ: "Bearer",
      exp: seconds(300),
      iat: seconds(0),
      jti: crypto.randomUUID(),
      scope: authorization.scope,
      [AUTHORIZATION_ID_CLAIM]: authorization.id,
    };
    const protectedHeader = { alg: "RS256", kid: "rs", typ: "JWT", ...header } as JWTHeaderParameters;
    return new SignJWT({ ...good, ...claims }).setProtectedHeader(protectedHeader).sign(key);
  };

  return {
    url,
    publicKeyPem: await exportSPKI(rs.publicKey),
    keys: { RS256: rs.privateKey, ES256: es.privateKey, stranger: stranger.privateKey },
    rsJwk: await exportJWK(rs.publicKey),
    strangerJwk: await exportJWK(stranger.publicKey),
    asked,
    mint,
    grant: async (changes = {}, { introspection, ...token } = {}) => {
      const authorization = authorizationOf(changes);
      const minted = await mint(authorization, token);
      scripts.set(minted, introspection ?? json(activeAnswer(authorization)));
      return minted;
    },
    script: (token, introspection) => void scripts.set(token, introspection),
    set keysAway(away: boolean) {
      state.keysAway = away;
    },
    get keysAway() {
      return state.keysAway;
    },
    timesKeysAsked: () => state.timesKeysAsked,
    set keySet(answer: Introspection | undefined) {
      state.keySet = answer;
    },
    get keySet() {
      return state.keySet;
    },
    close: server.close,
  };
}
