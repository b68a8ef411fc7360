/** Ports that nobody listens on, for servers that only the tests talk to. */
import { createServer } from "node:net";

/** All are held open together until the last is found, so that no two are the same. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const server = createServer().once("error", reject);
          server.listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** The first of `count` ports in a row, below those that the system gives away by itself. */
export async function freeRow(count: number): Promise<number> {
  for (let first = 20_000 + Math.floor(Math.random() * 5_000); first < 32_000; first += count) {
    const row = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(row.map(canListen));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`No ${count} ports in a row are free.`);
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
