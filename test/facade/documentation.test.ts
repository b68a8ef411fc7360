/** docs/fhir-api.md says what the code does: its tables are compared with the code's own. */
import { readFileSync } from "node:fs";
import { OPTIONAL_CODE_LISTS } from "@member-exchange/sharing-policy/code-lists";
import { MEMBER_PROFILES } from "../../demo/loading/member-profiles.ts";
import { ConfigError, readConfig } from "../../fhir-facade/src/config.ts";
import { FHIR_API, fhirApi } from "../../fhir-facade/src/documentation/fhir-api.ts";
import { withTables } from "../../fhir-facade/src/documentation/markdown.ts";
import { operationOutcome } from "../../fhir-facade/src/outcome/operation-outcome.ts";
import { notFound } from "../../fhir-facade/src/outcome/refusals.ts";
import { REFUSALS_PER_TOKEN } from "../../fhir-facade/src/pipeline/1-authn/rate-limits.ts";
import { MAX_CRITERIA } from "../../fhir-facade/src/pipeline/3-authz/criteria.ts";
import { MAX_INCLUDED } from "../../fhir-facade/src/pipeline/4-forward/includes.ts";
import { capabilityStatement } from "../../fhir-facade/src/public/capability-statement.ts";
import { requiredEnvironment } from "./support/configuration.ts";

const text = readFileSync(FHIR_API, "utf8");
const sourceOf = (name: string): string => readFileSync(new URL(`../../fhir-facade/src/${name}`, import.meta.url), "utf8");

/** Cells of the table of a block, without its head. */
function rows(name: string): string[][] {
  const block = text.split(`<!-- table: ${name} -->\n`)[1]?.split("<!-- end -->")[0] ?? "";
  const lines = block.trimEnd().split("\n").slice(2);
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const quoted = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);

const environment = requiredEnvironment("http://issuer.example/realms/r", "http://store.example/fhir");
const SETTINGS = rows("settings").map(([name, value = ""]) => [quoted(name)[0] ?? "", value] as const);

describe("docs/fhir-api.md", () => {
  test("its tables are those of the code: npm run generate:fhir-api changes nothing", () => expect(fhirApi(text)).toBe(text));

  test.each([
    ["a table that is not there", "no block\n", "no block one"],
    ["a table that stands twice", "<!-- table: one -->\n<!-- end -->\n<!-- table: one -->\n<!-- end -->\n", "a block one too many"],
    ["a block that nobody writes", "<!-- table: two -->\nx\n<!-- end -->\n", "a block two too many"],
  ])("%s stops the generator", (_title, page, said) => expect(() => withTables(page, { one: () => "1" })).toThrow(said));

  test("it lists every issue code of the closed set", () => {
    const union = sourceOf("outcome/refusals.ts").split("export type IssueCode =")[1]?.split(";")[0] ?? "";
    const codes = [...union.matchAll(/"([a-z-]+)"/g)].map(([, code = ""]) => code);
    expect([...new Set(rows("errors").flatMap(([, code]) => quoted(code)))].sort()).toEqual(codes.sort());
  });

  test("every status of the table is explained below it", () => {
    const prose = text.split("<!-- table: errors -->")[1]?.split("<!-- end -->")[1] ?? "";
    for (const [status = ""] of rows("errors")) expect(quoted(prose.split("```")[0])).toContain(status);
  });

  test("its example of an error is what the API answers", () => {
    const [, example = ""] = /```json\n([\s\S]+?)```/.exec(text) ?? [];
    expect(JSON.parse(example)).toEqual(operationOutcome(notFound().value));
  });

  test("its figures are those of the code", () => {
    const { rateLimitPerMember, rateLimitPerClient, defaultPageSize, maxPageSize, maxBatchEntries, maxBatchBytes } =
      readConfig(environment);
    const english = (figure: number): string => figure.toLocaleString("en-US");
    for (const words of [
      `${english(rateLimitPerMember)} requests a minute for one member and ${english(rateLimitPerClient)} for all`,
      `after ${REFUSALS_PER_TOKEN} tries in a minute`,
      `${defaultPageSize} when absent`,
      `More than ${maxPageSize} counts as ${maxPageSize}`,
      `more than ${maxBatchEntries} entries or ${maxBatchBytes / 1024} KB`,
      `at most ${english(MAX_INCLUDED)} of them`,
      `Of one authorization ${MAX_CRITERIA} granular`,
    ])
      expect(text).toContain(words);
  });

  test("it lists every variable that the configuration reads", () => {
    const read = [...sourceOf("config.ts").matchAll(/\(env, "([A-Z_]+)"|env\.([A-Z_]+)/g)].map(([, a, b]) => a ?? b);
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

  // a default that is written out as a value means the same as none
  test.each(SETTINGS.filter(([, value]) => quoted(value).length > 0))("%s is %s when it is not set", (name, value) => {
    const [written = ""] = quoted(value);
    expect(readConfig({ ...environment, [name]: environment[written] ?? written })).toEqual(readConfig(environment));
  });

  test("CURSOR_KEY lists several keys: the first seals", () => {
    const [first, second] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString("base64url"));
    const { cursorKeys } = readConfig({ ...environment, CURSOR_KEY: `${first}, ${second}` });
    expect(cursorKeys.map(([byte]) => byte)).toEqual([1, 2]);
  });

  test.each<[string, string]>([
    ["FHIR_BASE_URL", "plan.example/fhir"],
    ["FHIR_BASE_URL", "ftp://plan.example/fhir"],
    ["FHIR_STORE_URL", "http://user@store.example/fhir"],
    ["FHIR_STORE_URL", "http://store.example/fhir?x=1"],
    ["ISSUER_URL", "http://issuer.example/#x"],
    ["CURSOR_KEY", "c2hvcnQ"],
    ["CURSOR_KEY", `${Buffer.alloc(32, 1).toString("base64url")},c2hvcnQ`],
    ["STORE_TYPES", "Condition,AuditEvent"],
    ["STORE_PROFILES", "AuditEvent=http://plan.example/profile"],
    ["STORE_PROFILES", "Patient=profile"],
    ["STORE_PROFILES", "http://plan.example/profile"],
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

  test("STORE_PROFILES is what /metadata says of each type, and the demo's own are understood", () => {
    const profilesOf = (env: Record<string, string>) => {
      const resources = capabilityStatement(readConfig(env)).rest[0]?.resource ?? [];
      return resources.flatMap(({ type, ...rest }) => ("supportedProfile" in rest ? [[type, rest.supportedProfile]] : []));
    };
    expect(profilesOf(environment)).toEqual([]);
    const [a, b] = ["http://plan.example/a", "https://plan.example/b|1.0"];
    expect(profilesOf({ ...environment, STORE_PROFILES: ` Patient=${a}, Goal=${b},Patient=${b} ,` })).toEqual([
      ["Patient", [a, b]],
      ["Goal", [b]],
    ]);
    expect(profilesOf({ ...environment, STORE_PROFILES: MEMBER_PROFILES }).flat(2)).toEqual(
      expect.arrayContaining([expect.stringMatching(/us-core-patient$/), expect.stringMatching(/us-core-careplan$/)]),
    );
  });

  test("optional code lists are in use only when named", () => {
    const namesOf = (env: Record<string, string>): string[] => readConfig(env).policy.codeLists.map(({ name }) => name);
    for (const name of OPTIONAL_CODE_LISTS) {
      expect(namesOf(environment)).not.toContain(name);
      expect(namesOf({ ...environment, CODE_LISTS: ` ${name} ,` })).toContain(name);
    }
  });
});
