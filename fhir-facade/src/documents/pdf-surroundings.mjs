/** What the library that reads PDFs finds around it in its thread: no network, bounded buffers, and a console that is not written anywhere. */
import { workerData } from "node:worker_threads";

/** What the library warned of while it read the current document. Never written to a log: it can hold words of the document. */
export const warnings = [];
for (const name of ["log", "info", "warn", "error", "debug"]) console[name] = (...said) => void warnings.push(said.join(" "));

// buffers are no part of the heap that the thread may have: without this, few bytes could be made to fill the memory
const Bytes = globalThis.Uint8Array;
globalThis.Uint8Array = new Proxy(Bytes, {
  construct(target, given, made) {
    if (typeof given[0] === "number" && given[0] > workerData.streamBytes) throw new RangeError("stream too long");
    return Reflect.construct(target, given, made === globalThis.Uint8Array ? target : made);
  },
});
for (const name of ["DecompressionStream", "fetch", "XMLHttpRequest", "WebSocket", "EventSource"]) delete globalThis[name];

// the library expects it; Node has it from version 21
ArrayBuffer.prototype.transferToFixedLength ??= function (length = this.byteLength) {
  const copy = new ArrayBuffer(length);
  new Bytes(copy).set(new Bytes(this, 0, Math.min(length, this.byteLength)));
  return copy;
};
