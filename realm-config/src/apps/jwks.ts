/** The public keys by which an app signs (RFC 7517), before Keycloak gets them. Whether a key is strong is not checked. */
const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
const KEY_TYPES: readonly unknown[] = ["RSA", "EC", "OKP"];

/** One sentence for each problem. */
export function jwksProblems(value: unknown): string[] {
  const keys = (value as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(keys) || keys.length === 0) return ['A JWKS is a JSON object {"keys": [...]} with at least one public key.'];
  const ids = keys.map((key) => (key as { kid?: unknown } | null)?.kid);
  return keys.flatMap((key: unknown, place) => {
    const name = `key ${place + 1} of the JWKS`;
    if (typeof key !== "object" || key === null) return [`${name} is no JSON object.`];
    const { kty, kid, use } = key as Record<string, unknown>;
    if (PRIVATE_MEMBERS.some((member) => member in key))
      return [`${name} is a private key: send its public part, and make a new one, because this one was seen.`];
    return [
      ...(KEY_TYPES.includes(kty) ? [] : [`${name} has kty ${JSON.stringify(kty)}: RSA and EC (and OKP) can sign.`]),
      ...(typeof kid === "string" && kid !== "" && ids.indexOf(kid) === place ? [] : [`${name} needs a kid of its own.`]),
      ...(use === undefined || use === "sig" ? [] : [`${name} has use ${JSON.stringify(use)}: it must be for signatures.`]),
    ];
  });
}
