/** Asks the member: shows or opens the sign-in address and waits on the loopback address for the answer. */
import { spawn } from "node:child_process";
import { createServer } from "node:http";

export interface Question {
  readonly authorizationUrl: URL;
  readonly callbackUrl: string;
  /** Print the address only; else it is opened in the browser too. */
  readonly printOnly: boolean;
}

/** The callback address as it was called, with the answer in its query. */
export function memberAnswer({ authorizationUrl, callbackUrl, printOnly }: Question): Promise<URL> {
  const callback = new URL(callbackUrl);
  return new Promise((answered, failed) => {
    const server = createServer((request, response) => {
      const called = new URL(request.url ?? "/", callbackUrl);
      if (called.pathname !== callback.pathname) {
        response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
        return;
      }
      const text = called.searchParams.has("code") ? "Thank you: your new plan now downloads your records." : "Nothing is shared.";
      response.writeHead(200, { "content-type": "text/plain; charset=utf-8", connection: "close" }).end(`${text} You can close this page.`);
      server.close();
      answered(called);
    });
    server.once("error", failed);
    server.listen(Number(callback.port), "127.0.0.1", () => {
      console.log(`\nThe member signs in and answers at\n\n${authorizationUrl.href}\n`);
      if (!printOnly) open(authorizationUrl.href);
    });
  });
}

/** Opens the person's browser where there is one; the printed address is enough where there is none. */
function open(url: string): void {
  const command = { darwin: "open", win32: "explorer" }[process.platform as "darwin" | "win32"] ?? "xdg-open";
  spawn(command, [url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
