/** Addresses of the store in data leave as addresses of this API: where the store lives is nobody's business, and nobody could follow them. */
import type { Config } from "../config.ts";

/** A function of JSON text. What stands below the store's base moves below the API's; nothing else changes. */
export function publicAddresses({ storeUrl, fhirBaseUrl }: Pick<Config, "storeUrl" | "fhirBaseUrl">): (json: string) => string {
  const inside = `${storeUrl}/`;
  return (json) => (json.includes(inside) ? json.replaceAll(inside, () => `${fhirBaseUrl}/`) : json);
}
