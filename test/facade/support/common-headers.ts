/** What stands on every answer whatever its status, and what stands on none. */

const EVERY: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "WWW-Authenticate, Retry-After",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none';frame-ancestors 'none'",
  "cross-origin-resource-policy": "cross-origin",
  pragma: "no-cache",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  vary: "Authorization, Accept",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
};

export const COMMON_HEADERS: readonly string[] = Object.keys(EVERY);

const NONE = ["server", "x-powered-by", "etag", "last-modified", "location", "content-location", "link", "set-cookie"];

export function expectCommonHeaders(headers: Readonly<Record<string, unknown>>): void {
  expect(headers).toMatchObject(EVERY);
  for (const name of [...NONE, "access-control-allow-credentials"]) expect([name, headers[name]]).toEqual([name, undefined]);
}
