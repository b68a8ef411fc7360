/** The same work for many items, a few at a time. */
import type { Session } from "./session.ts";

/** Four calls at once are about what a Keycloak on two cores makes use of. */
const AT_ONCE = 4;
const MANY = 20;

/** Stops at the first failure; what has been started is waited for. */
export async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  let failed = false;
  const turn = async () => {
    for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
      await work(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, turn));
  const failure = ended.find((one) => one.status === "rejected");
  if (failure) throw failure.reason;
}

/** A few at a time where all may have to be written; else in their order, so that reports have it too. */
export async function eachOf<Item>(
  { isNew, mode }: Session,
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  if (isNew || (mode === "apply" && items.length > MANY)) return inTurns(items, work);
  for (const item of items) await work(item);
}
