/** How long data goes on after something ended it (D3). */
import { REFUSED, type RealmFacade } from "./facade.ts";

/** Until then a facade that remembers answers may still serve. */
const PROMISED_MS = 5_000;
const PATIENCE_MS = 30_000;
const PAUSE_MS = 100;

export interface Stopped {
  /** Reads that were begun later than promised and served. */
  readonly servedLate: number;
  /** Milliseconds to the beginning of the read that was refused. */
  readonly refusedAfter: number;
}

/**
 * Reads until the first refusal. A read counts by when it began: one that began in time may be answered late on a slow machine.
 * @param since epoch milliseconds
 */
export async function firstRefusal(facade: RealmFacade, token: string | undefined, since: number, path?: string): Promise<Stopped> {
  let servedLate = 0;
  for (let began = Date.now(); began - since < PATIENCE_MS; began = Date.now()) {
    const seen = await facade.read(token, path);
    if (seen.status === REFUSED.status) return { servedLate, refusedAfter: began - since };
    if (began - since > PROMISED_MS) servedLate += 1;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`still served ${PATIENCE_MS} ms after the change`);
}
