/** The only reader of the environment: one frozen value, or one clear sentence about what is wrong. */
import { readFileSync } from "node:fs";
import { ALL_RESOURCE_TYPES, isResourceType, type ResourceType } from "@member-exchange/sharing-policy";
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import { PlanPolicyError, readSharingPolicy } from "@member-exchange/sharing-policy/plan-policy";
import { type SharingPolicy, standardPolicy } from "@member-exchange/sharing-policy/policy";
import { readStoreProfiles, type StoreProfiles } from "./store-profiles.ts";

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Address of this API as apps see it, without a trailing slash; also the audience that an access token must name. */
  readonly fhirBaseUrl: string;
  /** Base address of the plan's FHIR store, without a trailing slash. */
  readonly storeUrl: string;
  /** Types that the store holds; of the others nothing is asked and nothing is there. */
  readonly storeTypes: readonly ResourceType[];
  /** What `/metadata` says of them as `supportedProfile`. */
  readonly storeProfiles: StoreProfiles;
  /** Value that `iss` must have, and the origin of the addresses published to apps. */
  readonly issuerUrl: string;
  /** Address by which the facade itself reaches the issuer. */
  readonly issuerBackchannelUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** 32 bytes each, for A256GCM: the first seals page links, all open them. */
  readonly cursorKeys: readonly Uint8Array[];
  /** The plan's name, as the transmitter in Provenance. */
  readonly planName: string;
  /** What is sensitive: the standard policy or the plan's own file, with the optional code lists that the operator enabled. */
  readonly policy: SharingPolicy;
  readonly issuerTimeoutMs: number;
  readonly storeTimeoutMs: number;
  readonly storeConcurrency: number;
  /** Connections to the store at the same time; one more request waits for a free one. */
  readonly storeMaxSockets: number;
  /** Of one answer of the store. */
  readonly maxResponseBytes: number;
  readonly defaultPageSize: number;
  readonly maxPageSize: number;
  /** Whole rebuild of a patient's index after this many milliseconds. */
  readonly indexMaxAgeMs: number;
  /** The store is asked for what changed when the last time is this many milliseconds ago; 0: before each answer from an index. */
  readonly indexCheckMs: number;
  readonly indexMaxResources: number;
  /** Of all indexes together; the least recently used goes first. */
  readonly indexMaxEntries: number;
  readonly indexMaxPatients: number;
  /** Builds running at the same time; one more is refused with 429. */
  readonly indexMaxBuilds: number;
  readonly maxBatchEntries: number;
  readonly maxBatchBytes: number;
  /** Requests a minute of one client for one member's record. */
  readonly rateLimitPerMember: number;
  /** Requests a minute of one client. */
  readonly rateLimitPerClient: number;
  /** Keys of the issuer are asked for anew after this many milliseconds: how long a withdrawn one still verifies. */
  readonly issuerKeysMaxAgeMs: number;
  /** Open connections; one more is closed at once. */
  readonly maxConnections: number;
  /** From the first byte of a request until its headers, and until its body, are there. */
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
}

export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

function text(env: Environment, name: string, fallback?: string): string {
  const value = env[name]?.trim() || fallback;
  if (!value) throw new ConfigError(`${name} is not set.`);
  return value;
}

function httpUrl(env: Environment, name: string, fallback?: string): string {
  const value = text(env, name, fallback).replace(/\/+$/, "");
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new ConfigError(`${name} must be an http or https address.`);
  if (url.search || url.hash || url.username) throw new ConfigError(`${name} must have no query, fragment or user.`);
  return value;
}

function whole(env: Environment, name: string, fallback: number, least: number, most: number): number {
  const value = Number(env[name]?.trim() || fallback);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new ConfigError(`${name} must be a whole number from ${least} to ${most}.`);
  return value;
}

function keys(env: Environment, name: string): readonly Uint8Array[] {
  const all = text(env, name)
    .split(",")
    .map((one) => new Uint8Array(Buffer.from(one.trim(), "base64url")));
  if (all.some((bytes) => bytes.length !== 32))
    throw new ConfigError(`${name} must be 32 bytes in base64url, or several divided by commas.`);
  return all;
}

function codeLists(env: Environment): readonly string[] {
  const enabled = (env.CODE_LISTS ?? "").split(",").flatMap((name) => name.trim() || []);
  const unknown = enabled.find((name) => !OPTIONAL_CODE_LISTS.includes(name));
  if (unknown) throw new ConfigError(`CODE_LISTS names ${unknown}; the optional lists are ${OPTIONAL_CODE_LISTS.join(", ")}.`);
  return enabled;
}

