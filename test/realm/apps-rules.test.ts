/** D8, R12: an app that breaks a rule is refused whichever way it comes; docs/apps.md names the rules. */
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { type App, appsThatBreakRules } from "@member-exchange/realm-config";
import { OWNER_TYPES, type OwnerType } from "@member-exchange/sharing-policy";
import { openSession } from "../../realm-config/src/apply/session.ts";
import { desiredApp } from "../../realm-config/src/desired/clients.ts";
import { apps, jsonFile } from "../support/apps.ts";
import { REFUSED, type RealmFacade, startFacade } from "../support/facade.ts";
import { DIARY, MARY, TestRealm } from "../support/realm.ts";
import { initialAccessToken, mapper, OWN, register, registerOwn } from "../support/registration.ts";

const APPS = Object.fromEntries(
  (Object.keys(OWNER_TYPES) as OwnerType[]).map((ownerType) => {
    const secret = `secret-of-${ownerType}`;
    const authentication = ownerType === "developer" ? ({ method: "none" } as const) : ({ method: "client_secret_basic", secret } as const);
    return [ownerType, { ...DIARY, clientId: `app-of-${ownerType}`, ownerType, authentication } as App];
  }),
) as Record<OwnerType, App>;

/** Each rule with clients that break it; what the extension adds to a rule belongs here. */
const BROKEN: readonly (readonly [rule: string, how: string, change: ClientRepresentation])[] = [
  ["consent-required", "consent is not required", { consentRequired: false }],
  ["full-scope", "full scope", { fullScopeAllowed: true }],
  ["standard-flow", "no authorization code", { standardFlowEnabled: false }],
  ["implicit-grant", "the implicit grant", { implicitFlowEnabled: true }],
  ["password-grant", "the password grant", { directAccessGrantsEnabled: true }],
  ["service-account", "a service account", { serviceAccountsEnabled: true }],
  ["device-grant", "the device grant", { attributes: { "oauth2.device.authorization.grant.enabled": "true" } }],
  ["ciba-grant", "CIBA", { attributes: { "oidc.ciba.grant.enabled": "true" } }],
  ["token-exchange", "token exchange", { attributes: { "standard.token.exchange.enabled": "true" } }],
  ["jwt-grant", "the JWT grant", { attributes: { "oauth2.jwt.authorization.grant.enabled": "true" } }],
  ["pkce", "plain PKCE", { attributes: { "pkce.code.challenge.method": "plain" } }],
  ["protocol-mappers", "a mapper of its own", { protocolMappers: [mapper("patient", "hardcoded-claim", { "claim.value": "x" })] }],
  ["redirect-uris", "a wildcard", { redirectUris: ["https://diary.example.org/*"] }],
  ["redirect-uris", "http", { redirectUris: ["http://diary.example.org/"] }],
  ["redirect-uris", "another scheme", { redirectUris: ["org.example.diary:/callback"] }],
  ["redirect-uris", "a user name", { redirectUris: ["https://plan@diary.example.org/"] }],
  ["redirect-uris", "no redirect URI", { redirectUris: [] }],
  ["links", "a website over http", { baseUrl: "http://diary.example.org" }],
  ["client-authentication", "a secret in a JWT", { publicClient: false, clientAuthenticatorType: "client-secret-jwt" }],
];
const OF_ORGANIZATIONS: typeof BROKEN = [["client-authentication", "a public client", { publicClient: true }]];
const OF_ALL: typeof BROKEN = [["owner-type", "another kind of owner", { attributes: { owner_type: "friend" } }]];

const WAYS = (Object.keys(APPS) as OwnerType[]).flatMap((type) =>
  [...OF_ALL, ...BROKEN, ...(type === "developer" ? [] : OF_ORGANIZATIONS)].map((broken) => [type, ...broken] as const),
);

let realm: TestRealm;
let facade: RealmFacade;
/** The apps' clients by kind of owner, before anybody tried anything. */
let before: Record<string, ClientRepresentation>;
beforeAll(async () => {
  realm = await TestRealm.create({ apps: Object.values(APPS) });
  before = await clients();
  facade = await startFacade(realm, [MARY.fhirPatient]);
});
beforeEach(() => realm.signInAdmin());
afterAll(() => Promise.all([facade.close(), realm.remove()]));

