/** One JSON line per decision, or per step of an index, on standard output: a stable reason and counts; never tokens, bodies, query values or names. */
import { type RefusalValue, toRefusal } from "./outcome/refusals.ts";

export interface Decision {
  /** Stable word, for example `granted`, `not-found`, `token-inactive`. */
  readonly reason: string;
  /** Absent where nothing was asked: `index-building`, `index-built`, `index-merged`. */
  readonly status?: number;
  readonly interaction?: string;
  /** Version of the code lists that judged. */
  readonly codeLists?: string;
  readonly client?: string;
  readonly authorization?: string;
  readonly entries?: number;
  readonly milliseconds?: number;
  /** Number of the build of an index since the start of the process; the lines of one build share it. */
  readonly build?: number;
  /** Of an index, hidden ones included; rounded up to thousands. */
  readonly resources?: number;
  /** Memory of an index, about; rounded up to megabytes. */
  readonly bytes?: number;
  /** Name of the error that became a 500, never its message. */
  readonly cause?: string;
}

export type Log = (decision: Decision) => void;

export const logToStdout: Log = (decision) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...decision })}\n`);
};

/** Whatever was thrown as the refusal that goes out; what caused an unexpected one is logged by name only. */
export function logRefusal(thrown: unknown, log: Log): RefusalValue {
  const { value } = toRefusal(thrown);
  const cause = value.reason === "unexpected" && thrown instanceof Error ? { cause: thrown.name } : {};
  log({ reason: value.reason, status: value.status, ...cause });
  return value;
}
