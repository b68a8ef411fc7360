/** How much of this instance one client, one member's record and one worthless token may use in a minute; decided from the grant and the count alone. */
import { createHash } from "node:crypto";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Config } from "../../config.ts";
import { Refusal, tooManyRequests } from "../../outcome/refusals.ts";
import type { Introspect } from "./introspection.ts";

const MINUTE = 60;
/** Questions to the issuer about one well-signed token that it says is worth nothing. */
export const REFUSALS_PER_TOKEN = 30;

export interface RateLimits {
  /**
   * One request of a verified token. A member's limit is the client's own: what one app asks, no other feels or learns.
   * @throws TooManyRequests with the whole seconds until the minute is over
   */
  readonly count: (clientId: string, patient: string) => Promise<void>;
  /**
   * Introspects, unless this token was refused too often lately. An outage counts for nobody.
   * @throws TooManyRequests, and what `introspect` throws
   */
  readonly ofRefusals: (token: string, introspect: Introspect) => ReturnType<Introspect>;
}

/** Keys are made for tokens of the issuer only and last a minute, so that there are never more than verified requests of a minute. */
export function rateLimits({
  rateLimitPerMember,
  rateLimitPerClient,
}: Pick<Config, "rateLimitPerMember" | "rateLimitPerClient">): RateLimits {
  const members = new RateLimiterMemory({ points: rateLimitPerMember, duration: MINUTE });
  const clients = new RateLimiterMemory({ points: rateLimitPerClient, duration: MINUTE });
  const refusals = new RateLimiterMemory({ points: REFUSALS_PER_TOKEN, duration: MINUTE });
  return {
    count: async (clientId, patient) => {
      // the member's first: who is over it uses up nothing of the client's
      await consume(members, JSON.stringify([clientId, patient]), "member-limit");
      await consume(clients, clientId, "client-limit");
    },
    ofRefusals: async (token, introspect) => {
      const key = createHash("sha256").update(token).digest("base64url");
      const known = await refusals.get(key);
      if (known && known.msBeforeNext > 0 && known.consumedPoints >= REFUSALS_PER_TOKEN)
        throw tooManyRequests("refused-token-limit", secondsOf(known));
      return introspect(token).catch(async (error: unknown) => {
        if (error instanceof Refusal && error.value.status === 401) await refusals.penalty(key);
        throw error;
      });
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string, reason: string): Promise<void> {
  await limiter.consume(key).catch((rejected: RateLimiterRes | Error) => {
    throw rejected instanceof Error ? rejected : tooManyRequests(reason, secondsOf(rejected));
  });
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));
