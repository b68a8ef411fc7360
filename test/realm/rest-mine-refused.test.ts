/** docs/contracts.md, section 9: the member's REST answers the account console, held by the member in person, and nobody else. */
import { accountToken, addIntranet, consent } from "../support/account-api.ts";
import { claimsOf } from "../support/authorization-flow.ts";
import { call, consoleToken, consoleTokens, PLAN, serviceToken } from "../support/authorizations-api.ts";
import { type TestMember, TestRealm } from "../support/realm.ts";

const SCOPE = "launch/patient patient/Condition.rs patient/Observation.rs";

let realm: TestRealm;
let member: TestMember;
let token: string;
beforeAll(async () => {
  realm = await TestRealm.create({ planClient: PLAN });
  await addIntranet(realm);
});
beforeEach(async () => {
  await realm.signInAdmin();
  member = await realm.newMember();
  token = await consoleToken(realm, member);
});
afterAll(() => realm.remove());

/** An authorization of the member's, as all but sensitive. */
async function allowed(answer: Record<string, string> = {}) {
  const flow = realm.flow(SCOPE);
  const { body } = await realm.authorize(flow, { mode: "all-but-sensitive", ...answer }, member);
  return { flow, body, id: claimsOf(body.access_token).member_authorization_id as string };
}
type Allowed = Awaited<ReturnType<typeof allowed>>;

const REFUSED: [string, number, (held: Allowed) => Promise<string | undefined>][] = [
  ["no token", 401, async () => undefined],
  ["text that is no token", 401, async () => "not.a.token"],
  ["an admin's token of the server", 401, async () => realm.admin.accessToken],
  ["the account console's ID token", 401, async () => (await consoleTokens(realm, member)).id_token],
  ["the account console's refresh token", 401, async () => (await consoleTokens(realm, member)).refresh_token],
  ["a token whose member was signed out", 401, async () => signedOut()],
  ["an expired token", 401, async () => expired()],
  ["an app's token", 403, async ({ body }) => body.access_token],
  ["an app's token that is for the account API by a mistake", 403, appForAccount],
  ["another client's token for the account API", 403, async () => accountToken(realm, member)],
  ["a token of the member whose role was taken away", 403, async () => withoutRole()],
];

async function signedOut() {
  const held = await consoleToken(realm, member);
  await realm.admin.users.logout({ id: await realm.userId(member) });
  return held;
}
async function expired() {
  const mend = await realm.changeClient("account-console", { attributes: { "access.token.lifespan": "1" } });
  const short = await consoleToken(realm, member);
  await mend();
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  return short;
}
async function withoutRole() {
  const [id, clientUniqueId] = [await realm.userId(member), await realm.clientUuid("account")];
  const [defaults] = (await realm.admin.users.listRealmRoleMappings({ id })).filter(({ name }) => name?.startsWith("default-roles"));
  await realm.admin.users.delRealmRoleMappings({ id, roles: [{ id: defaults?.id as string, name: defaults?.name as string }] });
  expect(await realm.admin.users.listCompositeClientRoleMappings({ id, clientUniqueId })).toEqual([]);
  return token;
}
/** Audience and role by a client scope that every client has. */
async function appForAccount({ flow, body: { refresh_token } }: Allowed) {
  const [id, client] = [(await realm.admin.clientScopes.findOneByName({ name: "basic" }))?.id as string, await realm.clientUuid("account")];
  const role = await realm.admin.clients.findRole({ id: client, roleName: "manage-account" });
  const roles = [{ id: role?.id as string, name: role?.name as string }];
  await realm.admin.clientScopes.addClientScopeMappings({ id, client }, roles);
  const common = { protocol: "openid-connect" };
  const mappers = [
    {
      ...common,
      name: "to",
      protocolMapper: "oidc-audience-mapper",
      config: { "included.client.audience": "account", "access.token.claim": "true" },
    },
    {
      ...common,
      name: "as",
      protocolMapper: "oidc-usermodel-client-role-mapper",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as Keycloak writes it
      config: { "claim.name": "resource_access.${client_id}.roles", multivalued: "true", "access.token.claim": "true" },
    },
  ];
  await realm.admin.clientScopes.addMultipleProtocolMappers({ id }, mappers);
  const access = (await flow.refresh(refresh_token)).body.access_token;
  const claims = claimsOf(access) as { aud: string[]; resource_access: Record<string, { roles: string[] }> };
  expect([claims.aud, claims.resource_access.account?.roles]).toEqual([
    expect.arrayContaining(["account"]),
    expect.arrayContaining(["manage-account"]),
  ]);
  expect((await consent(realm, access, "GET")).status).toBeLessThan(400);
  for (const mapper of await realm.admin.clientScopes.listProtocolMappers({ id }))
    if (["to", "as"].includes(mapper.name ?? "")) await realm.admin.clientScopes.delProtocolMapper({ id, mapperId: mapper.id as string });
  await realm.admin.clientScopes.delClientScopeMappings({ id, client }, roles);
  return access;
}

