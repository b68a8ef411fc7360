/** The thread that reads PDFs: bytes in, the words of the text layer out. Nothing in a document is run, fetched or drawn. */
import { parentPort, workerData } from "node:worker_threads";
import { readPdf } from "./pdf-text.mjs";

parentPort.on("message", async (bytes) => {
  parentPort.postMessage(await readPdf(bytes, workerData).catch(() => undefined));
});
