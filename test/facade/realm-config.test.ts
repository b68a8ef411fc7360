/** R11: what `npm run realm` reads: one JSON file and the environment; which server it accepts. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { differences } from "../../realm-config/src/apply/differences.ts";
import { RealmConfigError } from "../../realm-config/src/apply/refusals.ts";
import { compared } from "../../realm-config/src/apply/require-server.ts";
import { readRealmSettings } from "../../realm-config/src/config.ts";
import { desiredRealm } from "../../realm-config/src/desired/realm.ts";

const ENVIRONMENT = {
  KEYCLOAK_URL: "https://sign-in.plan.example/",
  KEYCLOAK_ADMIN_CLIENT_ID: "realm-config",
  KEYCLOAK_ADMIN_CLIENT_SECRET: "secret",
  FHIR_BASE_URL: "https://fhir.plan.example/fhir",
  FACADE_CLIENT_SECRET: "secret",
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "realm-config-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(file: unknown, more: NodeJS.ProcessEnv = {}) {
  const name = join(folder, "realm.json");
  writeFileSync(name, typeof file === "string" ? file : JSON.stringify(file));
  return readRealmSettings({ ...ENVIRONMENT, REALM_CONFIG_FILE: name, ...more });
}

describe("REALM_CONFIG_FILE", () => {
  test("says what the environment does not, with files beside it", () => {
    writeFileSync(join(folder, "apps.json"), "[]");
    const smtp = { host: "mail.plan.example", from: "no-reply@plan.example" };
    const file = {
      realm: "members",
      displayName: "Plan",
      limits: { sessionIdleSeconds: 600 },
      smtp,
      appsFile: "apps.json",
      adminRealm: "members",
    };
    expect(read(file)).toMatchObject({
      realm: "members",
      displayName: "Plan",
      limits: { sessionIdleSeconds: 600 },
      smtp: { ...smtp, port: 587, security: "starttls" },
      apps: [],
      admin: { clientId: "realm-config", realm: "members" },
      keycloakUrl: "https://sign-in.plan.example",
    });
  });

  test("a variable that is set comes first", () => {
    expect(read({ realm: "file", sslRequired: "external" }, { REALM: "variable", SSL_REQUIRED: "all" })).toMatchObject({
      realm: "variable",
      sslRequired: "all",
    });
  });

  test.each<[string, unknown, RegExp]>([
    ["no JSON", "{", /realm\.json cannot be read as JSON: /],
    ["a list", [], /realm\.json: the file has to be a JSON object\.$/],
    ["an unknown field", { relam: "x" }, /realm\.json: relam is unknown: the file may have keycloakUrl, .*membersFile\.$/],
    ["a name of JavaScript", '{"__proto__": {"a": 1}, "toString": 1}', /is unknown/],
    ["a number as a text", { limits: { offlineMaxDays: "366" } }, /limits\.offlineMaxDays has to be a whole number from 1 to 3660\.$/],
    ["more failures than NIST SP 800-63B allows", { limits: { lockoutAfterFailures: 101 } }, /from 3 to 100\.$/],
    [
      "passwords of four characters",
      { limits: { passwordMinLength: 4 } },
      /limits\.passwordMinLength has to be a whole number from 8 to 64\.$/,
    ],
    ["no TLS for anybody", { sslRequired: "none" }, /sslRequired has to be "all" or "external"\.$/],
    ["an address without a scheme", { fhirBaseUrl: "fhir.plan.example" }, /fhirBaseUrl has to be an http or https address\.$/],
    ["a secret", { facadeClientSecret: "s" }, /facadeClientSecret is a secret: set it in the environment\.$/],
    ["a password of the mail server", { smtp: { password: "p" } }, /smtp\.password is a secret: set it in the environment\.$/],
  ])("%s is refused in one sentence that names file and field", (_, file, sentence) => {
    expect(() => read(file)).toThrow(RealmConfigError);
    expect(() => read(file)).toThrow(sentence);
  });
});

test("outside the demo everything needs TLS", () => {
  const settings = read({});
  expect(settings.sslRequired).toBeUndefined();
  expect(desiredRealm(settings)).toMatchObject({ sslRequired: "all", bruteForceProtected: true, revokeRefreshToken: true });
});

test.each([
  [{ KEYCLOAK_ADMIN_CLIENT_ID: "" }, /Neither KEYCLOAK_ADMIN_CLIENT_ID nor KEYCLOAK_ADMIN_USERNAME is set/],
  [{ KEYCLOAK_ADMIN_CLIENT_SECRET: "" }, /KEYCLOAK_ADMIN_CLIENT_SECRET is not set/],
  [{ SSL_REQUIRED: "none" }, /SSL_REQUIRED is "none": set it to all or external\./],
])("%j is refused", (more, sentence) => {
  expect(() => read({}, more)).toThrow(sentence);
});

test.each([
  ["25.0.6", -1],
  ["26.6.9", -1],
  ["26.7.0", 0],
  ["26.7.4", 0],
  ["26.8.0", 1],
  ["27.0.0-SNAPSHOT", 1],
  ["999.0.0-SNAPSHOT", 1],
  ["unknown", -1],
])("Keycloak %s is too old, right or too new: %d", (version, is) => {
  expect(compared(version)).toBe(is);
});

test("a difference names the field, from and to; of a secret it tells the field alone", () => {
  const actual = { a: { b: 1, theirs: 2 }, list: ["x", "y"], secret: "old" };
  expect(differences(actual, { a: { b: 2 }, list: ["y", "x"], secret: "new" })).toEqual([
    { field: "a.b", from: 1, to: 2 },
    { field: "secret" },
  ]);
  expect(differences(actual, { list: ["x"] })).toEqual([{ field: "list", from: ["x", "y"], to: ["x"] }]);
});