test.each(REFUSED)("%s: %i, whatever is asked, no cross-origin header, and nothing changes", async (_, status, make) => {
  const held = await allowed();
  const before = await realm.effective(held.body.access_token);
  const wrong = await make(held);
  for (const request of ["GET /mine", `PUT /mine/${held.id}`, `DELETE /mine/${held.id}`, "GET /mine/", "OPTIONS /mine"]) {
    const body = request.startsWith("PUT") ? { revision: 2, mode: "everything" } : undefined;
    const answer = await call(realm, wrong, request, body);
    expect([request, answer.status, Object.keys(answer.body)]).toEqual([request, status, ["error", "error_description"]]);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
  const rows = (await call(realm, await serviceToken(realm), `GET /${held.id}`)).body;
  expect(rows.map(({ state }: { state: string }) => state)).toEqual(["offered", "current"]);
  expect(before).toMatchObject({ id: held.id, mode: "all-but-sensitive" });
});

test.each<[string, unknown, number, string]>([
  ["nothing", "", 400, "invalid_request"],
  ["text that is no JSON", "{", 400, "invalid_request"],
  ["two objects", '{"revision":2,"mode":"everything"}{}', 400, "invalid_request"],
  ["a member named twice", '{"revision":2,"mode":"chosen","mode":"everything"}', 400, "invalid_request"],
  ["an unknown member", { revision: 2, mode: "everything", until: null }, 400, "invalid_request"],
  ["a scope", { revision: 2, mode: "everything", scope: "patient/*.rs" }, 400, "invalid_request"],
  ["no revision", { mode: "everything" }, 400, "invalid_request"],
  ["a revision as text", { revision: "2", mode: "everything" }, 400, "invalid_request"],
  ["no mode", { revision: 2, shared: ["DEMO"] }, 400, "invalid_request"],
  ["an unknown mode", { revision: 2, mode: "all" }, 400, "invalid_request"],
  ["an unknown category", { revision: 2, mode: "chosen", shared: ["DEMO", "demo"] }, 400, "invalid_request"],
  ["a category that is null", { revision: 2, mode: "chosen", shared: [null] }, 400, "invalid_request"],
  ["chosen without categories", { revision: 2, mode: "chosen" }, 400, "invalid_request"],
  ["a category that needs an end", { revision: 2, mode: "chosen", shared: ["SUD"] }, 400, "needs_end"],
  ["everything without an end", { revision: 2, mode: "everything" }, 400, "needs_end"],
  ["a revision of the past", { revision: 1, mode: "chosen", shared: [] }, 409, "conflict"],
  ["a revision to come", { revision: 3, mode: "chosen", shared: [] }, 409, "conflict"],
])("a change by %s is refused and changes nothing", async (_, body, status, error) => {
  const { id, body: tokens } = await allowed({ duration: "until-stopped" });
  const before = await realm.effective(tokens.access_token);
  const answer = await call(realm, token, `PUT /mine/${id}`, body);
  expect([answer.status, answer.body.error]).toEqual([status, error]);
  expect(await realm.effective(tokens.access_token)).toEqual(before);
  expect((await call(realm, token, `PUT /mine/${id}`, { revision: 2, mode: "chosen", shared: [] })).status).toBe(200);
});
