/** A mail server on the loopback address that delivers to nobody: it keeps what it is given. */
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { keepMail } from "./mails.ts";

const LARGEST = 1024 * 1024;

export async function startSmtp(port: number, folder: string): Promise<{ stop(): Promise<void> }> {
  const server = new SMTPServer({
    banner: "demo inbox",
    // only programs of this machine can reach it
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: LARGEST,
    onData: (stream, _, answer) => {
      buffer(stream as Readable)
        .then((source) => keepMail(folder, source))
        .then(() => answer(), answer);
    },
  });
  server.on("error", () => {});
  await new Promise<void>((listening, failed) => {
    server.server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
  return { stop: () => new Promise((done) => server.close(done)) };
}