function sharingPolicy(env: Environment): SharingPolicy {
  const enabled = codeLists(env);
  const file = env.SHARING_POLICY_FILE?.trim();
  if (!file) return standardPolicy(enabled);
  try {
    return readSharingPolicy(readFileSync(file, "utf8"), file, enabled);
  } catch (error) {
    throw new ConfigError(error instanceof PlanPolicyError ? error.message : "SHARING_POLICY_FILE must be a file that can be read.");
  }
}

function storeTypes(env: Environment): readonly ResourceType[] {
  const named = (env.STORE_TYPES ?? "").split(",").flatMap((name) => name.trim() || []);
  const unknown = named.find((name) => !isResourceType(name));
  if (unknown) throw new ConfigError(`STORE_TYPES names ${unknown}, which is no supported resource type.`);
  return named.length === 0 ? ALL_RESOURCE_TYPES : named.filter(isResourceType);
}

function storeProfiles(env: Environment): StoreProfiles {
  const profiles = readStoreProfiles(env.STORE_PROFILES ?? "");
  if (!profiles)
    throw new ConfigError("STORE_PROFILES must be supported resource types with a profile's URL each, Type=URL, divided by commas.");
  return profiles;
}

/** @throws ConfigError with one sentence that names the variable. */
export function readConfig(env: Environment = process.env): Config {
  const issuerUrl = httpUrl(env, "ISSUER_URL");
  const indexMaxResources = whole(env, "INDEX_MAX_RESOURCES", 100_000, 1, 5_000_000);
  const maxPageSize = whole(env, "MAX_PAGE_SIZE", 500, 1, 1000);
  return Object.freeze({
    host: text(env, "FACADE_HOST", "127.0.0.1"),
    port: whole(env, "FACADE_PORT", 8082, 0, 65535),
    fhirBaseUrl: httpUrl(env, "FHIR_BASE_URL"),
    storeUrl: httpUrl(env, "FHIR_STORE_URL"),
    storeTypes: storeTypes(env),
    storeProfiles: storeProfiles(env),
    issuerUrl,
    issuerBackchannelUrl: httpUrl(env, "ISSUER_BACKCHANNEL_URL", issuerUrl),
    clientId: text(env, "FACADE_CLIENT_ID"),
    clientSecret: text(env, "FACADE_CLIENT_SECRET"),
    cursorKeys: keys(env, "CURSOR_KEY"),
    planName: text(env, "PLAN_NAME", "Health plan"),
    policy: sharingPolicy(env),
    issuerTimeoutMs: whole(env, "ISSUER_TIMEOUT_MS", 3000, 100, 60_000),
    storeTimeoutMs: whole(env, "STORE_TIMEOUT_MS", 15_000, 100, 300_000),
    storeConcurrency: whole(env, "STORE_CONCURRENCY", 4, 1, 32),
    storeMaxSockets: whole(env, "STORE_MAX_SOCKETS", 128, 1, 4096),
    maxResponseBytes: whole(env, "MAX_RESPONSE_BYTES", 64 * 1024 * 1024, 1024, 512 * 1024 * 1024),
    defaultPageSize: Math.min(whole(env, "DEFAULT_PAGE_SIZE", 50, 1, 1000), maxPageSize),
    maxPageSize,
    indexMaxAgeMs: whole(env, "INDEX_MAX_AGE_MS", 900_000, 0, 86_400_000),
    indexCheckMs: whole(env, "INDEX_CHECK_MS", 5000, 0, 86_400_000),
    indexMaxResources,
    indexMaxEntries: whole(env, "INDEX_MAX_ENTRIES", 1_000_000, indexMaxResources, 100_000_000),
    indexMaxPatients: whole(env, "INDEX_MAX_PATIENTS", 500, 1, 100_000),
    indexMaxBuilds: whole(env, "INDEX_MAX_BUILDS", 16, 1, 1000),
    maxBatchEntries: whole(env, "MAX_BATCH_ENTRIES", 20, 1, 100),
    maxBatchBytes: whole(env, "MAX_BATCH_BYTES", 64 * 1024, 1024, 1024 * 1024),
    rateLimitPerMember: whole(env, "RATE_LIMIT_PER_MEMBER", 1_200, 1, 1_000_000),
    rateLimitPerClient: whole(env, "RATE_LIMIT_PER_CLIENT", 12_000, 1, 10_000_000),
    issuerKeysMaxAgeMs: whole(env, "ISSUER_KEYS_MAX_AGE_MS", 600_000, 1_000, 86_400_000),
    maxConnections: whole(env, "MAX_CONNECTIONS", 4_096, 1, 65_535),
    headersTimeoutMs: whole(env, "HEADERS_TIMEOUT_MS", 10_000, 100, 60_000),
    requestTimeoutMs: whole(env, "REQUEST_TIMEOUT_MS", 30_000, 100, 300_000),
  });
}
