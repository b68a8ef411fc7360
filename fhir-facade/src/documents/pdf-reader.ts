/** PDFs one after another in one thread: started when it is needed, ended when a document takes too long, and never what keeps the process alive. */
import { Worker } from "node:worker_threads";
import type { DocumentLimits } from "./limits.ts";

/** What the thread found; `undefined` when it cannot be read. */
export type PdfText = { readonly text: string; readonly whole: boolean } | undefined;

/** `busy` when too many wait; then the document was not looked at. Does not reject. */
export type ReadPdf = (bytes: Uint8Array) => Promise<PdfText | "busy">;

export type PdfLimits = Pick<DocumentLimits, "pdfMs" | "pdfPages" | "pdfsWaiting" | "pdfHeapMb" | "pdfStreamBytes" | "characters">;

const THREAD = new URL("./pdf-thread.mjs", import.meta.url);

export function pdfReader(limits: PdfLimits, thread: URL = THREAD): ReadPdf {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  return (bytes) => {
    if (waiting >= limits.pdfsWaiting) return Promise.resolve("busy");
    waiting += 1;
    const turn = last
      .then(() => readOne(bytes))
      .catch(() => undefined)
      .finally(() => {
        waiting -= 1;
      });
    last = turn;
    return turn;
  };

  function start(): Worker {
    const started = new Worker(thread, {
      workerData: { pages: limits.pdfPages, streamBytes: limits.pdfStreamBytes, characters: limits.characters },
      resourceLimits: { maxOldGenerationSizeMb: limits.pdfHeapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      execArgv: [],
      env: {},
    });
    started.on("error", () => {});
    started.on("exit", () => {
      if (worker === started) worker = undefined;
    });
    return started;
  }

  async function readOne(bytes: Uint8Array): Promise<PdfText> {
    worker ??= start();
    const current = worker;
    // a process that waits for a document goes on; one that does not may end
    current.ref();
    const answer = await answerOf(current, bytes);
    current.unref();
    if (answer !== "broken") return answer;
    if (worker === current) worker = undefined;
    await current.terminate();
    return undefined;
  }

  function answerOf(current: Worker, bytes: Uint8Array): Promise<PdfText | "broken"> {
    return new Promise((resolve) => {
      const end = (answer: PdfText | "broken"): void => {
        clearTimeout(timer);
        current.off("message", said).off("error", broke).off("exit", broke);
        resolve(answer);
      };
      const said = (answer: unknown): void => end(pdfText(answer));
      const broke = (): void => end("broken");
      const timer = setTimeout(broke, limits.pdfMs);
      current.on("message", said).on("error", broke).on("exit", broke);
      const copy = Uint8Array.from(bytes);
      current.postMessage(copy, [copy.buffer]);
    });
  }
}

function pdfText(answer: unknown): PdfText {
  if (typeof answer !== "object" || answer === null || !("text" in answer) || !("whole" in answer)) return undefined;
  return typeof answer.text === "string" ? { text: answer.text, whole: answer.whole === true } : undefined;
}
