/** Whether somebody listens already: asked for every port before anything starts. */
import { connect, createServer } from "node:net";
import { Refusal } from "./refusal.ts";

export interface PortUse {
  readonly port: number;
  /** The environment variable that sets it. */
  readonly setting: string;
}

/** @throws {Refusal} naming the first port that is taken on the loopback addresses or wanted twice. */
export async function requireFreePorts(uses: readonly PortUse[]): Promise<void> {
  for (const [index, { port, setting }] of uses.entries()) {
    const twin = uses.slice(0, index).find((other) => other.port === port);
    if (twin) throw new Refusal(`${twin.setting} and ${setting} are both ${port}: set one of them to another port.`);
    if ((await answers(port, "127.0.0.1")) || (await answers(port, "::1")) || !(await canListen(port))) {
      throw new Refusal(`Port ${port} is taken: end the program that uses it or set ${setting} to a free port, then start again.`);
    }
  }
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host, timeout: 1000 });
    const answer = (taken: boolean) => {
      socket.destroy();
      done(taken);
    };
    socket.once("connect", () => answer(true));
    socket.once("timeout", () => answer(false));
    socket.once("error", () => answer(false));
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
  });
}
