/** A process that answers like a FHIR store at almost no cost: every answer is made once and kept as bytes. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Made, records } from "./record.ts";

const stored = records(JSON.parse(process.argv[2] ?? "[]"));
const answers = new Map<string, { readonly status: number; readonly bytes: Buffer }>();

const server = createServer((request, response) => {
  const path = request.url ?? "/";
  const answer = answers.get(path) ?? made(path);
  if (!path.includes("_lastUpdated")) answers.set(path, answer);
  response.writeHead(answer.status, { "Content-Type": "application/fhir+json; charset=utf-8", "Content-Length": answer.bytes.length });
  response.end(answer.bytes);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.({ url: `${origin()}/fhir` }));

const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function made(path: string): { readonly status: number; readonly bytes: Buffer } {
  const url = new URL(path, "http://store");
  const [type = "", id] = url.pathname.replace(/^\/fhir\//, "").split("/");
  if (id !== undefined) {
    const found = stored.find((resource) => resource.resourceType === type && resource.id === id);
    return { status: found ? 200 : 404, bytes: Buffer.from(JSON.stringify(found ?? { resourceType: "OperationOutcome", issue: [] })) };
  }
  return { status: 200, bytes: Buffer.from(JSON.stringify(searchset(type, url.searchParams))) };
}

/** By patient or by ids; nothing was ever changed since, so that a question for changes finds nothing. */
function searchset(type: string, query: URLSearchParams) {
  const ids = query.get("_id")?.split(",");
  const patient = query.get("patient") ?? query.get("subject");
  const matching = stored.filter(
    (resource) => resource.resourceType === type && isAskedFor(resource, ids, patient) && !query.has("_lastUpdated"),
  );
  const offset = Number(query.get("_offset") ?? 0);
  const end = offset + Number(query.get("_count") ?? 20);
  const more = new URLSearchParams(query);
  more.set("_offset", String(end));
  return {
    resourceType: "Bundle",
    id: "made",
    type: "searchset",
    link: [
      { relation: "self", url: `${origin()}/fhir/${type}?${query}` },
      ...(end < matching.length ? [{ relation: "next", url: `${origin()}/fhir/${type}?${more}` }] : []),
    ],
    entry: matching
      .slice(offset, end)
      .map((resource) => ({ fullUrl: `${origin()}/fhir/${type}/${resource.id}`, resource, search: { mode: "match" } })),
  };
}

function isAskedFor(resource: Made, ids: readonly string[] | undefined, patient: string | null): boolean {
  if (ids && !ids.includes(resource.id)) return false;
  if (patient === null) return ids !== undefined;
  return (resource.subject as { reference?: string } | undefined)?.reference === `Patient/${patient.replace(/^Patient\//, "")}`;
}
