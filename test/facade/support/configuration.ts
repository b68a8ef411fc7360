/** The facade's configuration for a test, read by the same code as in production. */
import { type Config, readConfig } from "../../../fhir-facade/src/config.ts";
import { FHIR_BASE_URL } from "./issuer.ts";

export const CURSOR_KEY = new Uint8Array(32).fill(7);

/** What must be set for the facade to start. */
export const requiredEnvironment = (issuerUrl: string, storeUrl: string): Record<string, string> => ({
  ISSUER_URL: issuerUrl,
  FHIR_BASE_URL,
  FHIR_STORE_URL: storeUrl,
  FACADE_CLIENT_ID: "fhir-facade",
  FACADE_CLIENT_SECRET: "secret+of facade",
  CURSOR_KEY: Buffer.from(CURSOR_KEY).toString("base64url"),
});

/** Timeouts are short, an index is never older than the request that asks, and one app may ask all that a test file asks. */
export const testConfig = (issuerUrl: string, storeUrl: string, changes: Readonly<Record<string, string>> = {}): Config =>
  readConfig({
    ...requiredEnvironment(issuerUrl, storeUrl),
    ISSUER_TIMEOUT_MS: "2000",
    STORE_TIMEOUT_MS: "2000",
    INDEX_MAX_AGE_MS: "0",
    RATE_LIMIT_PER_MEMBER: "1000000",
    RATE_LIMIT_PER_CLIENT: "1000000",
    ...changes,
  });

/** For files in which nothing has to time out. */
export const PATIENCE = { ISSUER_TIMEOUT_MS: "5000", STORE_TIMEOUT_MS: "5000" };
