/** A browser without a screen: cookies per instance, redirects followed by hand, so that a test can stop at any of them. */

export interface Answer {
  readonly status: number;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

export class UserAgent {
  /** By name and path: realms of one server use the same names. */
  readonly #cookies = new Map<string, { readonly pair: string; readonly path: string }>();

  /** One request, no redirect followed. */
  async send(url: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    const { pathname } = new URL(url);
    const cookies = [...this.#cookies.values()].filter(({ path }) => pathname.startsWith(path));
    headers.set("cookie", cookies.map(({ pair }) => pair).join("; "));
    if (!headers.has("accept")) headers.set("accept", "text/html");
    const answer = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) this.#store(line);
    return { status: answer.status, url, headers: answer.headers, body: await answer.text() };
  }

  /** Follows redirects within `origin`; the answer that leaves it, or is none, is returned. */
  async follow(url: string, origin: string, init: RequestInit = {}): Promise<Answer> {
    let answer = await this.send(url, init);
    for (let hops = 0; hops < 10; hops += 1) {
      const location = answer.headers.get("location");
      if (answer.status < 300 || answer.status > 399 || !location) return answer;
      const next = new URL(location, answer.url);
      if (next.origin !== origin) return answer;
      answer = await this.send(next.href);
    }
    throw new Error(`more than 10 redirects from ${url}`);
  }

  #store(line: string): void {
    const [pair = "", ...attributes] = line.split(";");
    const name = pair.slice(0, pair.indexOf("="));
    const ends = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute));
    const path = attributes.map((attribute) => /^\s*path=(.*)$/i.exec(attribute)?.[1]).find(Boolean) ?? "/";
    const key = `${name} ${path}`;
    if (ends) this.#cookies.delete(key);
    else this.#cookies.set(key, { pair, path });
  }
}
