/** One-time codes as a member's app makes them (RFC 6238): SHA-1, six digits, thirty seconds. */
import { createHmac } from "node:crypto";

const STEP_MS = 30_000;

/** @param later steps after now: a server takes a code once, and those of the steps beside this one too */
export function totp(secret: string, later = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + later));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
