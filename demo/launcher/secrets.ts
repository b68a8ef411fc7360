/** Secrets made at first start and kept in the data directory, readable by their owner only. */
import { randomBytes, webcrypto } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Secrets {
  readonly keycloakAdmin: { readonly username: string; readonly password: string };
  readonly facadeClientSecret: string;
  readonly planClientSecret: string;
  readonly resourceServerClientSecret: string;
  /** Of the plan's realm at the portal that the demo plays. */
  readonly portalClientSecret: string;
  /** 32 bytes, base64url. */
  readonly cursorKey: string;
  /** The new plan's ES384 key pair as private JWK with `kid`. */
  readonly newPlanKey: webcrypto.JsonWebKey & { readonly kid: string };
}

/** The secrets of this data directory; those that are missing are made, those that are there stay. */
export async function keptSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, "secrets.json");
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>) : {};
  const secrets: Secrets = {
    keycloakAdmin: kept.keycloakAdmin ?? { username: "admin", password: randomBytes(18).toString("base64url") },
    facadeClientSecret: kept.facadeClientSecret ?? randomBytes(32).toString("base64url"),
    planClientSecret: kept.planClientSecret ?? randomBytes(32).toString("base64url"),
    resourceServerClientSecret: kept.resourceServerClientSecret ?? randomBytes(32).toString("base64url"),
    portalClientSecret: kept.portalClientSecret ?? randomBytes(32).toString("base64url"),
    cursorKey: kept.cursorKey ?? randomBytes(32).toString("base64url"),
    newPlanKey: kept.newPlanKey ?? (await signingKey()),
  };
  if (Object.keys(secrets).every((name) => name in kept)) return secrets;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** The public half, as it is registered with the plan. */
export function publicKey(key: Secrets["newPlanKey"]): object {
  const { kty, crv, x, y, kid } = key;
  return { kty, crv, x, y, kid, alg: "ES384", use: "sig" };
}

async function signingKey(): Promise<Secrets["newPlanKey"]> {
  const pair = await webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-384" }, true, ["sign", "verify"]);
  return { ...(await webcrypto.subtle.exportKey("jwk", pair.privateKey)), kid: randomBytes(8).toString("hex") };
}
