/** A process that only stands between: `pipe` hands the bytes on; `parse` parses, looks at every value, and writes again. It protects nothing. */
import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const [mode = "pipe", upstream = ""] = process.argv.slice(2);
const { hostname, port, origin } = new URL(upstream);
const agent = new Agent({ keepAlive: true });
const WITHHELD: ReadonlySet<unknown> = new Set(["20447-9", "55758-7", "72166-2", "F11.20", "F32.9"]);
const JSON_TYPE = { "Content-Type": "application/fhir+json; charset=utf-8" };

interface Bundle {
  link: { url: string }[];
  entry: { fullUrl: string; resource: unknown }[];
}

const server = createServer((request, response) => {
  const asked = httpRequest({ hostname, port, agent, path: request.url, headers: { Accept: "application/fhir+json" } }, (answer) => {
    if (mode === "pipe") answer.pipe(response.writeHead(answer.statusCode ?? 502, JSON_TYPE));
    else rewritten(answer, response);
  });
  asked.on("error", () => response.destroy()).end();
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.({ url: `${own()}/fhir` }));

const own = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function rewritten(answer: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  answer.on("data", (chunk: Buffer) => chunks.push(chunk));
  answer.on("end", () => {
    const bundle = JSON.parse(Buffer.concat(chunks).toString()) as Bundle;
    bundle.entry = bundle.entry.filter(({ resource }) => !holdsWithheld(resource));
    for (const entry of bundle.entry) entry.fullUrl = entry.fullUrl.replace(origin, own());
    for (const link of bundle.link) link.url = link.url.replace(origin, own());
    const bytes = Buffer.from(JSON.stringify(bundle));
    response.writeHead(answer.statusCode ?? 502, { ...JSON_TYPE, "Content-Length": bytes.length }).end(bytes);
  });
}

function holdsWithheld(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsWithheld);
  if (typeof value !== "object" || value === null) return false;
  if (WITHHELD.has((value as { code?: unknown }).code)) return true;
  for (const name in value) if (holdsWithheld((value as Record<string, unknown>)[name])) return true;
  return false;
}
