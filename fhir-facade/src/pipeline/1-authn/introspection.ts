/** What the authorization is worth now: RFC 7662, asked as the facade's own client, remembered for at most five seconds. */
import { createHash } from "node:crypto";
import { AUTHORIZATION_CLAIM, type MemberAuthorization, parseMemberAuthorization } from "@member-exchange/sharing-policy";
import type { Config } from "../../config.ts";
import { invalidToken, Refusal, timedOut, unavailable } from "../../outcome/refusals.ts";

/** A stopped authorization is worth nothing this long after it was stopped, counted from when the question was sent. */
export const INTROSPECTION_MAX_AGE_MS = 5_000;
const MAX_ANSWERS = 5_000;
const MAX_ANSWER_BYTES = 256 * 1024;

export interface IntrospectedAuthorization {
  readonly authorization: MemberAuthorization;
  readonly clientId: string;
}
export type Introspect = (token: string) => Promise<IntrospectedAuthorization>;

/** Introspection with one request in flight per token; failures are never remembered. */
export function introspector(config: Config): Introspect {
  const answers = new Map<string, { readonly sent: number; readonly answer: Promise<IntrospectedAuthorization> }>();
  return (token) => {
    const key = createHash("sha256").update(token).digest("base64url");
    const now = performance.now();
    const known = answers.get(key);
    if (known && now - known.sent < INTROSPECTION_MAX_AGE_MS) return known.answer;
    const answer = ask(config, token);
    answers.delete(key);
    answers.set(key, { sent: now, answer });
    answer.catch(() => {
      if (answers.get(key)?.answer === answer) answers.delete(key);
    });
    for (const oldest of answers.keys()) {
      if (answers.size <= MAX_ANSWERS) break;
      answers.delete(oldest);
    }
    return answer;
  };
}

async function ask(config: Config, token: string): Promise<IntrospectedAuthorization> {
  const credentials = [config.clientId, config.clientSecret].map(formEncode).join(":");
  let body: unknown;
  try {
    const response = await fetch(`${config.issuerBackchannelUrl}/protocol/openid-connect/token/introspect`, {
      method: "POST",
      headers: {
        Authorization: `Basic ${Buffer.from(credentials).toString("base64")}`,
        "Content-Type": "application/x-www-form-urlencoded",
        Accept: "application/json",
      },
      body: new URLSearchParams({ token, token_type_hint: "access_token" }).toString(),
      redirect: "error",
      signal: AbortSignal.timeout(config.issuerTimeoutMs),
    });
    if (response.status !== 200) throw unavailable("introspection-refused");
    const text = await response.text();
    if (text.length > MAX_ANSWER_BYTES) throw unavailable("introspection-malformed");
    body = JSON.parse(text);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof DOMException && error.name === "TimeoutError") throw timedOut("introspection-timeout");
    throw unavailable("introspection-unavailable");
  }
  return readAnswer(body);
}

/** RFC 6749 section 2.3.1: identifier and secret are form-encoded before they are joined. */
const formEncode = (value: string): string => new URLSearchParams({ v: value }).toString().slice(2);

function readAnswer(body: unknown): IntrospectedAuthorization {
  if (typeof body !== "object" || body === null) throw unavailable("introspection-malformed");
  const answer = body as Record<string, unknown>;
  if (answer.active !== true) throw invalidToken("token-inactive");
  if ("act" in answer) throw invalidToken("token-actor");
  const authorization = parseMemberAuthorization(answer[AUTHORIZATION_CLAIM]);
  const clientId = answer.client_id;
  if (!authorization || typeof clientId !== "string") throw invalidToken("authorization-missing");
  return { authorization, clientId };
}
