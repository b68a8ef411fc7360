/** A real store behind a door that asks it to search anew each time: a store that remembers an earlier answer would hide what was loaded since. */
import { request as httpRequest } from "node:http";
import { listen } from "../../facade/support/http-server.ts";
import type { FhirStore } from "./fhir-store.ts";

/** Links in answers lead to the door, since the store builds them from the host that it is asked as. */
export async function freshAnswersOf(storeUrl: string): Promise<FhirStore> {
  const { hostname, port, pathname } = new URL(storeUrl);
  const server = await listen((request, response) => {
    const headers = { ...request.headers, "cache-control": "no-cache" };
    const forwarded = httpRequest({ hostname, port, method: request.method, path: request.url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forwarded.once("error", () => response.destroy());
    request.pipe(forwarded);
  });
  return { url: `${server.origin}${pathname}`, close: server.close };
}
