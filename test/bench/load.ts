/** Ten clients that ask for one address again and again over connections that stay open. */
import { Agent, request } from "node:http";

const CONNECTIONS = 10;

export interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Load {
  readonly requests: number;
  /** Milliseconds of each request. */
  readonly latencies: readonly number[];
}

/** @throws when any answer is not a 200 of the expected length: a refusal must not be measured as a fast answer */
export async function load(target: Target, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const { length } = await fetched(target, agent);
  const latencies: number[] = [];
  const end = performance.now() + seconds * 1000;
  const client = async (): Promise<void> => {
    for (let since = performance.now(); since < end; since = performance.now()) {
      const answer = await fetched(target, agent);
      // a page link is of one size, but the store's address and ours are not
      if (answer.length !== length) throw new Error(`${target.url}: ${answer.length} bytes instead of ${length}`);
      latencies.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  agent.destroy();
  return { requests: latencies.length + 1, latencies };
}

/** Entries of the Bundle that is there. */
export async function entries(target: Target): Promise<number> {
  const agent = new Agent({ keepAlive: false });
  const chunks: Buffer[] = [];
  await fetched(target, agent, (chunk) => chunks.push(chunk));
  return JSON.parse(Buffer.concat(chunks).toString()).entry.length;
}

function fetched({ url, headers }: Target, agent: Agent, take: (chunk: Buffer) => void = () => undefined): Promise<{ length: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (response) => {
      let length = 0;
      response.on("data", (chunk: Buffer) => {
        length += chunk.length;
        take(chunk);
      });
      response.on("error", reject).on("end", () => {
        if (response.statusCode === 200) resolve({ length });
        else reject(new Error(`${url}: status ${response.statusCode}`));
      });
    });
    sent.on("error", reject).end();
  });
}