async function clients(): Promise<Record<string, ClientRepresentation>> {
  const found = await Promise.all(Object.values(APPS).map(({ clientId }) => realm.admin.clients.find({ clientId })));
  const sorted = found.flat().map((client) => ({ ...client, optionalClientScopes: client.optionalClientScopes?.sort() ?? [] }));
  return Object.fromEntries(sorted.map((client) => [client.attributes?.owner_type, client]));
}

const merged = (client: ClientRepresentation, change: ClientRepresentation): ClientRepresentation => ({
  ...client,
  ...change,
  attributes: { ...client.attributes, ...change.attributes },
});
/** Keycloak itself refuses some before the rules are asked. */
const refusal = (rule: string) => new RegExp(`^Rule ${rule}: |redirect|URL|URI`, "i");
const sentenceOf = (error: unknown): string => {
  const { responseData } = error as { responseData?: Record<string, string> };
  return responseData?.error_description ?? responseData?.errorMessage ?? String(error);
};

test.each(WAYS)("D8 an app of a %s breaks %s by %s: the admin API neither creates it nor makes it so", async (type, rule, _, change) => {
  const created = realm.admin.clients.create(merged({ ...desiredApp(APPS[type]), clientId: "unruly" }, change)).then(() => "", sentenceOf);
  expect(await created).toMatch(refusal(rule));
  const id = before[type]?.id as string;
  expect(await realm.admin.clients.update({ id }, merged(before[type] ?? {}, change)).then(() => "", sentenceOf)).toMatch(refusal(rule));
});

test("D8 nothing came of what was refused", async () => {
  expect(await realm.clientUuid("unruly")).toBeUndefined();
  expect(await clients()).toEqual(before);
});

test.each(BROKEN)("D8 an app of a developer breaks %s by %s: dynamic registration refuses it", async (rule, _, change) => {
  const { status, body } = await registerOwn(realm, merged({ ...OWN, clientId: "unruly" }, change));
  expect([status, body.error]).toEqual([400, expect.stringMatching(/^invalid_(client_metadata|redirect_uri)$/)]);
  expect(body.error_description).toMatch(refusal(rule));
  expect(await realm.clientUuid("unruly")).toBeUndefined();
});

test.each<[string, object, string, RegExp]>([
  ["implicit", { response_types: ["id_token token"], grant_types: ["implicit"] }, "invalid_client_metadata", /^Rule /],
  ["client credentials", { grant_types: ["authorization_code", "client_credentials"] }, "invalid_client_metadata", /^Rule service-account/],
  [
    "device",
    { grant_types: ["authorization_code", "urn:ietf:params:oauth:grant-type:device_code"] },
    "invalid_client_metadata",
    /^Rule device-grant/,
  ],
  ["CIBA", { grant_types: ["authorization_code", "urn:openid:params:grant-type:ciba"] }, "invalid_client_metadata", /^Rule ciba-grant/],
  ["UMA", { grant_types: ["authorization_code", "urn:ietf:params:oauth:grant-type:uma-ticket"] }, "invalid_client_metadata", /UMA|^Rule/],
  ["a wildcard", { redirect_uris: ["https://newcomer.example.org/*"] }, "invalid_redirect_uri", /^Rule redirect-uris/],
  ["no scope", { scope: "" }, "invalid_client_metadata", /^scope names no scope of records/],
  ["scopes of Keycloak's alone", { scope: "roles email" }, "invalid_client_metadata", /^scope names no scope of records/],
  ["no name", { client_name: " " }, "invalid_client_metadata", /^client_name must be/],
  ["no website", { client_uri: undefined }, "invalid_client_metadata", /^client_uri is missing/],
  [
    "keys over http",
    { jwks_uri: "http://newcomer.example.org/jwks", token_endpoint_auth_method: "private_key_jwt" },
    "invalid_client_metadata",
    /./,
  ],
])("RFC 7591 registration with %s is refused by the standard's error", async (_, metadata, error, sentence) => {
  const answer = await register(realm, metadata);
  expect([answer.status, answer.body.error]).toEqual([400, error]);
  expect(answer.body.error_description).toMatch(sentence);
});

