/** A real HTTP server on a free port of this machine, for as long as a test file runs. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface RunningServer {
  readonly origin: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** @param port a free one when left out */
export const listen = (listener: RequestListener, port = 0): Promise<RunningServer> =>
  start(createServer({ requireHostHeader: false }, listener), port);

export async function start(server: Server, wanted = 0): Promise<RunningServer> {
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(wanted, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
