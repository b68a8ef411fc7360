/** Headers of every answer, whatever its status and whoever asked. */
import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";
import type { Config } from "../config.ts";
import { CORS_HEADERS } from "./cors.ts";

const YEAR = 31_536_000;

/** Name and value pairs. Strict transport security is said only where apps come by https. */
export function responseHeaders({ fhirBaseUrl }: Pick<Config, "fhirBaseUrl">): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const recorder = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    crossOriginResourcePolicy: { policy: "cross-origin" },
    frameguard: { action: "deny" },
    strictTransportSecurity: fhirBaseUrl.startsWith("https:") && { maxAge: YEAR, includeSubDomains: false },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xXssProtection: false,
  })({} as IncomingMessage, recorder as unknown as ServerResponse, () => undefined);
  const own = { "Cache-Control": "no-store", Pragma: "no-cache", Vary: "Authorization, Accept", ...CORS_HEADERS };
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  return headers;
}
