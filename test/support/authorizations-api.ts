/** The REST of the extension (docs/contracts.md, section 9), and the tokens of those who use it. */
import type { Member } from "@member-exchange/realm-config";
import { DIARY, type TestRealm } from "./realm.ts";
import { UserAgent } from "./user-agent.ts";

export const PLAN = { id: "plan-service", secret: "plan-secret-for-tests" };

/** One authorization as its member gets it. */
export interface Mine {
  readonly id: string;
  readonly revision: number;
  readonly client: { readonly clientId: string };
  readonly state: string;
  readonly patient: string;
  readonly person: string;
  readonly mode: string;
  readonly shared: readonly string[];
  readonly closed: readonly string[];
}

export interface Reply<Body> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
  readonly headers: Headers;
}

/** The member's tokens from the account console: a code with PKCE, as the page itself gets them. */
export async function consoleTokens(realm: TestRealm, { username, password }: Member, browser = new UserAgent()) {
  const app = { ...DIARY, clientId: "account-console", redirectUris: [`${realm.issuer}/account/`] };
  const flow = realm.flow("openid", { app, aud: undefined }, browser);
  const page = await flow.start();
  if (page.kind !== "page") throw new Error("no sign-in page for the account console");
  const body = new URLSearchParams({ username, password });
  const answer = await browser.send(page.context.url.loginAction, { method: "POST", body });
  const params = new URL(answer.headers.get("location") ?? "").searchParams;
  return (await flow.redeem({ kind: "app", params })).body;
}

export async function consoleToken(realm: TestRealm, member: Member): Promise<string> {
  return (await consoleTokens(realm, member)).access_token as string;
}

/** A service token by client credentials. */
export async function serviceToken(realm: TestRealm, client: { id: string; secret: string } = PLAN): Promise<string> {
  const fields = { grant_type: "client_credentials", client_id: client.id, client_secret: client.secret };
  return (await realm.flow("").token(fields)).body.access_token as string;
}

// biome-ignore lint/suspicious/noExplicitAny: each path has a body of its own
export async function call<Body = any>(realm: TestRealm, token: string | undefined, request: string, body?: unknown): Promise<Reply<Body>> {
  const [method = "GET", path = ""] = request.split(" ");
  const answer = await fetch(`${realm.issuer}/member-authorizations${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      origin: "http://localhost:9",
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text, headers: answer.headers, body: (text ? JSON.parse(text) : undefined) as Body };
}

/** What the member's list holds about one authorization. */
export async function mine(realm: TestRealm, token: string, id: unknown): Promise<Mine | undefined> {
  return (await call<Mine[]>(realm, token, "GET /mine")).body.find((one) => one.id === id);
}
