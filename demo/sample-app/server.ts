/** Serves the sample app's few files on the loopback address; everything else happens in the browser. */
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface SampleAppStart {
  readonly port: number;
  /** The app's own address without a final slash; also its registered redirect URI (with one). */
  readonly url: string;
  readonly fhirBaseUrl: string;
  /** The origin of the authorization server. */
  readonly keycloakUrl: string;
  readonly clientId: string;
  /** Asked for unless the page's address says `?scope=`. */
  readonly scope: string;
}

const browserFile = (name: string) => fileURLToPath(new URL(`browser/${name}`, import.meta.url));
const FILES: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  "/": { file: browserFile("index.html"), type: "text/html; charset=utf-8" },
  "/style.css": { file: browserFile("style.css"), type: "text/css; charset=utf-8" },
  "/fhir-client.js": { file: fhirClient(), type: "text/javascript; charset=utf-8" },
  ...Object.fromEntries(
    ["app.js", "download.js", "page.js", "problems.js", "titles.js"].map((name) => [
      `/${name}`,
      { file: browserFile(name), type: "text/javascript; charset=utf-8" },
    ]),
  ),
};

export async function startSampleApp(start: SampleAppStart): Promise<{ url: string; stop(): Promise<void> }> {
  const { clientId, fhirBaseUrl, scope } = start;
  const settings = JSON.stringify({ clientId, fhirBaseUrl, scope, redirectUri: `${start.url}/` });
  const policy = `default-src 'self'; img-src 'self' data:; connect-src 'self' ${new URL(fhirBaseUrl).origin} ${start.keycloakUrl}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const send = (response: ServerResponse, status: number, type: string, body: string | Buffer) =>
    response
      .writeHead(status, {
        "content-type": type,
        "content-security-policy": policy,
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      })
      .end(body);

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", start.url).pathname;
    const found = FILES[path];
    if (request.method !== "GET" || (found === undefined && path !== "/settings.json"))
      return send(response, 404, "text/plain", "Not found");
    if (found === undefined) return send(response, 200, "application/json", settings);
    return send(response, 200, found.type, await readFile(found.file));
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(start.port, "127.0.0.1", listening);
  });
  return {
    url: start.url,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The bundle that fhirclient ships for browsers. */
function fhirClient(): string {
  const entry = createRequire(import.meta.url).resolve("fhirclient");
  return join(dirname(entry), "../../build/fhir-client.pure.min.js");
}
