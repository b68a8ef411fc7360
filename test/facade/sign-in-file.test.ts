/** docs/sign-in.md: the file that says how members sign in is read strictly, and every error is one sentence that names file and field. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSignIn, type SignIn } from "@member-exchange/realm-config";
import { BINDINGS, desiredFlows, type Execution } from "../../realm-config/src/desired/sign-in-flows.ts";

const folder = mkdtempSync(join(tmpdir(), "sign-in-"));
afterAll(() => rmSync(folder, { recursive: true }));
const ENVIRONMENT = { PORTAL_CLIENT_SECRET: "of the portal", DIRECTORY_PASSWORD: "of the directory" };
const read = (value: unknown, environment: Record<string, string> = ENVIRONMENT) => {
  const file = join(folder, "sign-in.json");
  writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value));
  return readSignIn({ ...environment, SIGN_IN_FILE: file });
};

const PORTAL = {
  protocol: "oidc",
  name: "Member portal",
  issuer: "https://portal.example/oidc",
  clientId: "health-plan",
  clientSecretVariable: "PORTAL_CLIENT_SECRET",
  map: { memberId: "member_id" },
};
const SAML = { protocol: "saml", name: "Member portal", metadataUrl: "https://portal.example/metadata", map: { memberId: "memberId" } };
const DIRECTORY = {
  url: "ldaps://directory.example",
  bindDn: "cn=reader",
  bindPasswordVariable: "DIRECTORY_PASSWORD",
  usersDn: "ou=people",
  map: { memberId: "employeeNumber" },
};

test("without the variable nothing is said of sign-in", () => expect(readSignIn({})).toBeUndefined());

test("what is left out has the value of the documentation, and secrets come from the environment", () => {
  expect(read({ portal: PORTAL })).toEqual({
    portal: {
      protocol: "oidc",
      name: "Member portal",
      issuer: "https://portal.example/oidc",
      clientId: "health-plan",
      clientSecret: "of the portal",
      clientAuthentication: "client_secret_basic",
      scopes: ["profile", "email"],
      map: { memberId: "member_id" },
      trustEmail: false,
      onlyWay: false,
    },
    stepUp: "none",
  });
  expect(read({ portal: SAML, directory: DIRECTORY, stepUp: "otp" })).toMatchObject({
    portal: SAML,
    directory: { vendor: "other", bindPassword: "of the directory", usernameAttribute: "uid", startTls: false },
    stepUp: "otp",
  });
});

test("every example of the documentation is understood", () => {
  const text = readFileSync(new URL("../../docs/sign-in.md", import.meta.url), "utf8");
  const examples = [...text.matchAll(/```json\n([\s\S]+?)```/g)]
    .map(([, json = ""]) => json)
    .filter((json) => !json.trim().startsWith("["));
  expect(examples.length).toBeGreaterThanOrEqual(3);
  for (const example of examples) expect(read(example)).toBeDefined();
});

test.each<[unknown, string]>([
  ["{", "cannot be read as JSON"],
  [[], "it must be a JSON object."],
  [{ portals: PORTAL }, "portals is not known; known are portal, directory, stepUp."],
  [{ portal: { ...PORTAL, protocol: "cas" } }, "portal.protocol must be oidc or saml."],
  [{ portal: { ...PORTAL, issuer: undefined } }, "portal.issuer is missing."],
  [{ portal: { ...PORTAL, issuer: "portal" } }, "portal.issuer is not a URL: portal."],
  [{ portal: { ...PORTAL, issuer: "http://portal.example" } }, "portal.issuer must begin with https://."],
  [{ portal: { ...PORTAL, clientSecret: "x" } }, "portal.clientSecret is not known"],
  [
    { portal: { ...PORTAL, clientSecretVariable: "NOT_SET" } },
    "portal.clientSecretVariable names NOT_SET, which is not set in the environment.",
  ],
  [{ portal: { ...PORTAL, onlyWay: "yes" } }, "portal.onlyWay must be true or false."],
  [{ portal: { ...PORTAL, scopes: "email" } }, "portal.scopes must be a list of texts."],
  [{ portal: { ...PORTAL, map: undefined } }, "portal.map must be a JSON object."],
  [{ portal: { ...PORTAL, map: {} } }, "portal.map.memberId is missing."],
  [{ portal: { ...SAML, clientId: "x" } }, "portal.clientId is not known"],
  [{ directory: { ...DIRECTORY, url: "ldap://directory.example" } }, "directory.url must begin with ldaps://."],
  [{ directory: { ...DIRECTORY, vendor: "openldap" } }, "directory.vendor must be ad or rhds or tivoli or edirectory or other."],
  [{ directory: DIRECTORY, portal: { ...PORTAL, onlyWay: true } }, "portal.onlyWay leaves no password form"],
  [{ stepUp: "sms" }, "stepUp must be none or otp or passkey."],
])("%j is refused: %s", (value, sentence) => {
  expect(() => read(value)).toThrow(sentence);
  expect(() => read(value)).toThrow(/sign-in\.json/);
});

test.each(["ldap://localhost:1389", "ldaps://directory.example"])("directory.url %s needs no STARTTLS", (url) =>
  expect(read({ directory: { ...DIRECTORY, url } })).toMatchObject({ directory: { url } }),
);
test("directory.url without TLS is taken with STARTTLS", () =>
  expect(read({ directory: { ...DIRECTORY, url: "ldap://directory.example", startTls: true } })).toMatchObject({
    directory: { startTls: true },
  }));

test.each<[string, SignIn]>([
  ["nothing", { stepUp: "none" }],
  ["a second step", { stepUp: "otp" }],
  ["a directory", read({ directory: DIRECTORY }) as SignIn],
  ["a portal", read({ portal: PORTAL }) as SignIn],
])("with %s in the file, both ways by a password refuse who belongs to the portal, before the second step", (_, signIn) => {
  const flows = desiredFlows(signIn);
  const all = (steps: readonly Execution[]): string[] => steps.flatMap(({ name, steps: more = [] }) => [name, ...all(more)]);
  for (const alias of Object.values(BINDINGS)) {
    const names = all(flows.find((flow) => flow.alias === alias)?.steps ?? []);
    const denied = names.indexOf("deny-access-authenticator");
    expect(denied).toBeGreaterThan(names.indexOf("conditional-user-attribute"));
    expect(denied).toBeLessThan(names.findIndex((name) => name.startsWith("auth-otp-form")));
  }
});

test("while a flow is written, one that does nothing but refuse stands for it, and it is made first", () =>
  expect(desiredFlows({ stepUp: "none" })[0]).toMatchObject({
    alias: "member-closed",
    steps: [{ name: "deny-access-authenticator", requirement: "REQUIRED" }],
  }));
