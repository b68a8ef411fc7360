/** A client that writes bytes to a TCP connection as they are, and reads what comes back until the other side closes. */
import { connect } from "node:net";

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Every answer of one connection, in order. Lines end with CRLF when a line is given without its end. */
export function exchange(port: number, ...lines: readonly string[]): Promise<RawAnswer[]> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(Buffer.from(lines.join("\r\n"), "latin1")));
    socket.setEncoding("latin1").on("data", (chunk) => {
      received += chunk;
    });
    socket.on("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNRESET" ? undefined : reject(error)));
    socket.on("close", () => resolve(answersOf(received)));
  });
}

function answersOf(received: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = received; rest !== ""; ) {
    const end = rest.indexOf("\r\n\r\n");
    const [first = "", ...lines] = rest.slice(0, end).split("\r\n");
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.replace(/^[^:]*: */, "")]),
    );
    const status = Number(first.split(" ")[1]);
    const body = end + 4;
    const text = rest.slice(body, body + Number(headers["content-length"] ?? (status === 100 ? 0 : rest.length)));
    answers.push({ status, headers, text });
    rest = rest.slice(body + text.length);
  }
  return answers;
}
