/** The HTTP server around the app: bounds on connections, time and size, and the app's own kind of answer where Node would give its own. */
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { headersTooLong, invalidRequest, notSupported, type Refusal, requestTimedOut, tooManyRequests } from "../outcome/refusals.ts";
import { responseHeaders } from "./response-headers.ts";
import { refusalMessage, sendRefusal } from "./send.ts";

/** Request line and headers. */
const MAX_HEADER_BYTES = 16 * 1024;
/** Requests of one connection that wait for their answers. */
export const MAX_PIPELINED = 16;

/** Not listening yet. Host and unknown expectations are left to the app, which refuses them in its own words. */
export function httpServer(config: Config, app: RequestListener, log: Log): Server {
  const { headersTimeoutMs: headersTimeout, requestTimeoutMs } = config;
  const requestTimeout = Math.max(headersTimeout, requestTimeoutMs);
  const common = responseHeaders(config);
  const connections = new WeakMap<Duplex, Waiting>();

  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout,
      requestTimeout,
      connectionsCheckingInterval: Math.min(1_000, headersTimeout),
      requireHostHeader: false,
      insecureHTTPParser: false,
    },
    (request, response) => {
      const { waiting } = connections.get(request.socket) ?? { waiting: new Set() };
      connections.set(request.socket, { waiting: waiting.add(response), newest: response });
      response.once("close", () => waiting.delete(response));
      if (waiting.size <= MAX_PIPELINED) return app(request, response);
      const { value } = tooManyRequests("pipelined");
      log({ reason: value.reason, status: value.status });
      for (const [name, text] of common) response.setHeader(name, text);
      sendRefusal(response, value);
    },
  );
  server.maxConnections = config.maxConnections;

  const endWith = (socket: Duplex, { value }: Refusal): void => {
    log({ reason: value.reason, status: value.status });
    socket.on("error", () => socket.destroy());
    socket.end(refusalMessage(value, common), () => socket.destroy());
  };
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  server.on("connect", (_request, socket) => endWith(socket, notSupported(405, "method")));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const free = isFree(connections.get(socket));
    if (!socket.writable || !free || error.code === "ECONNRESET") socket.destroy();
    else endWith(socket, refusalFor(error));
  });
  return server;
}

interface Waiting {
  readonly waiting: Set<ServerResponse>;
  readonly newest: ServerResponse;
}

/** Whether bytes written now are the answer to what could not be read: else they would be taken for the answer to another request. */
function isFree(connection: Waiting | undefined): boolean {
  if (!connection) return true;
  const { waiting, newest } = connection;
  if (newest.req.complete) return waiting.size === 0;
  return waiting.size === 1 && waiting.has(newest) && !newest.headersSent;
}

function refusalFor({ code }: NodeJS.ErrnoException): Refusal {
  if (code === "HPE_HEADER_OVERFLOW") return headersTooLong();
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return requestTimedOut();
  return invalidRequest("http-malformed");
}
