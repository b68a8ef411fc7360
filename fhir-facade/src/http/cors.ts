/** CORS for apps in a browser: any origin, never with credentials of the browser's own. */
import type { ServerResponse } from "node:http";

/** On every answer. */
export const CORS_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "WWW-Authenticate, Retry-After",
};

const PREFLIGHT_HEADERS = {
  "Access-Control-Allow-Methods": "GET, POST",
  "Access-Control-Allow-Headers": "Authorization, Accept, Content-Type, Prefer, Cache-Control",
  "Access-Control-Max-Age": "600",
};

/** The same answer for every path, so that it says nothing; no stage hears of it. */
export function preflight(response: ServerResponse): void {
  response.writeHead(204, PREFLIGHT_HEADERS).end();
}
