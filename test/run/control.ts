/** Lets a test, which runs in a process of its own, start and end servers that belong to the runner: `POST /{server}/{verb}`. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Verbs = Readonly<Record<string, () => Promise<unknown>>>;

/** Listens on the loopback address; resolves to its URL. A verb that fails answers 500 with what it said. */
export function startControl(servers: Readonly<Record<string, Verbs>>): Promise<string> {
  const control = createServer(async (request, response) => {
    const [, server = "", verb = ""] = request.url?.split("/") ?? [];
    const run = request.method === "POST" ? servers[server]?.[verb] : undefined;
    try {
      if (!run) throw new Error(`there is no ${request.method} ${request.url}`);
      await run();
      response.writeHead(204).end();
    } catch (error) {
      response.writeHead(500, { "content-type": "text/plain" }).end(error instanceof Error ? error.message : String(error));
    }
  });
  control.unref();
  return new Promise((resolve) => {
    control.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(control.address() as AddressInfo).port}`));
  });
}
