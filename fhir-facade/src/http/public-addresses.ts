/** Addresses of the store in data leave as addresses of this API: where the store lives is nobody's business, and nobody could follow them. */
import type { Config } from "../config.ts";

/** A function from an answer to its bytes. What stands below the store's base moves below the API's; nothing else changes. */
export function publicBytes({ storeUrl, fhirBaseUrl }: Pick<Config, "storeUrl" | "fhirBaseUrl">): (body: object) => Buffer {
  const inside = `${storeUrl}/`;
  const needle = Buffer.from(inside);
  return (body) => {
    const json = JSON.stringify(body);
    const bytes = Buffer.from(json);
    return bytes.includes(needle) ? Buffer.from(json.replaceAll(inside, () => `${fhirBaseUrl}/`)) : bytes;
  };
}
