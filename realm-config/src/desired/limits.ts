/** The numbers of a realm that a plan may set, with what holds when it sets none. */
import type { Limits } from "../settings.ts";

export const DEFAULT_LIMITS: Limits = {
  // NIST SP 800-63B-4, 3.1.1.2: the length of a password that is the only factor
  passwordMinLength: 15,
  lockoutAfterFailures: 10,
  lockoutSeconds: 60,
  lockoutMaxSeconds: 900,
  sessionIdleSeconds: 1_800,
  sessionMaxSeconds: 36_000,
  // ONC (g)(10): a refresh token is good for three months at least
  offlineIdleDays: 92,
  // the longest authorization with a date is of one year
  offlineMaxDays: 366,
  eventDays: 365,
  // 45 CFR 164.316(b)(2): documentation is kept for six years
  adminEventDays: 2_192,
};

/** Bounds within which a number makes sense; 100 failures is the most that NIST SP 800-63B allows. */
export const LIMIT_BOUNDS: Readonly<Record<keyof Limits, readonly [least: number, most: number]>> = {
  passwordMinLength: [8, 64],
  lockoutAfterFailures: [3, 100],
  lockoutSeconds: [10, 3_600],
  lockoutMaxSeconds: [60, 86_400],
  sessionIdleSeconds: [60, 86_400],
  sessionMaxSeconds: [300, 86_400],
  offlineIdleDays: [1, 366],
  offlineMaxDays: [1, 3_660],
  eventDays: [1, 3_660],
  adminEventDays: [1, 3_660],
};
