/** R11: the realm is code; applying it is safe at any time. */
import { applyRealm, RealmConfigError } from "@member-exchange/realm-config";
import { keycloak, TestRealm } from "../support/realm.ts";

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create();
}, 120_000);
afterAll(() => realm.remove());

test("a second run changes nothing", async () => {
  const { created, changed, unchanged } = await applyRealm(realm.settings);
  expect({ created, changed }).toEqual({ created: [], changed: [] });
  expect(unchanged).toBeGreaterThan(100);
});

test("what somebody changed by hand is put right, and what is not ours is left alone", async () => {
  const id = await realm.clientUuid("willow-diary");
  const client = await realm.admin.clients.findOne({ id });
  await realm.admin.clients.update({ id }, { ...client, consentRequired: false, fullScopeAllowed: true });
  await realm.admin.clients.create({ clientId: "portal", attributes: { note: "not ours" } });
  await realm.admin.users.create({ username: "stranger", enabled: true });

  const { created, changed } = await applyRealm(realm.settings);

  expect({ created, changed }).toEqual({ created: [], changed: ["client willow-diary"] });
  expect(await realm.admin.clients.findOne({ id })).toMatchObject({ consentRequired: true, fullScopeAllowed: false });
  expect(await realm.admin.clients.find({ clientId: "portal" })).toHaveLength(1);
  expect(await realm.admin.users.find({ username: "stranger", exact: true })).toHaveLength(1);
});

test("an app keeps no client scope that it was given by hand", async () => {
  const id = await realm.clientUuid("willow-diary");
  const profile = await realm.admin.clientScopes.findOneByName({ name: "profile" });
  await realm.admin.clients.addDefaultClientScope({ id, clientScopeId: profile?.id as string });
  const { changed } = await applyRealm(realm.settings);
  expect(changed).toEqual(["client scopes of willow-diary"]);
  const names = (await realm.admin.clients.listDefaultClientScopes({ id })).map(({ name }) => name);
  expect(names.sort()).toEqual(["basic", "member-authorization"]);
});

test("it works on a realm that exists already", async () => {
  const { url, admin } = keycloak();
  const name = `${realm.settings.realm}-old`;
  realm.admin.setConfig({ realmName: "master" });
  await realm.signInAdmin();
  await realm.admin.realms.create({ realm: name, enabled: true, attributes: { theirs: "kept" } });
  const { changed } = await applyRealm({ ...realm.settings, keycloakUrl: url, admin, realm: name });
  expect(changed).toContain(`realm ${name}`);
  const actual = await realm.admin.realms.findOne({ realm: name });
  expect(actual?.attributes).toMatchObject({ theirs: "kept" });
  expect((await applyRealm({ ...realm.settings, realm: name })).changed).toEqual([]);
  await realm.admin.realms.del({ realm: name });
}, 120_000);

test.each([
  ["no server there", { keycloakUrl: "http://127.0.0.1:9" }, /does not answer at http:\/\/127.0.0.1:9: start it/],
  ["a wrong password", { admin: { username: "admin", password: "wrong" } }, /refuses the admin admin: check/],
])("%s: one sentence that says what to do", async (_, override, sentence) => {
  const failure = applyRealm({ ...realm.settings, ...override });
  await expect(failure).rejects.toThrow(RealmConfigError);
  await expect(failure).rejects.toThrow(sentence);
});
