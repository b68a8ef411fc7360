/** R11, R12: what is wrong with an app's registration is said before anything is sent, one sentence each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "@member-exchange/demo";
import type { App } from "@member-exchange/realm-config";
import { OWNER_TYPES, SUSPENSION_REASONS } from "@member-exchange/sharing-policy";
import { appProblems, requireSoundApps } from "../../realm-config/src/apps/app-problems.ts";
import { COMMANDS, usage } from "../../realm-config/src/apps/commands.ts";
import { csv } from "../../realm-config/src/apps/table.ts";

const KEY = { kty: "EC", crv: "P-384", kid: "one", x: "x", y: "y" };
const APP: App = {
  clientId: "diary",
  name: "Diary",
  ownerType: "developer",
  ownerName: "Diary Company",
  verified: true,
  redirectUris: ["https://diary.example.org/callback"],
  website: "https://diary.example.org",
  authentication: { method: "none" },
  registeredScopes: ["launch/patient", "patient/*.rs"],
};
const problems = (change: object) => appProblems({ ...APP, ...change });
const signing = (jwks: unknown, more: object = {}) => ({ authentication: { method: "private_key_jwt", jwks, ...more } });

test.each<[string, object]>([
  ["as a public app", {}],
  ["with http on a loopback address", { redirectUris: ["http://localhost:8083/", "http://127.0.0.1/x", "http://[::1]:9/"] }],
  ["with its keys", signing({ keys: [KEY] })],
  ["with the address of its keys", { authentication: { method: "private_key_jwt", jwksUri: "https://diary.example.org/jwks" } }],
  ["with a secret that Keycloak makes", { authentication: { method: "client_secret_basic" } }],
  ["with a granular scope", { registeredScopes: ["patient/Observation.rs?category=laboratory"] }],
])("R11 an app can be registered %s", (_, change) => {
  expect(problems(change)).toEqual([]);
});

test.each([
  ["http://diary.example.org/cb", /is not https/],
  ["com.example.diary:/cb", /is not https/],
  ["https://diary.example.org/*", /has a wildcard/],
  ["*", /has a wildcard/],
  ["https://diary.example.org/cb#x", /has a fragment/],
  ["https://diary.example.org/cb#", /has a fragment/],
  ["https://plan@diary.example.org/cb", /has a user name/],
  ["https://@diary.example.org/cb", /has a user name/],
  ["http://localhost.evil.example/cb", /is not https/],
  ["http://localhost@evil.example/cb", /has a user name/],
  ["javascript:alert(1)", /is not https/],
  ["/cb", /is not an absolute address/],
  ["+", /is not an absolute address/],
  ["", /is not an address/],
  [7, /is not an address/],
])("D8 the redirect URI %s is refused", (uri, sentence) => {
  expect(problems({ redirectUris: [uri] })).toEqual([expect.stringMatching(sentence)]);
});

test.each<[string, object, RegExp]>([
  ["no redirect URI", { redirectUris: [] }, /at least one address/],
  ["no owner", { ownerName: " " }, /ownerName must be one line/],
  ["a name of two lines", { name: "Diary\nverified" }, /name must be one line/],
  ["another kind of owner", { ownerType: "friend" }, /ownerType must be health-plan/],
  ["a kind of owner from the prototype", { ownerType: "constructor" }, /ownerType must be/],
  ["nothing said about who checked it", { verified: undefined }, /verified must be true/],
  ["a website that runs a script", { website: "javascript:alert(1)" }, /website is not https/],
  ["a logo over http", { logoUri: "http://diary.example.org/logo.png" }, /logoUri is not https/],
  ["a member that is unknown", { secret: "x" }, /^secret is unknown/],
  ["a client id with a space", { clientId: "my diary" }, /clientId must be/],
  ["no scope", { registeredScopes: [] }, /at least one scope/],
  ["no scope of records", { registeredScopes: ["openid"] }, /must name a scope of records/],
  ["a scope that writes", { registeredScopes: ["patient/*.rs", "patient/*.cruds"] }, /scope patient\/\*\.cruds is none/],
  ["a scope of Keycloak's", { registeredScopes: ["patient/*.rs", "profile"] }, /scope profile is none/],
  ["another authentication", { authentication: { method: "tls_client_auth" } }, /authentication.method must be/],
  ["a short secret", { authentication: { method: "client_secret_basic", secret: "short" } }, /at least 12 characters/],
  ["a secret of a public app", { authentication: { method: "none", secret: "long-enough-secret" } }, /is for client_secret_basic/],
  ["a key that is private", signing({ keys: [{ ...KEY, d: "d" }] }), /is a private key/],
  ["a key that is a secret", signing({ keys: [{ kty: "oct", kid: "one", k: "k" }] }), /is a private key/],
  ["a key without an id", signing({ keys: [{ ...KEY, kid: undefined }] }), /needs a kid of its own/],
  ["two keys with one id", signing({ keys: [KEY, KEY] }), /key 2 of the JWKS needs a kid/],
  ["a key for encryption", signing({ keys: [{ ...KEY, use: "enc" }] }), /must be for signatures/],
  ["no keys", signing({ keys: [] }), /at least one public key/],
  ["keys and their address", signing({ keys: [KEY] }, { jwksUri: "https://diary.example.org/jwks" }), /either authentication.jwks or/],
  ["keys over http", { authentication: { method: "private_key_jwt", jwksUri: "http://diary.example.org/jwks" } }, /jwksUri is not https/],
])("R11 an app with %s is refused", (_, change, sentence) => {
  expect(problems(change)).toEqual([expect.stringMatching(sentence)]);
});

test.each(["health-plan", "covered-entity"] as const)("R12 D8 an app of a %s is no public client", (ownerType) => {
  expect(problems({ ownerType })).toEqual([
    `An app of a ${ownerType} authenticates by private_key_jwt or client_secret_basic, not by none.`,
  ]);
  expect(problems({ ownerType, authentication: { method: "client_secret_basic" } })).toEqual([]);
});

test("R11 everything that is wrong is said at once, with the app's name, and so is an id that is there twice", () => {
  const bad = { ...APP, name: "", redirectUris: ["*"] };
  expect(() => requireSoundApps([APP, bad, null])).toThrow(
    [
      "diary: name must be one line of 1 to 100 characters.",
      "diary: redirect URI * has a wildcard: name each address in full.",
      "app 3: An app is a JSON object.",
      "diary: is there twice.",
    ].join("\n"),
  );
});

test("a name from outside is no formula in an exported ledger, and no cell ends early", () => {
  expect(csv([["=1+1", 'a "b"\nc', "plain"]])).toBe(`"'=1+1","a ""b""\nc","plain"`);
});

test("each command of npm run apps tells its options", () => {
  for (const [name, { options }] of Object.entries(COMMANDS))
    for (const option of Object.keys(options)) expect([name, usage(name)]).toEqual([name, expect.stringContaining(`--${option}`)]);
});

test("docs/apps.md tells every reason with its definition and evidence, and every kind of owner with its authentication", () => {
  const page = readFileSync(join(CHECKOUT, "docs/apps.md"), "utf8");
  for (const [code, { definition, evidence }] of Object.entries(SUSPENSION_REASONS))
    expect(page).toContain(`| \`${code}\` | ${definition} | ${evidence} |`);
  for (const [type, { clientAuthentication }] of Object.entries(OWNER_TYPES))
    expect(page).toContain(`| \`${type}\` | ${clientAuthentication.map((method) => `\`${method}\``).join(", ")} |`);
  expect(JSON.stringify(Object.keys(COMMANDS).filter((name) => !page.includes(`npm run apps -- ${name}`)))).toBe("[]");
});
