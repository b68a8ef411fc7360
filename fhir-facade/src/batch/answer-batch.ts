/** A batch: each entry asked as if it stood alone, the answers in the order of the entries. */
import type { IncomingHttpHeaders } from "node:http";
import type { Answer, AnswerRequest } from "../answer.ts";
import type { Config } from "../config.ts";
import { type Log, logRefusal } from "../log.ts";
import { operationOutcome } from "../outcome/operation-outcome.ts";
import { Refusal } from "../outcome/refusals.ts";
import { parseBatch } from "./parse-batch.ts";

interface BatchEntry {
  readonly resource?: object;
  readonly response: { readonly status: string; readonly outcome?: object };
}

export type AnswerBatch = (headers: IncomingHttpHeaders, text: string) => Promise<object>;

type Settings = Pick<Config, "fhirBaseUrl" | "maxBatchEntries" | "storeConcurrency">;

/**
 * @param answer the whole pipeline, which counts each entry and logs what it grants
 * @throws from the returned function: InvalidRequest for what is no batch of reads and searches, MissingToken and InvalidToken for the batch as a whole
 */
export function batchAnswering(answer: AnswerRequest, settings: Settings, log: Log): AnswerBatch {
  const { fhirBaseUrl, maxBatchEntries, storeConcurrency } = settings;
  const base = new URL(fhirBaseUrl).pathname.replace(/\/$/, "");
  /** What refuses the token refuses every entry. */
  const refused = (thrown: unknown): BatchEntry => {
    if (thrown instanceof Refusal && thrown.value.status === 401) throw thrown;
    const value = logRefusal(thrown, log);
    return { response: { status: String(value.status), outcome: operationOutcome(value) } };
  };
  return async (headers, text) => {
    const one = (address: string): Promise<BatchEntry> =>
      answer(headers, { method: "GET", url: `${base}/${address}`, form: undefined }).then(shown, refused);
    const entry = await inOrder(storeConcurrency, parseBatch(text, maxBatchEntries), one);
    return { resourceType: "Bundle", type: "batch-response", entry };
  };
}

const shown = ({ body }: Answer): BatchEntry => ({ resource: body, response: { status: "200" } });

/** At most `width` at a time; after a throw none is begun. */
async function inOrder<Item, Result>(width: number, items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const rest = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) results[next[0]] = await work(next[1]);
  };
  try {
    await Promise.all(Array.from({ length: width }, worker));
    return results;
  } finally {
    rest.length = 0;
  }
}
