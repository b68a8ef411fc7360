/** Provenance of exchanges of the last hour, so that an app can read by its id what a page ended with. In memory only: another process, or this one later, has none. */
import { createHash } from "node:crypto";
import type { Sight } from "../3-authz/sight.ts";
import type { Transmission } from "./transmission.ts";

const MAX_AGE_MS = 3_600_000;
/** Of all that are kept; one takes about 60 bytes. */
const MAX_TARGETS = 200_000;

export interface Transmissions {
  /** @param targets how many resources it names */
  keep(sight: Sight, transmission: Transmission, targets: number): void;
  /** What this very authorization was sent while it saw what it sees now: nothing that it does not have. */
  find(sight: Sight, id: string): Transmission["resource"] | undefined;
}

interface Kept {
  readonly resource: Transmission["resource"];
  readonly since: number;
  readonly targets: number;
}

/** @param now milliseconds */
export function transmissions(now: () => number = () => performance.now()): Transmissions {
  const kept = new Map<string, Kept>();
  let targets = 0;
  const drop = (key: string): void => {
    targets -= kept.get(key)?.targets ?? 0;
    kept.delete(key);
  };
  return {
    keep(sight, { resource }, count) {
      const key = keyOf(sight, resource.id);
      drop(key);
      kept.set(key, { resource, since: now(), targets: count });
      targets += count;
      for (const [oldest, { since }] of kept) {
        if (targets <= MAX_TARGETS && now() - since < MAX_AGE_MS) break;
        drop(oldest);
      }
    },
    find(sight, id) {
      const found = kept.get(keyOf(sight, id));
      return found && now() - found.since < MAX_AGE_MS ? found.resource : undefined;
    },
  };
}

/** Another choice, scope or person is another sight. */
function keyOf(sight: Sight, id: string): string {
  const seen = JSON.stringify({ ...sight, read: [...sight.read], search: [...sight.search] });
  return `${createHash("sha256").update(seen).digest("base64url")} ${id}`;
}
