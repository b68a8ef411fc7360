/** What the log learns of a build: that it goes on, and what it came to; figures only, and coarse ones, since an index counts what is hidden as well. */
import type { Log } from "../log.ts";
import type { PatientIndex } from "./patient-index.ts";

/** Between two lines of one build. */
const EVERY_MS = 2000;

const THOUSAND = 1000;
const MEGABYTE = 1024 * 1024;
const upTo = (step: number, figure: number): number => Math.ceil(figure / step) * step;

export interface Progress {
  readonly reached: (resources: number) => void;
  readonly built: (index: PatientIndex) => void;
}

/** @returns what one build reports to; builds are numbered */
export function progressLog(log: Log, now: () => number): () => Progress {
  let builds = 0;
  return () => {
    const build = ++builds;
    const began = now();
    let last = began;
    return {
      reached: (resources) => {
        if (now() - last < EVERY_MS) return;
        last = now();
        log({ reason: "index-building", build, resources: upTo(THOUSAND, resources), milliseconds: Math.round(last - began) });
      },
      built: (index) =>
        log({
          reason: "index-built",
          build,
          resources: upTo(THOUSAND, index.entries.size),
          milliseconds: Math.round(now() - began),
          bytes: upTo(MEGABYTE, approximateBytes(index)),
        }),
    };
  };
}

/** Of an entry without its key and its references, of one reference. */
const ENTRY_BYTES = 260;
const TARGET_BYTES = 8;

function approximateBytes({ entries }: PatientIndex): number {
  let bytes = 0;
  for (const { key, targets } of entries.values()) bytes += ENTRY_BYTES + key.length + TARGET_BYTES * targets.length;
  return bytes;
}
