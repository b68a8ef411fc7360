/** docs/fhir-api.md says what the code does: its tables are compared with the code's own. */
import { readFileSync } from "node:fs";
import { SHARED_RESOURCE_TYPES } from "@member-exchange/sharing-policy";
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import { type Config, ConfigError, readConfig } from "../../fhir-facade/src/config.ts";
import * as refusals from "../../fhir-facade/src/outcome/refusals.ts";
import { SEARCH_PARAMETERS } from "../../fhir-facade/src/pipeline/2-parse/search-parameters.ts";
import { requiredEnvironment } from "./support/configuration.ts";

const text = readFileSync(new URL("../../docs/fhir-api.md", import.meta.url), "utf8");
const source = readFileSync(new URL("../../fhir-facade/src/config.ts", import.meta.url), "utf8");

/** Rows of the table below a heading, without its head. */
function rows(heading: string): string[][] {
  const section = text.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const quoted = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);

const environment = requiredEnvironment("http://issuer.example/realms/r", "http://store.example/fhir");
const SETTINGS = rows("Settings of the facade").map(
  ([name = "", value = ""]) => [quoted(name)[0] ?? "", quoted(value)[0] ?? value] as const,
);
const FIELDS: Readonly<Record<string, keyof Config>> = {
  ISSUER_BACKCHANNEL_URL: "issuerBackchannelUrl",
  FACADE_HOST: "host",
  FACADE_PORT: "port",
  ISSUER_TIMEOUT_MS: "issuerTimeoutMs",
  STORE_TIMEOUT_MS: "storeTimeoutMs",
  STORE_CONCURRENCY: "storeConcurrency",
  STORE_MAX_SOCKETS: "storeMaxSockets",
  MAX_RESPONSE_BYTES: "maxResponseBytes",
  DEFAULT_PAGE_SIZE: "defaultPageSize",
  MAX_PAGE_SIZE: "maxPageSize",
  INDEX_MAX_AGE_MS: "indexMaxAgeMs",
  INDEX_CHECK_MS: "indexCheckMs",
  INDEX_MAX_RESOURCES: "indexMaxResources",
  INDEX_MAX_ENTRIES: "indexMaxEntries",
  INDEX_MAX_PATIENTS: "indexMaxPatients",
  INDEX_MAX_BUILDS: "indexMaxBuilds",
  MAX_BATCH_ENTRIES: "maxBatchEntries",
  MAX_BATCH_BYTES: "maxBatchBytes",
  RATE_LIMIT_PER_MEMBER: "rateLimitPerMember",
  RATE_LIMIT_PER_CLIENT: "rateLimitPerClient",
  ISSUER_KEYS_MAX_AGE_MS: "issuerKeysMaxAgeMs",
  MAX_CONNECTIONS: "maxConnections",
  HEADERS_TIMEOUT_MS: "headersTimeoutMs",
  REQUEST_TIMEOUT_MS: "requestTimeoutMs",
};

describe("docs/fhir-api.md", () => {
  test("it lists the search parameters of every type, no more and no fewer", () => {
    const documented = Object.fromEntries(rows("Search parameters").map(([type = "", names]) => [type, quoted(names).sort()]));
    const known = Object.fromEntries(Object.entries(SEARCH_PARAMETERS).map(([type, parameters]) => [type, Object.keys(parameters).sort()]));
    expect(documented).toEqual(known);
  });

  test("it names the types that are searched by id only", () => {
    const sentence = text.split("\n").find((line) => line.includes("are searched by `_id` only"));
    expect(quoted(sentence).sort()).toEqual([...SHARED_RESOURCE_TYPES, "_id"].sort());
  });

  test("it lists every status and issue code of the closed set", () => {
    const documented = new Set(rows("Errors").flatMap(([status, codes]) => quoted(codes).map((code) => `${status} ${code}`)));
    const known = [
      refusals.missingToken(),
      refusals.invalidToken("x"),
      refusals.invalidToken("x", "expired"),
      refusals.invalidRequest("x"),
      refusals.insufficientScope("x"),
      refusals.notFound(),
      refusals.notSupported(400, "x"),
      refusals.notSupported(405, "x"),
      refusals.requestTimedOut(),
      refusals.tooManyRequests("x"),
      refusals.headersTooLong(),
      refusals.unavailable("x"),
      refusals.timedOut("x"),
      refusals.toRefusal(new Error("x")),
    ].map(({ value }) => `${value.status} ${value.issue}`);
    expect([...documented].sort()).toEqual([...new Set(known)].sort());
  });

  test("it lists every variable that the configuration reads", () => {
    const read = [...source.matchAll(/\(env, "([A-Z_]+)"|env\.([A-Z_]+)/g)].map(([, a, b]) => a ?? b);
    expect(SETTINGS.map(([name]) => name).sort()).toEqual([...new Set(read)].sort());
  });

  test("it names the optional code lists", () =>
    expect(quoted(text.split("enables: ")[1]?.split(".")[0]).sort()).toEqual([...OPTIONAL_CODE_LISTS].sort()));
});

describe("the configuration (contracts.md section 8)", () => {
  test.each(SETTINGS.filter(([, value]) => value === "required"))("without %s the facade does not start", (name) => {
    for (const value of [undefined, "", " "]) expect(() => readConfig({ ...environment, [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ ...environment, [name]: undefined })).toThrow(name);
  });

  test.each(SETTINGS.filter(([name]) => name in FIELDS))("%s is %s when it is not set", (name, value) => {
    const expected = value in environment ? environment[value] : value;
    expect(String(readConfig(environment)[FIELDS[name] as keyof Config])).toBe(expected);
  });

  test.each<[string, string]>([
    ["FHIR_BASE_URL", "plan.example/fhir"],
    ["FHIR_BASE_URL", "ftp://plan.example/fhir"],
    ["FHIR_STORE_URL", "http://user@store.example/fhir"],
    ["FHIR_STORE_URL", "http://store.example/fhir?x=1"],
    ["ISSUER_URL", "http://issuer.example/#x"],
    ["CURSOR_KEY", "c2hvcnQ"],
    ["FACADE_PORT", "65536"],
    ["FACADE_PORT", "80a"],
    ["MAX_PAGE_SIZE", "0"],
    ["STORE_TIMEOUT_MS", "1.5"],
    ["STORE_MAX_SOCKETS", "0"],
    ["INDEX_MAX_AGE_MS", "-1"],
    ["RATE_LIMIT_PER_MEMBER", "0"],
    ["RATE_LIMIT_PER_CLIENT", "unlimited"],
    ["MAX_BATCH_ENTRIES", "101"],
    ["HEADERS_TIMEOUT_MS", "0"],
    ["ISSUER_KEYS_MAX_AGE_MS", "0"],
    ["CODE_LISTS", "icd-11"],
  ])("%s=%s is refused with a sentence that names it", (name, value) => {
    expect(() => readConfig({ ...environment, [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ ...environment, [name]: value })).toThrow(name);
  });

  test("no sentence shows a secret", () => {
    for (const name of ["CURSOR_KEY", "FACADE_CLIENT_SECRET"])
      expect(() => readConfig({ ...environment, CURSOR_KEY: "s3cret", [name]: "s3cret" })).toThrow(/^(?!.*s3cret)/);
  });

  test("optional code lists are in use only when named", () => {
    for (const name of OPTIONAL_CODE_LISTS) {
      expect(readConfig(environment).codeLists).not.toContain(name);
      expect(readConfig({ ...environment, CODE_LISTS: ` ${name} ,` }).codeLists).toContain(name);
    }
  });
});
