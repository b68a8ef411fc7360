/** One JSON line per decision on standard output: a stable reason and counts; never tokens, bodies, query values or names. */

export interface Decision {
  /** Stable word, for example `granted`, `not-found`, `token-inactive`. */
  readonly reason: string;
  readonly status: number;
  readonly interaction?: string;
  /** Version of the code lists that judged. */
  readonly codeLists?: string;
  readonly client?: string;
  readonly authorization?: string;
  readonly entries?: number;
  readonly milliseconds?: number;
  /** Name of the error that became a 500, never its message. */
  readonly cause?: string;
}

export type Log = (decision: Decision) => void;

export const logToStdout: Log = (decision) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...decision })}\n`);
};
