/** Stands for the thread that reads PDFs: ends itself, throws, hangs, or says how often it was asked. */
import { parentPort } from "node:worker_threads";

let asked = 0;
parentPort.on("message", (bytes) => {
  asked += 1;
  const text = Buffer.from(bytes).toString();
  if (text === "exit") process.exit(1);
  if (text === "throw") throw new Error("broken");
  if (text === "nonsense") parentPort.postMessage("nonsense");
  else if (text !== "hang") parentPort.postMessage({ text: `${text} ${asked}`, whole: true });
});
