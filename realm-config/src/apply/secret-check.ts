/** Whether a secret that Keycloak does not tell is still the one wanted: a slow digest of it is kept beside it. */
import { scryptSync } from "node:crypto";

/** Name under which the digest is kept. */
export const SECRET_CHECK = "secretCheck";

/** @param place makes digests of equal secrets differ */
export const secretCheck = (secret: string, place: string): string =>
  scryptSync(secret, `member-exchange ${place}`, 18).toString("base64url");