test("R11 RFC 7591: with an initial access token a developer registers an app, as often as the token says", async () => {
  const token = await initialAccessToken(realm, 2);
  const [first, second, third] = [await register(realm, {}, token), await register(realm, {}, token), await register(realm, {}, token)];
  expect([first.status, second.status, third.status]).toEqual([201, 201, 401]);
  const app = { ...DIARY, clientId: first.body.client_id as string };
  const client = await realm.admin.clients.findOne({ id: await realm.clientUuid(app.clientId) });
  expect(client).toMatchObject({
    consentRequired: true,
    fullScopeAllowed: false,
    publicClient: true,
    attributes: { owner_type: "developer" },
  });
  expect(client?.defaultClientScopes?.sort()).toEqual(["basic", "member-authorization"]);
  const { body } = await realm.authorize(realm.flow("patient/*.rs", { app }), { mode: "all-but-sensitive" });
  expect(await facade.read(body.access_token)).toEqual({ status: 200, ids: [`${MARY.fhirPatient}-cough`] });
  expect((await apps(realm, "show", app.clientId)).text).toMatch(/state +active/);
});

test.each<[string, Partial<App> & Record<string, unknown>, RegExp]>([
  ...["consentRequired", "fullScopeAllowed", "serviceAccountsEnabled", "protocolMappers", "defaultClientScopes", "attributes"].map(
    (member): [string, Record<string, unknown>, RegExp] => [member, { [member]: true }, new RegExp(`${member} is unknown`)],
  ),
  ["a wildcard", { redirectUris: ["https://diary.example.org/*"] }, /has a wildcard/],
  ["another kind of owner", { ownerType: "friend" as OwnerType }, /ownerType must be/],
  ["a public client of a health plan", { ownerType: "health-plan" }, /authenticates by private_key_jwt or client_secret_basic/],
  ["a public client of a covered entity", { ownerType: "covered-entity" }, /authenticates by private_key_jwt or client_secret_basic/],
])("D8 the script refuses an app with %s, and sends nothing", async (_, change, sentence) => {
  const said = await apps(realm, "register", "--file", jsonFile({ ...DIARY, clientId: "unruly", ...change }));
  expect(said).toEqual({ ok: false, text: expect.stringMatching(sentence) });
  expect(await realm.clientUuid("unruly")).toBeUndefined();
});

describe("what has an endpoint of its own asks no client policy: it is found, and it counts at use", () => {
  const APP = APPS["covered-entity"];
  const SECRET = { client_secret: "secret-of-covered-entity" };
  const scope = async (name: string) => (await realm.admin.clientScopes.findOneByName({ name }))?.id as string;

  test.each<[string, (id: string) => Promise<() => Promise<unknown>>]>([
    [
      "protocol-mappers",
      async (id) => {
        const { id: mapperId } = await realm.admin.clients
          .addProtocolMapper({ id }, mapper("a", "hardcoded-claim", { "claim.value": "b" }))
          .then(async () => (await realm.admin.clients.listProtocolMappers({ id }))[0] as { id: string });
        return () => realm.admin.clients.delProtocolMapper({ id, mapperId });
      },
    ],
    [
      "default-scopes",
      async (id) => {
        const where = { id, clientScopeId: await scope("email") };
        await realm.admin.clients.addDefaultClientScope(where);
        return () => realm.admin.clients.delDefaultClientScope(where);
      },
    ],
    [
      "role-scopes",
      async (id) => {
        const client = await realm.clientUuid("account");
        const [role] = (await realm.admin.clients.listRoles({ id: client })).map((one) => ({
          id: one.id as string,
          name: one.name as string,
        }));
        await realm.admin.clients.addClientScopeMappings({ id, client }, [role as { id: string; name: string }]);
        return () => realm.admin.clients.delClientScopeMappings({ id, client }, [role as { id: string; name: string }]);
      },
    ],
  ])("D8 %s", async (rule, breakIt) => {
    const flow = realm.flow("patient/*.rs", { app: APP, prompt: "consent" });
    const allowed = await flow.post(await realm.signedIn(flow), { decision: "allow", duration: "P1Y", mode: "all-but-sensitive" });
    const { body } = await flow.redeem(allowed, SECRET);
    expect(await facade.read(body.access_token)).toMatchObject({ status: 200 });
    const mend = await breakIt(await realm.clientUuid(APP.clientId));

    expect(await facade.read(body.access_token)).toEqual(REFUSED);
    const session = await openSession(realm.settings);
    expect(await appsThatBreakRules(session)).toEqual([
      { clientId: APP.clientId, rules: [expect.stringMatching(new RegExp(`^${rule}: `))] },
    ]);
    expect((await apps(realm, "list")).text).toContain(`no data, breaks ${rule}`);

    await mend();
    expect(await appsThatBreakRules(session)).toEqual([]);
    expect(await facade.read(body.access_token)).toMatchObject({ status: 200 });
  });
});
