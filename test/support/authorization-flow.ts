/** SMART standalone launch as an app and a member do it, step by step, over HTTP: RFC 6749 section 4.1 with PKCE (RFC 7636). */
import { createHash, randomBytes } from "node:crypto";
import { createContext, runInContext } from "node:vm";
import { type Answer, UserAgent } from "./user-agent.ts";

export interface AppRequest {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly aud?: string | undefined;
  readonly prompt?: string;
  readonly state?: string;
}

/** What the browser shows: one of Keycloak's pages, or the app with what it was sent. */
export type Shown =
  // biome-ignore lint/suspicious/noExplicitAny: the page's own context, as it stands in its source
  | { readonly kind: "page"; readonly page: string; readonly context: any; readonly html: string; readonly status: number }
  | { readonly kind: "app"; readonly params: URLSearchParams };

export interface Tokens {
  readonly status: number;
  readonly body: Record<string, unknown> & {
    access_token?: string;
    refresh_token?: string;
    id_token?: string;
    scope?: string;
    error?: string;
  };
}

/** One app's attempt in one browser. */
export class AuthorizationFlow {
  readonly #verifier = randomBytes(32).toString("base64url");

  readonly request: AppRequest;
  readonly browser: UserAgent;

  constructor(request: AppRequest, browser: UserAgent = new UserAgent()) {
    this.request = request;
    this.browser = browser;
  }

  /** @param changes further parameters of the authorization request, or other values; an empty one is left out */
  async start(changes: Record<string, string> = {}): Promise<Shown> {
    return this.open(this.address(changes));
  }

  /** The authorization request as the app would send the browser to it. */
  address(changes: Record<string, string> = {}): string {
    const { issuer, clientId, redirectUri, scope, aud, prompt, state = "state-1" } = this.request;
    const query = new URLSearchParams({ response_type: "code", client_id: clientId, redirect_uri: redirectUri, scope, state });
    query.set("code_challenge", createHash("sha256").update(this.#verifier).digest("base64url"));
    query.set("code_challenge_method", "S256");
    if (aud !== undefined) query.set("aud", aud);
    if (prompt) query.set("prompt", prompt);
    for (const [name, value] of Object.entries(changes)) value === "" ? query.delete(name) : query.set(name, value);
    return `${issuer}/protocol/openid-connect/auth?${query}`;
  }

  /** Opens any address of the realm in this browser. */
  async open(address: string): Promise<Shown> {
    return this.#shown(await this.browser.follow(address, this.#origin));
  }

  /** Posts a form to any address of the realm's server. */
  async send(address: string, body: URLSearchParams): Promise<Shown> {
    return this.#shown(await this.browser.follow(address, this.#origin, { method: "POST", body }));
  }

  async signIn(shown: Shown, username: string, password: string): Promise<Shown> {
    return this.post(shown, { username, password });
  }

  /** Posts the shown page's form; a list posts its name several times. A kind of record takes its parts along, as on the page, unless `part` says which. */
  async post(shown: Shown, fields: Record<string, string | readonly string[]>): Promise<Shown> {
    if (shown.kind !== "page") throw new Error(`the browser is at the app, not on a page: ${shown.params}`);
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...partsOfTicked(shown, fields), ...fields }))
      for (const one of [value].flat()) body.append(name, one);
    return this.#shown(await this.browser.follow(shown.context.url.loginAction, this.#origin, { method: "POST", body }));
  }

  /** @param shown the app, with a `code`. @param authentication further fields, or other values; `undefined` leaves one out */
  async redeem(
    shown: Shown,
    authentication: Record<string, string | undefined> = {},
    headers: Record<string, string> = {},
  ): Promise<Tokens> {
    if (shown.kind !== "app") throw new Error(`the browser is on ${shown.page}, not at the app`);
    const { clientId, redirectUri } = this.request;
    const fields = { redirect_uri: redirectUri, client_id: clientId, code_verifier: this.#verifier, ...authentication };
    return this.token({ grant_type: "authorization_code", code: shown.params.get("code") ?? "", ...fields }, headers);
  }

  async refresh(refreshToken: string | undefined, fields: Record<string, string> = {}): Promise<Tokens> {
    return this.token({ grant_type: "refresh_token", refresh_token: refreshToken ?? "", client_id: this.request.clientId, ...fields });
  }

  async token(fields: Record<string, string | undefined>, headers: Record<string, string> = {}): Promise<Tokens> {
    const sent = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]));
    const answer = await fetch(`${this.request.issuer}/protocol/openid-connect/token`, {
      method: "POST",
      headers,
      body: new URLSearchParams(sent),
    });
    return { status: answer.status, body: (await answer.json()) as Tokens["body"] };
  }

  get #origin(): string {
    return new URL(this.request.issuer).origin;
  }

  #shown(answer: Answer): Shown {
    const location = answer.headers.get("location");
    if (location) {
      const url = new URL(location, answer.url);
      return { kind: "app", params: url.search ? url.searchParams : new URLSearchParams(url.hash.slice(1)) };
    }
    const context = pageContext(answer.body);
    return { kind: "page", page: context.pageId, context, html: answer.body, status: answer.status };
  }
}

interface Row {
  readonly scope: string;
  readonly parts: readonly { readonly scope: string }[];
}

function partsOfTicked(shown: Shown, { scope = [] }: Readonly<Record<string, string | readonly string[]>>): { part: readonly string[] } {
  const rows: readonly Row[] = (shown.kind === "page" && shown.context.authorization?.types) || [];
  const ticked = rows.filter((row) => [scope].flat().includes(row.scope));
  return { part: ticked.flatMap(({ parts }) => parts.map((part) => part.scope)) };
}

/** The context that Keycloakify writes into the page's first script. */
// biome-ignore lint/suspicious/noExplicitAny: as it stands in the page
export function pageContext(html: string): any {
  const script = /<script>([\s\S]*?const kcContext[\s\S]*?)<\/script>/.exec(html)?.[1];
  if (!script) throw new Error(`not a page of the theme: ${html.slice(0, 300)}`);
  const sandbox = createContext({ window: {}, document: { createElement: () => new EntityDecoder() } });
  return runInContext(`(() => {${script}\nreturn kcContext;})()`, sandbox);
}

/** The one thing that the script wants of a document: a textarea that decodes what Keycloak escaped. */
class EntityDecoder {
  value = "";
  set innerHTML(html: string) {
    const characters: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
    this.value = html.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => characters[entity] ?? entity);
  }
}

/** RFC 7662, asked by a confidential client. */
export async function introspect(
  issuer: string,
  client: { id: string; secret: string },
  token: string | undefined,
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${issuer}/protocol/openid-connect/token/introspect`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}` },
    body: new URLSearchParams({ token: token ?? "" }),
  });
  return answer.json() as Promise<Record<string, unknown>>;
}

/** Claims of a JWT, signature not checked. */
export function claimsOf(jwt: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt?.split(".")[1] ?? "", "base64url").toString() || "{}");
}
