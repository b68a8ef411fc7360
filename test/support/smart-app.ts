/** What an app of one's own needs at the token endpoint beside the flow: signed client assertions (RFC 7523), plain requests with every header seen. */
import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import type { TestRealm } from "./realm.ts";

export const endpoint = (
  { issuer }: TestRealm,
  name: "auth" | "token" | "token/introspect" | "revoke" | "certs" | "ext/par/request",
): string => `${issuer}/protocol/openid-connect/${name}`;

/** RFC 6749, section 2.3.1. */
export const basic = ({ id, secret }: { id: string; secret: string }): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString("base64")}`;

export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what the server said is looked into freely
  readonly body: any;
}

export async function post(address: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Posted> {
  const answer = await fetch(address, { method: "POST", headers, body: new URLSearchParams(fields) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : JSON.parse(text) };
}

/** A key pair of an app, its public half as it is registered, and assertions signed with it. */
export interface AppKey {
  readonly jwks: { readonly keys: readonly object[] };
  /** Form fields of `private_key_jwt`; `undefined` leaves a claim out. */
  readonly assertion: (clientId: string, audience: string, claims?: JWTPayload, header?: object) => Promise<Record<string, string>>;
}

export async function appKey(alg: "RS384" | "ES384"): Promise<AppKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const kid = randomUUID();
  return {
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg, use: "sig", key_ops: ["verify"] }] },
    assertion: async (clientId, audience, claims = {}, header = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const payload = { iss: clientId, sub: clientId, aud: audience, jti: randomUUID(), exp: now + 300, ...claims };
      const jwt = await new SignJWT(payload).setProtectedHeader({ alg, kid, typ: "JWT", ...header }).sign(privateKey);
      return { client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", client_assertion: jwt };
    },
  };
}
