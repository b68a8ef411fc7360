/** docs/contracts.md, section 1: who may list and stop authorizations is the plan's own service, never an app. */
import { applyRealm } from "@member-exchange/realm-config";
import { claimsOf, introspect } from "../support/authorization-flow.ts";
import { FACADE, LAB_APP, TestRealm } from "../support/realm.ts";

const PLAN = { id: "plan-service", secret: "plan-secret-for-tests" };
const AUDIENCE = "member-authorizations";
const CLINIC = { ...LAB_APP, authentication: { method: "client_secret_basic", secret: "clinic-secret-for-tests" } } as const;

let realm: TestRealm;
beforeAll(async () => {
  realm = await TestRealm.create({ planClient: PLAN, apps: [CLINIC] });
});
afterAll(() => realm.remove());

async function clientCredentials(client: { id: string; secret: string }, fields: Record<string, string> = {}) {
  const answer = await fetch(`${realm.issuer}/protocol/openid-connect/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials", ...fields }),
  });
  return (await answer.json()) as { access_token?: string; error?: string };
}

async function rolesToGive() {
  const owner = await realm.clientUuid(AUDIENCE);
  const roles = (await realm.admin.clients.listRoles({ id: owner })).map(({ id, name }) => ({ id: id as string, name: name as string }));
  return { clientUniqueId: owner, roles };
}

test("the plan's token is for the authorizations, with both roles and no others", async () => {
  const { access_token } = await clientCredentials(PLAN);
  const claims = claimsOf(access_token);
  expect([claims.aud].flat()).toEqual([AUDIENCE]);
  expect(claims.azp).toBe(PLAN.id);
  expect(claims.realm_access).toBeUndefined();
  expect(Object.keys(claims.resource_access as object)).toEqual([AUDIENCE]);
  const { roles } = (claims.resource_access as Record<string, { roles: string[] }>)[AUDIENCE] ?? { roles: [] };
  expect(roles.sort()).toEqual(["stop", "view"]);
});

test("a role that the plan's account got by hand is not in its token", async () => {
  const id = await realm.clientUuid(PLAN.id);
  const account = (await realm.admin.clients.getServiceAccountUser({ id })).id as string;
  const owner = await realm.clientUuid("realm-management");
  const [role] = await realm.admin.clients.listRoles({ id: owner });
  await realm.admin.users.addClientRoleMappings({
    id: account,
    clientUniqueId: owner,
    roles: [{ id: role?.id as string, name: role?.name as string }],
  });
  const { access_token } = await clientCredentials(PLAN);
  expect(Object.keys(claimsOf(access_token).resource_access as object)).toEqual([AUDIENCE]);
});

test.each([
  ["an app", { id: CLINIC.clientId, secret: CLINIC.authentication.secret }, "unauthorized_client"],
  ["the facade", FACADE, "unauthorized_client"],
  ["the client of the roles", { id: AUDIENCE, secret: "" }, /^(unauthorized|invalid)_client$/],
  ["the plan with a wrong secret", { ...PLAN, secret: "wrong" }, "unauthorized_client"],
])("%s gets no token of its own", async (_, client, error) => {
  const body = await clientCredentials(client);
  expect(body.access_token).toBeUndefined();
  expect(body.error).toEqual(typeof error === "string" ? error : expect.stringMatching(error));
});

test("a member who holds the roles does not hand them to an app; a client with the full scope would get them", async () => {
  const member = await realm.newMember();
  const id = await realm.userId(member);
  await realm.admin.users.addClientRoleMappings({ id, ...(await rolesToGive()) });

  const flow = realm.flow("patient/Observation.rs", { app: CLINIC });
  const answer = await flow.post(await realm.signedIn(flow, member), { decision: "allow", mode: "everything", duration: "once" });
  const { body } = await flow.redeem(answer, { client_secret: CLINIC.authentication.secret });
  const claims = claimsOf(body.access_token);
  expect(claims.member_authorization_id).toEqual(expect.any(String));
  expect([claims.aud].flat()).not.toContain(AUDIENCE);
  expect(claims.resource_access).toBeUndefined();

  await realm.admin.clients.create({ clientId: "portal", fullScopeAllowed: true, defaultClientScopes: ["roles"] });
  const evaluated = await realm.admin.clients.evaluateGenerateAccessToken({
    id: await realm.clientUuid("portal"),
    userId: id,
    scope: "",
    audience: "",
  });
  expect([(evaluated as { aud?: string | string[] }).aud].flat()).toContain(AUDIENCE);
});

test("an app that asks for the scope that carries roles is refused", async () => {
  const shown = await realm.flow("patient/Observation.rs roles", { app: CLINIC }).start();
  expect(shown.kind === "app" && shown.params.get("error")).toBe("invalid_scope");
});

test("the plan's token is no token for records", async () => {
  const { access_token } = await clientCredentials(PLAN);
  const answer = await introspect(realm.issuer, FACADE, access_token);
  expect(answer.active === false || answer.member_authorization === undefined).toBe(true);
});

test("without a secret there is no plan's service, and the roles are there", async () => {
  const { planClient: _, ...settings } = realm.settings;
  const other = await TestRealm.create({ ...settings, realm: `${settings.realm}-no-plan` });
  expect(await other.admin.clients.find({ clientId: PLAN.id })).toEqual([]);
  expect(await other.admin.clients.find({ clientId: AUDIENCE })).toHaveLength(1);
  expect((await applyRealm(other.settings)).changed).toEqual([]);
  await other.remove();
});
