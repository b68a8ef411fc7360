/** R11: `npm run realm` as an administrator runs it: by a password or a service account, with its exit codes. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { keycloak, TestRealm } from "../support/realm.ts";

const MAIN = fileURLToPath(new URL("../../realm-config/src/main.ts", import.meta.url));
const MAKER = { clientId: "realm-maker", secret: "maker-secret-for-tests" };
const LOOKER = { clientId: "realm-looker", secret: "looker-secret-for-tests" };

let realm: TestRealm;
let name: string;
beforeAll(async () => {
  realm = await TestRealm.create({ apps: [], members: [] });
  name = realm.settings.realm;
});
beforeEach(() => realm.signInAdmin());
afterAll(() => realm.remove());

const byPassword = () => ({ KEYCLOAK_ADMIN_USERNAME: keycloak().admin.username, KEYCLOAK_ADMIN_PASSWORD: keycloak().admin.password });
const by = ({ clientId, secret }: typeof MAKER) => ({ KEYCLOAK_ADMIN_CLIENT_ID: clientId, KEYCLOAK_ADMIN_CLIENT_SECRET: secret });

/** Runs the command with these variables beside those that every run needs. */
function run(words: readonly string[], more: Record<string, string> = byPassword()): Promise<{ code: number; said: string }> {
  const { fhirBaseUrl, facadeClient } = realm.settings;
  const wanted = { KEYCLOAK_URL: keycloak().url, REALM: name, FHIR_BASE_URL: fhirBaseUrl, FACADE_CLIENT_SECRET: facadeClient.secret };
  const env = { PATH: process.env.PATH, SSL_REQUIRED: "external", ...wanted, ...more };
  return new Promise((done) => {
    execFile(process.execPath, ["--import", "tsx", MAIN, ...words], { env }, (error, out, errors) =>
      done({ code: Number(error?.code ?? 0), said: out + errors }),
    );
  });
}

/** A client with a service account that holds these roles of a client of the same realm, or these of the realm. */
async function serviceAccount(where: string, { clientId, secret }: typeof MAKER, roles: readonly string[], owner?: string) {
  const { admin } = realm;
  admin.setConfig({ realmName: where });
  const { id } = await admin.clients.create({ clientId, secret, serviceAccountsEnabled: true, standardFlowEnabled: false });
  const account = (await admin.clients.getServiceAccountUser({ id })).id as string;
  const clientUniqueId = owner ? ((await admin.clients.find({ clientId: owner }))[0]?.id as string) : "";
  const all = owner ? await admin.clients.listRoles({ id: clientUniqueId }) : await admin.roles.find();
  const given = all.filter((role) => roles.includes(role.name as string)).map((role) => ({ id: role.id ?? "", name: role.name ?? "" }));
  if (owner) await admin.users.addClientRoleMappings({ id: account, clientUniqueId, roles: given });
  else await admin.users.addRealmRoleMappings({ id: account, roles: given });
  admin.setConfig({ realmName: name });
  return id;
}

test("plan on a realm that is not there says that it would be made, and makes nothing", async () => {
  const { code, said } = await run(["plan"], { ...byPassword(), REALM: "not-there" });
  expect(said).toMatch(/^\+ realm not-there$/m);
  expect(said).toMatch(/^\+ client scope patient\/Observation\.rs$/m);
  expect(said).toMatch(/\d+ to create, 0 to change, 0 as they should be/);
  expect(code).toBe(0);
  expect(await realm.admin.realms.findOne({ realm: "not-there" })).toBeFalsy();
});

test("check ends with 0, with 2 when something differs, with 1 when it could not look; plan shows from and to, and writes nothing", async () => {
  expect(await run(["check"])).toMatchObject({ code: 0, said: expect.stringContaining("Nothing differs") });
  await realm.admin.realms.update({ realm: name }, { accessTokenLifespan: 60 });
  const drift = await run(["check"]);
  expect(drift.said).toContain("accessTokenLifespan is 60, it should be 300.");
  expect(drift.code).toBe(2);
  const plan = await run(["plan"]);
  expect(plan.said).toContain(`~ realm ${name}\n    accessTokenLifespan: 60 → 300\n`);
  expect(plan.code).toBe(0);
  const json = await run(["check", "--json"]);
  expect(JSON.parse(json.said).differences[0].fields).toEqual([{ field: "accessTokenLifespan", from: 60, to: 300 }]);
  expect(json.code).toBe(2);
  expect(await run(["apply"])).toMatchObject({ code: 0, said: expect.stringContaining("0 created, 1 changed") });
  expect((await run(["check"])).code).toBe(0);
  const gone = await run(["check"], { ...byPassword(), KEYCLOAK_URL: "http://127.0.0.1:9" });
  expect(gone).toEqual({ code: 1, said: "Keycloak does not answer at http://127.0.0.1:9: start it, or set KEYCLOAK_URL.\n" });
});

test("a service account of the master realm that may make realms makes one, whole, and finds it as it should be", async () => {
  await serviceAccount("master", MAKER, ["create-realm"]);
  const made = { ...by(MAKER), REALM: `${name}-made` };
  const { code, said } = await run(["apply"], made);
  expect(said).toMatch(/\d+ created, 0 changed, 0 unchanged/);
  expect(code).toBe(0);
  expect(await run(["check"], made)).toMatchObject({ code: 0 });
  const other = await run(["check"], by(MAKER));
  expect(other.said).toMatch(
    /^(The account may not see the realm|Keycloak forbids it to this account)[^\n]+docs\/admin-guide\.md lists\.\n$/,
  );
  expect(other.code).toBe(1);
});

test("a service account of the realm itself that may only look checks, and cannot apply", async () => {
  await serviceAccount(name, LOOKER, ["view-realm", "view-clients", "view-users"], "realm-management");
  const looker = { ...by(LOOKER), KEYCLOAK_ADMIN_REALM: name };
  expect(await run(["check"], looker)).toMatchObject({ code: 0 });
  await realm.admin.realms.update({ realm: name }, { accessTokenLifespan: 60 });
  const refused = await run(["apply"], looker);
  expect(refused.said).toMatch(/realm \S+ was not written: Keycloak forbids it to this account/);
  expect(refused.code).toBe(1);
  expect((await run(["check"], { ...looker, KEYCLOAK_ADMIN_CLIENT_SECRET: "wrong" })).said).toMatch(
    /refuses the service account realm-looker/,
  );
  expect(await run(["apply"])).toMatchObject({ code: 0 });
});

test.each([
  [["--help"], 0],
  [["plan", "more"], 1],
  [["remove"], 1],
  [["apply", "--json"], 1],
])("%j prints how it is used and ends with %d", async (words, code) => {
  expect(await run(words)).toMatchObject({ code, said: expect.stringContaining("npm run realm -- plan") });
});
