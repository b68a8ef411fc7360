/** docs/contracts.md, section 1: the names that the rooms share exist on the server. */
import { GRANULAR_SCOPES, RESOURCE_SCOPES } from "@member-exchange/sharing-policy";
import { TestRealm } from "../support/realm.ts";

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create();
});
afterAll(() => realm.remove());

test("the extension's providers are installed under their names", async () => {
  const { providers, protocolMapperTypes } = await realm.admin.serverInfo.find();
  const executors = Object.keys(providers?.["client-policy-executor"]?.providers ?? {});
  expect(executors).toEqual(expect.arrayContaining(["smart-audience", "member-authorization-binding"]));
  const mappers = protocolMapperTypes?.["openid-connect"]?.map(({ id }) => id);
  expect(mappers).toEqual(expect.arrayContaining(["member-authorization-id", "smart-launch-context"]));
  const actions = await realm.admin.authenticationManagement.getRequiredActions();
  expect(actions.find(({ alias }) => alias === "member-authorization")).toMatchObject({ enabled: true, defaultAction: false });
});

test("every SMART resource scope is a client scope, shown on Keycloak's own consent page", async () => {
  const scopes = new Map((await realm.admin.clientScopes.find()).map((scope) => [scope.name, scope]));
  for (const name of [...RESOURCE_SCOPES, ...GRANULAR_SCOPES]) {
    expect(scopes.get(name)?.attributes).toMatchObject({ "display.on.consent.screen": "true", "include.in.token.scope": "true" });
  }
  for (const name of ["launch/patient", "fhirUser"]) {
    expect(scopes.get(name)?.attributes).toMatchObject({ "display.on.consent.screen": "false" });
  }
  expect(scopes.get("member-authorization")?.attributes).toMatchObject({ "include.in.token.scope": "false" });
});

test("an app has all of them as optional scopes and only harmless ones by default", async () => {
  const id = await realm.clientUuid("willow-diary");
  const optional = (await realm.admin.clients.listOptionalClientScopes({ id })).map(({ name }) => name);
  expect(optional.sort()).toEqual([...RESOURCE_SCOPES, ...GRANULAR_SCOPES, "launch/patient", "fhirUser", "offline_access"].sort());
  const defaults = (await realm.admin.clients.listDefaultClientScopes({ id })).map(({ name }) => name);
  expect(defaults.sort()).toEqual(["basic", "member-authorization"]);
});

test.each(["fhir_patient", "represented_patients"])("the user attribute %s is readable and writable by admins only", async (attribute) => {
  const { attributes } = await realm.admin.users.getProfile();
  const link = attributes?.find(({ name }) => name === attribute);
  expect(link?.permissions).toEqual({ view: ["admin"], edit: ["admin"] });
});

test("the client member-authorizations has the roles of the plan's service, and no way to sign in or to get a token", async () => {
  const [client] = await realm.admin.clients.find({ clientId: "member-authorizations" });
  const roles = await realm.admin.clients.listRoles({ id: client?.id as string });
  expect(roles.map(({ name }) => name).sort()).toEqual(["stop", "view"]);
  const { standardFlowEnabled, implicitFlowEnabled, directAccessGrantsEnabled, serviceAccountsEnabled, publicClient } = client ?? {};
  expect([standardFlowEnabled, implicitFlowEnabled, directAccessGrantsEnabled, serviceAccountsEnabled, publicClient]).toEqual(
    Array(5).fill(false),
  );
});
