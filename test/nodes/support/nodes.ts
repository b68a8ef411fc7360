/** Two Keycloak nodes that speak as one issuer: which of them answers is the test's choice. */
import { type AppRequest, AuthorizationFlow, introspect, type Tokens } from "../../support/authorization-flow.ts";
import { FACADE, type TestRealm } from "../../support/realm.ts";
import { type Answer, UserAgent } from "../../support/user-agent.ts";

/** The first is the one whose address the issuer has. */
export type Node = 1 | 2;

/** @throws when the ring is run without servers */
export function nodeUrl(node: Node | 3): string {
  const url = process.env.TEST_NODE_URLS?.split(" ")[node - 1];
  if (!url) throw new Error("No nodes to test against: run `npm run test:nodes`, which starts them.");
  return url;
}

/** The same address at another node. */
export function at(node: Node, url: string): string {
  return url.replace(nodeUrl(1), nodeUrl(node));
}

/** Starts, stops or kills a server of the runner; what runs already is left running. @throws Error with what the server said */
export async function control(server: "database" | "node-1" | "node-2" | "upgraded", verb: "start" | "stop" | "kill"): Promise<void> {
  const answer = await fetch(`${process.env.TEST_CONTROL_URL}/${server}/${verb}`, { method: "POST" });
  if (!answer.ok) throw new Error(await answer.text());
}

/** A tab whose every request goes to one node, as behind a load balancer that keeps to it; tabs of one browser share its cookies. */
export class TabAt extends UserAgent {
  readonly #node: Node;
  readonly #browser: UserAgent;

  constructor(node: Node, browser: UserAgent = new UserAgent()) {
    super();
    this.#node = node;
    this.#browser = browser;
  }

  override async send(url: string, init: RequestInit = {}): Promise<Answer> {
    return { ...(await this.#browser.send(at(this.#node, url), init)), url };
  }
}

/** A flow whose app asks the token endpoint of one node. */
export class FlowAt extends AuthorizationFlow {
  node: Node = 1;

  override async token(fields: Record<string, string>): Promise<Tokens> {
    const url = at(this.node, `${this.request.issuer}/protocol/openid-connect/token`);
    const answer = await fetch(url, { method: "POST", body: new URLSearchParams(fields) });
    return { status: answer.status, body: (await answer.json()) as Tokens["body"] };
  }
}

export function flowAt(
  realm: TestRealm,
  node: Node,
  scope: string,
  request: Partial<AppRequest> = {},
  browser: UserAgent = new TabAt(node),
): FlowAt {
  const flow = new FlowAt(realm.flow(scope, request).request, browser);
  flow.node = node;
  return flow;
}

/** What the facade would learn about the token from this node now. */
export async function effectiveAt(realm: TestRealm, node: Node, token: string | undefined): Promise<Record<string, unknown> | undefined> {
  const answer = await introspect(at(node, realm.issuer), FACADE, token);
  return answer.member_authorization as Record<string, unknown> | undefined;
}

/** Milliseconds until `check` says yes. @throws when it does not within `limit` */
export async function until(check: () => Promise<boolean>, limit: number): Promise<number> {
  const since = performance.now();
  while (!(await check())) {
    if (performance.now() - since > limit) throw new Error(`not within ${limit} ms`);
    await new Promise((done) => setTimeout(done, 5));
  }
  return performance.now() - since;
}
