/** Waiting until a started server answers, or ends, or takes too long. */
import { type Child, lastLines } from "./children.ts";
import { Refusal } from "./refusal.ts";

const BETWEEN_MS = 150;

/** @throws {Refusal} with the last log lines when the child ends first or `withinSeconds` pass; the child is stopped by then. */
export async function untilReady(name: string, child: Child, url: string, withinSeconds: number): Promise<void> {
  const deadline = Date.now() + withinSeconds * 1000;
  let end: number | string | undefined;
  child.ended.then((code) => {
    end = code;
  });
  while (end === undefined && Date.now() < deadline) {
    if (await answers(url)) return;
    await new Promise((done) => setTimeout(done, BETWEEN_MS));
  }
  const why = end === undefined ? `did not answer within ${withinSeconds} seconds` : `ended (${end}) before it was ready`;
  await child.stop();
  throw new Refusal(`${lastLines(child.log)}\n${name} ${why}: see ${child.log}, then start again.`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
